package lexicon

import (
	"strings"

	"tonggao/generator/site"
)

// A Kit has the words of the texts by which a notice goes out elsewhere: messages,
// articles, announcements, answers. Those with places take worded facts.
type Kit struct {
	Signature string // who sends a short message
	Details   string // address, version
	Version   string // day, number of the revision
	Nth       string // number of the revision
	Titled    string // title: what is said where the facts do not fit
	More      string // how many facts there are besides those told
	TheRest   string // likewise, where none of the services is left out
	Calls     string // hotlines
	Issues    string // issuer, title: how a ticker begins
	Attention string // issuer, title: how an announcement begins
	Dial      string // hotlines, spelled
	Done      string // how an announcement ends
	Unread    string // page, version: what is not read out
	Seconds   string // how long it takes
	Schedule  string // heads of the table and above it
	When      string
	What      string
	Scan      string // beside the code
	Page      string // address
	Desk      string // title of the script for the telephone
	Ask       string
	Answer    string
	AskBack   string
	HowNow    string // service: does it work, when does it stop, when is it back
	WhenIs    string // label
	IsSet     string // label, of what is called a time itself
	IsOff     string // label: of what is withdrawn
	Whom      string // audiences, joined by Or: which one is the caller
	Which     string // channels or places likewise
	Or        string
	Either    string // between two numbers, spelled
	Items     string // what belongs to a service
	Meanwhile string
	Unchanged string // what goes on
	Else      string // hotlines: who answers what is not told here
	For       string // audience: behind the title of an edition
	Aside     string // what people call a service
	Between   string // between two facts of a message
	Stop      string // behind the last
}

var kits = map[site.Language]*Kit{site.Chinese: chineseKit(), site.Traditional: traditionalKit(), site.English: englishKit()}

// KitIn returns the words of a language's kit; nil for one that the lexicon does not know.
func KitIn(lang site.Language) *Kit { return kits[lang] }

func chineseKit() *Kit {
	return &Kit{Signature: "【%s】", Details: "详见 %s （%s）", Version: "%s发布，第%d版", Nth: "第%d版", Titled: "%s发布《%s》，有关业务的暂停和恢复时间请看通告全文。", More: "共%d项，其余请看通告全文", TheRest: "另有%d项时间要求，请看通告全文", Calls: "咨询%s。",
		Issues: "%s：%s。", Attention: "请注意，%s发布通告：%s。", Dial: "咨询请拨打%s。", Done: "播送完毕。", Unread: "（以下不读）官方页面：%s （%s）", Seconds: "读完约%d秒",
		Schedule: "时间安排", When: "时间", What: "事项", Scan: "长按或扫描二维码，查看官方页面上的最新版本。", Page: "官方页面：%s",
		Desk: "话务答复口径：%s", Ask: "问：", Answer: "答：", AskBack: "追问：", HowNow: "%s现在正常吗？什么时候暂停，什么时候恢复？", WhenIs: "%s是什么时候？", IsSet: "%s定了吗？", IsOff: "%s还照原来的时间吗？",
		Whom: "您是%s？", Which: "您问的是%s？", Or: "，还是", Either: "，或者", Items: "您要办的是哪一项：%s？", Meanwhile: "暂停期间：%s。", Unchanged: "哪些业务不受影响？",
		Else: "这里没有写到的，不作推测：请来电人看官方页面，或转%s。", For: "（%s版）", Aside: "（%s）", Between: "；", Stop: "。"}
}

func englishKit() *Kit {
	return &Kit{Signature: "[%s] ", Details: "See %s (%s)", Version: "issued on %s, version %d", Nth: "version %d", Titled: "%s has issued the notice “%s”. It tells which services stop and when they are back.", More: "%d services in all: see the whole notice", TheRest: "%d more dates: see the whole notice", Calls: " Enquiries: %s.",
		Issues: "%s: %s. ", Attention: "Attention please. %s announces: %s. ", Dial: " For enquiries, call %s.", Done: " Thank you.", Unread: "(Not read out) Official page: %s (%s)", Seconds: "takes about %d seconds",
		Schedule: "Schedule", When: "When", What: "What", Scan: "Scan the code for the newest version on the official page.", Page: "Official page: %s",
		Desk: "Answers for the telephone desk: %s", Ask: "Q: ", Answer: "A: ", AskBack: "Ask back: ", HowNow: "%s: does it work now, when does it stop, when is it back?", WhenIs: "%s: when?", IsSet: "%s: is it settled?", IsOff: "%s: does the earlier time still hold?",
		Whom: "Are you %s?", Which: "Do you ask about %s?", Or: " or ", Either: ", or ", Items: "Which of these is it: %s?", Meanwhile: "In the meantime: %s.", Unchanged: "What goes on as usual?",
		Else: "Do not guess what is not told here: refer the caller to the official page or to %s.", For: " (for %s)", Aside: " (%s)", Between: "; ", Stop: ". "}
}

// all are the texts that the traditional characters are made of.
func (k *Kit) all() []*string {
	return []*string{&k.Signature, &k.Details, &k.Version, &k.Nth, &k.Titled, &k.More, &k.TheRest, &k.IsSet, &k.Either, &k.Calls, &k.Issues, &k.Attention, &k.Dial, &k.Done, &k.Unread, &k.Seconds, &k.Schedule, &k.When, &k.What,
		&k.Scan, &k.Page, &k.Desk, &k.Ask, &k.Answer, &k.AskBack, &k.HowNow, &k.WhenIs, &k.IsOff, &k.Whom, &k.Which, &k.Or, &k.Items, &k.Meanwhile, &k.Unchanged, &k.Else, &k.For}
}

// kitTraditional has the characters that only these texts have.
var kitTraditional = strings.NewReplacer("详", "詳", "见", "見", "有关", "有關", "业", "業", "请", "請", "拨", "撥", "读", "讀", "维", "維", "码", "碼", "么", "麼", "吗", "嗎", "还", "還", "哪", "哪", "响", "響", "没", "沒", "写", "寫", "测", "測",
	"来", "來", "转", "轉", "约", "約", "毕", "畢", "务", "務", "长", "長", "扫", "掃", "复", "復", "径", "徑", "话", "話", "网", "網", "间", "間", "样", "樣", "头", "頭", "发", "發", "办", "辦", "时", "時", "暂", "暫", "题", "題", "单", "單", "这", "這", "您", "您", "项", "項", "问", "問", "查", "查", "恢", "恢")

func traditionalKit() *Kit {
	k := chineseKit()
	for _, s := range k.all() {
		*s = toTraditional.Replace(kitTraditional.Replace(*s))
	}
	return k
}
