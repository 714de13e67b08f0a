package issued

import (
	"tonggao/generator/later"
	"tonggao/generator/site"
)

// A manner says how a text words what has no time of its own.
type manner string

// The manners.
const (
	Pending  manner = "pending"  // 另行通知: a fact whose time is to be announced
	Relative manner = "relative" // 停机前, 系统恢复后: a time that hangs on another fact
	gradual  manner = "gradual"  // 逐步, 陆续, 一段时间: no one instant
	hours    manner = "hours"    // 工作时间: when a desk answers
	goingOn  manner = "going"    // 不受影响: what goes on
)

// A Wording is a fact without a time of its own.
type Wording struct {
	Span
	Manner   manner
	Side     string // of a relative one: before, during, after
	Block    int
	Sentence Span
	Services []*site.Service
}

// whose is what may stand before a relative wording and belongs to it.
const whose = `(?:待|在|于)?(?:“[^”]{1,8}”)?(?:国家|新|原|老|医保|医疗保险|信息|业务|实时|联网|结算|刷卡|扫码|柜台|柜面|窗口|经办|网报|系统|平台)*`

// The patterns, pending first: what a notice says instead of a time.
var patterns = []struct {
	manner  manner
	side    string
	pattern *later.Expression
}{
	{Pending, "", later.Compile(`另行(?:通知|公告|通告|告知|公布|发布|安排|确定)|(?:时间|范围|办法|日期)(?:暂时?|尚)?(?:待|未)(?:定|公布|通知|确定|明确)|时间(?:将|需)?视[^，。；]{2,16}(?:确定|而定)|时间确定后[^，。；]{0,8}(?:告知|通知|公布|公告|发布)|以(?:[^，。；]{0,11}[^，。；本])?(?:通告|公告|通知|公示|受理|发布)为准|(?:时间|日期)[^，。；]{0,4}(?:留意|关注|等候|等待)[^，。；]{0,16}(?:公告|通知|通告|消息)|由[^，。；]{0,12}公示(?:告知)?|(?:提前|延后|推迟|延期|调整)[^。；]{0,10}将[^。；]{0,12}(?:通知|公告|发布)`)},
	{Relative, "before", later.Compile(`` + whose + `(?:停机|停办|暂停[^，。；、,;0-9]{0,10}|切换|上线)(?:之前|以前|前)`)},
	{Relative, "during", later.Compile(`(?:业务|经办|系统|平台|实时|联网|结算|刷卡|窗口|柜面|柜台|线上)*(?:切换|停机|停办|停经办|暂停[^，。；、,;0-9]{0,10}|上线)期间|在此期间`)},
	{Relative, "after", later.Compile(`` + whose + `(?:恢复[^，。；、,;0-9]{0,8}|启用|上线运行|上线切换|上线)(?:之后|以后|后)|[从自][^，。；0-9]{0,14}之日(?:起|计算)?`)},
	{hours, "", later.Compile(`工作时间|办公时间|上班时间|工作日`)},
	{gradual, "", later.Compile(`逐步|陆续|分批|一段时间内?|运行初期|初期磨合|尽快|近期`)},
	{goingOn, "", going},
}

// SaysPending reports whether words say that a time is to be announced.
func SaysPending(words string) bool { return patterns[0].pattern.MatchString(words) }

// going is what a notice says of what does not stop.
var going = later.Compile(`不受影响|(?:可以?)?正常(?:办理|受理|开展|使用|运行)|照常(?:办理|受理|开展)?|予以顺延|提供咨询服务|暂不影响`)

// wordings finds the facts without a time, in the order of the text by sort.
func (d *Document) wordings(book *wordbook) []Wording {
	var found []Wording
	for i, b := range d.Blocks {
		if b.Role == Meta || b.Role == Signed || b.Role == Signer {
			continue
		}
		text := d.Text[b.Body:b.End]
		for _, p := range patterns {
			for _, at := range p.pattern.FindAllStringIndex(text, -1) {
				w := Wording{Span: Span{b.Body + at[0], b.Body + at[1]}, Manner: p.manner, Side: p.side, Block: i}
				w.Sentence = d.Sentence(w.Start)
				w.Services = book.near(d, w)
				found = append(found, w)
			}
		}
	}
	return found
}

// near returns the services that a wording or its clause or sentence names.
func (w *wordbook) near(d *Document, x Wording) []*site.Service {
	sentence := d.In(x.Sentence)
	block := d.Blocks[x.Block]
	for _, words := range [...]string{d.In(x.Span), clauseAt(sentence, x.Sentence.Start, x.Start), sentence, d.Text[x.Start:d.Whole(min(block.End, x.Start+reach))]} {
		if found, _ := w.in(words); len(found) > 0 {
			return found
		}
	}
	return nil
}
