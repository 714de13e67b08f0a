package pdf

import "strings"

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

// A sense knows where a title can be broken at the sense of its words.
type sense struct{ words map[string]bool }

func newSense(names []string) sense {
	s := sense{make(map[string]bool)}
	for _, w := range append(names, compounds...) {
		if n := len([]rune(w)); n > 1 && n <= longestWord {
			s.words[w] = true
		}
	}
	return s
}

const longestWord = 16

// What a break costs where it parts words; lengths differ by squares of ems.
const (
	goodBreak = 0   // behind an issuer, a mark, 的 or 期间, before 关于
	fairBreak = 14  // between two known words
	openBreak = 30  // between characters of which nothing is known
	badBreak  = 300 // inside a known word
)

// price says what a break before the i-th character costs.
func (s sense) price(text []rune, i int) int {
	fits, meets := false, 0
	for from := max(0, i-longestWord+1); from < i; from++ {
		for to := i + 1; to <= min(len(text), from+longestWord); to++ {
			fits = fits || s.words[string(text[from:to])]
		}
		if s.words[string(text[from:i])] {
			meets |= 1
		}
	}
	for to := i + 1; to <= min(len(text), i+longestWord); to++ {
		if s.words[string(text[i:to])] {
			meets |= 2
		}
	}
	switch {
	case strings.HasSuffix(string(text[:i]), "关于"), strings.HasPrefix(string(text[i:]), "期间"):
		return badBreak
	case strings.HasPrefix(string(text[i:]), "关于"), strings.HasSuffix(string(text[:i]), "期间"), strings.ContainsRune("的、，）”》：", text[i-1]):
		return goodBreak
	case fits:
		return badBreak
	case meets == 3, strings.ContainsRune("和与及或并", text[i-1]):
		return fairBreak
	case strings.ContainsRune("的之", text[i]):
		return badBreak
	}
	return openBreak
}

// balance breaks a title into as few lines as its width asks, at the sense of its
// words and of like lengths, but not equal ones: GB/T 9704, 7.3.1 wants a
// trapezoid or a rhombus.
func (s sense) balance(p *paragraph, width int) []*paragraph {
	n := len(p.cells)
	if n == 0 {
		return nil
	}
	text := make([]rune, n)
	wide := make([]int, n+1)
	for i, c := range p.cells {
		text[i] = c.char
		wide[i+1] = wide[i] + c.width + p.gap[i]
	}
	for count := (wide[n] + width - 1) / width; count <= n; count++ {
		if ends := s.divide(p, text, wide, width, count); ends != nil {
			return p.cut(ends)
		}
	}
	return p.cut([]int{n})
}

// divide finds the best ends of a number of lines, or nil when none fit.
func (s sense) divide(p *paragraph, text []rune, wide []int, width, count int) []int {
	n := len(text)
	mean := wide[n] / count
	cost := make([][]int, count+1)
	from := make([][]int, count+1)
	for l := range cost {
		cost[l], from[l] = make([]int, n+1), make([]int, n+1)
		for i := range cost[l] {
			cost[l][i] = never
		}
	}
	cost[0][0] = 0
	for l := 1; l <= count; l++ {
		for end := 1; end <= n; end++ {
			if end < n && !p.may[end-1] || l == count && end < n {
				continue
			}
			price := 0
			if end < n {
				price = s.price(text, end)
			}
			for start := end - 1; start >= 0 && wide[end]-wide[start]-p.gap[end-1]-p.trim[end-1] <= width; start-- {
				if cost[l-1][start] == never {
					continue
				}
				off := (wide[end] - wide[start] - mean) / 100 // tenths of an em
				if c := cost[l-1][start] + price + off*off/200; c < cost[l][end] {
					cost[l][end], from[l][end] = c, start
				}
			}
		}
	}
	if cost[count][n] == never {
		return nil
	}
	ends := make([]int, count)
	for l, end := count, n; l > 0; l-- {
		ends[l-1], end = end, from[l][end]
	}
	return ends
}

// cut makes a paragraph of each part.
func (p *paragraph) cut(ends []int) []*paragraph {
	var parts []*paragraph
	from := 0
	for _, to := range ends {
		parts = append(parts, &paragraph{cells: p.cells[from:to], spans: p.spans, kinds: p.kinds[from:to], may: p.may[from:to],
			gap: p.gap[from:to], give: p.give[from:to], rank: p.rank[from:to], loose: p.loose[from:to], trim: p.trim[from:to]})
		from = to
	}
	return parts
}

// natural is the width of the paragraph on one line, without what its last mark
// leaves blank.
func (p *paragraph) natural() int {
	width := 0
	for i, c := range p.cells {
		width += c.width
		if i+1 < len(p.cells) {
			width += p.gap[i]
		} else {
			width -= p.trim[i]
		}
	}
	return width
}

// row sets the paragraph on one line from a place on, without spreading it.
func (p *paragraph) row(at int, size float64) line {
	f := &fit{paragraph: p, shape: shape{first: at, measure: at + p.natural()}}
	f.sum()
	return line{cells: f.set(0, len(p.cells)), size: size, spans: p.spans}
}
