package testkit

import "strings"

// place is a name of two characters. Every other place has a character that is
// rare elsewhere, as Chinese places do, one of them outside the BMP.
func place(i int) string {
	rare := []rune("亳儋鄠浉瀍濮衢暨嵊砀歙黟鄄茌莒郯睢柘杞淇浚郏鄢郾漯淅邳盱眙蓟蠡涿泺𬇙")
	first := []rune("安平永和长新南北东西临江海清金玉龙凤石白")
	last := []rune("州阳安宁山川江河城水林原泉湖溪口门昌远德")
	if i%2 == 1 {
		return string(rare[i/2%len(rare)]) + string(last[i/3%len(last)])
	}
	return string(first[i/2%len(first)]) + string(last[i/40%len(last)])
}

// heading is one of the subjects of a section or question.
func (n *nation) heading(i int) string {
	subjects := []string{"就医购药费用结算", "在院患者出入院登记", "生育医疗费用报销", "异地就医备案", "医保关系转移接续", "门诊慢特病待遇", "个人账户查询", "零星报销"}
	return subjects[(n.count*3+i)%len(subjects)]
}

// sentences puts so many sentences together, each of three parts that are drawn
// anew, so that paragraphs differ from region to region as they do in life.
func (n *nation) sentences(count int) string {
	var b strings.Builder
	for range count {
		n.drawn++
		i := n.drawn * 2654435761 >> 7
		b.WriteString(part(nationWho, i) + part(nationWhen, i/16) + part(nationWhat, i/256) + "。")
	}
	return b.String()
}

func part(of []string, i uint64) string { return of[i%uint64(len(of))] }

var nationWho = []string{
	"参保人员", "在院治疗的参保人员", "需要购药的慢性病患者", "生育津贴申领人员", "办理异地安置的退休人员", "灵活就业人员", "新出生的婴儿及其监护人",
	"定点医疗机构", "定点零售药店", "各乡镇（街道）便民服务中心", "参保单位经办人员", "跨省就医的参保人员", "城乡居民", "困难群众", "医疗救助对象",
}

var nationWhen = []string{
	"在系统切换期间", "在本通告规定的时间内", "如遇特殊情况", "确需办理业务的", "系统恢复以后", "未能及时结算的", "已经预约的", "因病情需要连续治疗的",
	"接到短信提醒以后", "在窗口排队较多时", "身份信息有变化的", "持有纸质票据的", "使用医保电子凭证的",
}

var nationWhat = []string{
	"可以先行垫付全部费用，并妥善保存发票、费用清单、处方等原始材料", "应当提前备足所需药品，合理安排就医时间，避免集中到窗口办理",
	"请主动出示有效身份证件或者社会保障卡，由工作人员登记有关信息", "可以通过电话、传真、邮寄等方式提出申请，由经办机构先行受理后补录",
	"须配合做好费用核对和数据上传，不得以系统暂停为由拒绝、推诿病人", "应当在醒目位置张贴本通告，安排专人做好解释说明和秩序维护",
	"享受的医疗保障待遇不受影响，所发生的合规费用按照原有政策标准报销", "需要重新核对基础信息，发现错误的请及时联系参保地经办机构更正",
	"凭诊断证明和出院小结办理补记账手续，无须重复提交已经核验的材料", "请勿轻信非官方渠道发布的消息，谨防以补办手续为名的电信诈骗",
	"由原经办窗口出具收件回执，恢复以后按照收件先后顺序依次办结",
}

const nationSite = `name      = "全国医保通告"
base_url  = "https://nation.example"
sample = true
languages = ["zh-CN"]
hotlines  = ["12345", "12393"]

[service.settlement]
name    = "医保费用联网结算"
aliases = ["联网结算"]

[service.counter]
name    = "窗口经办"

[audience.insured]
name = "参保人员"

[audience.provider]
name = "定点医药机构"

[audience.employer]
name = "参保单位"
`

const nationNotice = `title   = "关于切换上线国家医疗保障信息平台期间暂停医保业务办理的通告"
issued  = 2026-11-20
cascade = true

[term.platform]
name  = "国家平台"
means = "国家医疗保障信息平台"

[milestone.counter-stop]
kind     = "suspend"
service  = "counter"
at       = "2026-12-24 17:00"
text     = "{{region}}各医保窗口暂停办理医保业务"
instead  = "由窗口先行接单，国家平台上线以后补办"

[milestone.counter-full]
kind     = "resume"
service  = "counter"
at       = "2027-01-04 09:00"
text     = "{{region}}各医保窗口恢复办理医保业务"

[milestone.settlement-stop]
kind     = "suspend"
service  = "settlement"
at       = "2026-12-30 20:00"
text     = "{{region}}定点医疗机构、定点零售药店暂停医保费用联网结算"
instead  = "费用由参保人员先行垫付，恢复以后到原定点单位退费并重新结算"

[milestone.settlement-first]
kind     = "partial"
service  = "settlement"
at       = "2027-01-01 00:00"
gradual  = true
text     = "联网结算在{{region}}部分定点单位逐步恢复"

[milestone.settlement-full]
kind     = "resume"
service  = "settlement"
at       = "2027-01-02 08:00"
text     = "联网结算在{{region}}所有定点单位全面恢复"

[milestone.refund]
kind         = "deadline"
at           = "2027-03-31"
includes_day = true
label        = "垫付费用退费截止"
text         = "持垫付票据到原就医购药的定点单位退费，重新刷卡结算"
audience     = ["insured"]
`

const nationCity = `issued  = 2026-11-22
cascade = true

[milestone.settlement-full]
at  = "2027-01-02 %02d:00"
why = "本市联调测试安排"

[milestone.counter-stop]
instead = "由窗口登记，恢复以后电话通知补办"
`

const nationCounty = `title  = "关于暂停办理医保业务的通告"
issued = 2026-11-25

[milestone.settlement-first]
instead = "具体恢复时间以各定点单位的公示为准"
`
