// Package sense knows where a title can be broken at the sense of its words: behind an
// issuer, before 关于, between two known words. It measures nothing and sets nothing; those
// who set lines ask what a break costs.
//
// Begin reading at Sense.Prices.
package sense

import (
	"math/bits"
	"strings"
	"sync"

	"tonggao/generator/site"
)

// compounds are words of notices that a title's line break should not part, and
// behind or before which it may stand well. A name of the site's own vocabulary
// counts too. The list need not be complete: it only tells a better break from a
// worse one.
var compounds = strings.Fields(`
	国家 全国 全省 全市 全县 全区 省级 市级 本级 各地 有关 相关 部分 所有 全部 定点 单位 机构 人员 居民 职工 群众 企业 学校
	医疗 医疗保障 医疗机构 医疗保险 医保 保障 保险 基本 生育 工伤 失业 养老 社会保险 社会保障 公积金 长期护理保险 药店 药品 目录 耗材 医药 医院 门诊 住院
	信息 信息平台 平台 系统 信息系统 网络 数据 切换 上线 停机 升级 维护 迁移 割接 启用 启动 运行 测试 服务 服务中心 事务 政务 管理 事业 经办 窗口 线上 网上 业务 办理 受理
	暂停 停止 恢复 逐步 部分恢复 全面 全面恢复 开展 实施 执行 调整 延期 推迟 提前 取消 截止 期间 时间 具体 范围 事项 工作 安排 说明 指南 注意 注意事项 须知 问答
	结算 联网 联网结算 实时 费用 异地 就医 异地就医 购药 报销 缴费 参保 参保单位 参保人员 登记 备案 查询 退费 垫付 刷卡 扫码 转移 接续 待遇 账户 支付 凭证 电子
	通告 公告 通知 公示 关于 医疗保障局 管理局 人民政府 委员会 办公室 供水 停水 停电 燃气 供暖 交通 公交 地铁 道路 封闭 施工 户籍 出入境 税务 不动产 登记中心`)

// A Sense knows where a title can be broken at the sense of its words. The zero Sense knows
// no words.
type Sense struct{ vocabulary func() *vocabulary }

type vocabulary struct {
	words   map[string]bool
	lengths map[[2]rune]uint32 // of the words that begin with two letters: a bit for each length
}

// New makes a sense that knows names besides the common words of notices.
func New(names []string) Sense {
	return Sense{sync.OnceValue(func() *vocabulary { return vocabularyOf(names) })}
}

// Of makes a sense that knows the words of a site, which a title does not part: they are
// gathered when it is first asked.
func Of(s *site.Site) Sense {
	return Sense{sync.OnceValue(func() *vocabulary { return vocabularyOf(namesOf(s)) })}
}

func vocabularyOf(names []string) *vocabulary {
	v := &vocabulary{map[string]bool{}, map[[2]rune]uint32{}}
	for _, w := range append(names, compounds...) {
		if letters := []rune(w); len(letters) > 1 && len(letters) <= longestWord {
			v.words[w] = true
			v.lengths[[2]rune(letters)] |= 1 << len(letters)
		}
	}
	return v
}

const longestWord = 16

// What a break costs where it parts words; lengths differ by squares of ems. From
// badBreak on it stands where no reader would break.
const (
	goodBreak = 0   // behind an issuer, a mark, 的 or 期间, before 关于
	fairBreak = 14  // between two known words
	openBreak = 30  // between characters of which nothing is known
	badBreak  = 300 // inside a known word: no sense breaks there; inside a word of a name, twice
)

// Prices says what a break before each character costs, in squares of a tenth of an
// em by which lines may differ instead. The first is no break and costs nothing.
func (s Sense) Prices(text []rune) []int {
	n, known := len(text), &vocabulary{}
	if s.vocabulary != nil {
		known = s.vocabulary()
	}
	inside, starts, ends := make([]int, n+1), make([]bool, n+1), make([]bool, n+1)
	for from := range max(n-1, 0) {
		for lengths := known.lengths[[2]rune(text[from:])]; lengths > 0; lengths &= lengths - 1 {
			to := from + bits.TrailingZeros32(lengths)
			if to > n || !known.words[string(text[from:to])] {
				continue
			}
			starts[from], ends[to] = true, true
			for i := from + 1; i < to; i++ {
				inside[i]++
			}
		}
	}
	prices := make([]int, n)
	for i := 1; i < n; i++ {
		prices[i] = price(text, i, inside[i], ends[i] && starts[i])
	}
	return prices
}

// price is what one break costs: inside so many known words, between two, or neither.
func price(text []rune, i, inside int, between bool) int {
	before, behind := pair(text, i-2), pair(text, i)
	switch {
	case before == about, behind == during:
		return badBreak
	case behind == about, before == during, closes(text[i-1]):
		return goodBreak
	case inside > 0:
		return badBreak * inside
	case between, joins(text[i-1]):
		return fairBreak
	case text[i] == '的', text[i] == '之':
		return badBreak
	}
	return openBreak
}

var about, during = [2]rune{'关', '于'}, [2]rune{'期', '间'}

// pair is the two characters at a place, or none where there are not two.
func pair(text []rune, at int) (two [2]rune) {
	if at >= 0 && at+2 <= len(text) {
		two = [2]rune(text[at:])
	}
	return two
}

func closes(r rune) bool {
	switch r {
	case '的', '、', '，', '）', '”', '》', '：':
		return true
	}
	return false
}

func joins(r rune) bool {
	switch r {
	case '和', '与', '及', '或', '并':
		return true
	}
	return false
}

// Seams cuts a title where it can be broken at the sense of its words, but not so
// that its last word stands alone.
func (s Sense) Seams(title string) []string {
	letters := []rune(title)
	prices := s.Prices(letters)
	var parts []string
	from := 0
	for i := 1; i < len(letters); i++ {
		if prices[i] < openBreak && i < len(letters)-2 { // 通告 does not stand alone
			parts = append(parts, string(letters[from:i]))
			from = i
		}
	}
	return append(parts, string(letters[from:]))
}

func namesOf(s *site.Site) []string {
	var names []string
	for _, r := range s.Regions {
		names = append(names, r.Name, r.Issuer)
		for _, n := range r.Notices {
			names = append(names, n.Issuers...)
			names = append(names, site.ServiceNames(n.Services)...)
			for _, t := range n.Terms {
				names = append(names, t.Name, t.Means)
			}
		}
	}
	return names
}
