package advice

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"tonggao/generator/mention"
	"tonggao/generator/message"
	"tonggao/generator/outline"
	"tonggao/generator/prose"
)

// A reference to a section by its number goes stale in silence when another section
// is put before it. One that is typed is told with the placeholder to write; one to
// another document is its author's business.

const counted = `[一二三四五六七八九十百零〇○0-9０-９]+`

var (
	// typedSection is 第三条第（二）项, 第2条, 第三部分（一）; its parts are cut by sectionPart.
	typedSection = regexp.MustCompile(`第[（(]?` + counted + `[）)]?(?:条|款|项|目|部分|章|节|点)(?:之` + counted + `)?(?:第?[（(]` + counted + `[）)](?:条|款|项|目|点)?|第` + counted + `(?:条|款|项|目|点))*`)
	sectionPart  = regexp.MustCompile(counted)
	// inner is a number that the first level does not have.
	inner = regexp.MustCompile(`^第?[（(]|^第` + counted + `[项款目点]`)
	// bareSection is 见（二）, 上述（三）, 本通告三（二）.
	bareSection = regexp.MustCompile(`(?:见|按|照|上述|前述|本通告|本通知|本公告)的?([（(]` + counted + `[）)]项?)|(?:本通告|本通知|本公告)的?([一二三四五六七八九十]+(?:[（(]` + counted + `[）)]|、))`)

	refers   = regexp.MustCompile(`(?:见|按|按照|依照|依据|根据|参照|上述|前述|上文|前款|下述|符合|适用|属于|本(?:通告|通知|公告|指南|方案|办法|页)(?:的|中)?)$`)
	things   = regexp.MustCompile(`^(?:线|热线|专线|短信|信息|消息|新闻|记录|意见|建议|道|路|街|通道|生产线|流水线|河|船)`)
	goesOn   = regexp.MustCompile(`^(?:$|[^\p{Han}]|规定|所列|所述|要求|的|中|之|执行|办理|和|及|与|或|至|到|以|内容|列)`)
	aside    = regexp.MustCompile(`(?:（[^（）]*）|\([^()]*\)|[ 　的中])$`)
	document = regexp.MustCompile(`(本|上述)?(法|条例|办法|规定|规则|细则|决定|意见|方案|章程|协议|合同|解释|通则|标准|规范|目录|制度|批复|文件|文|其|预案|规程|指引|准则|通知|通告|公告|函|令|号)$`)
	alone    = regexp.MustCompile(`(?:^|[^\p{Han}]|见|按|照|据|依)(?:通知|通告|公告)$`)
	between  = regexp.MustCompile(`^[、，,和及与以至到或—~～\- ]*$`)
)

func (b *brief) lintReferences(r *reading) {
	for _, found := range r.references {
		b.problems.Warn(found.at, b.sectionHint(found.written), "%s is typed; it will be wrong when a section is added or moved", found.written)
	}
}

// references finds the numbers of sections that are typed in a line.
func references(words prose.Words) (all []reference) {
	text := plain(words)
	tell := func(from, to int) { all = append(all, reference{placeOf(words, text, from), text[from:to]}) }
	foreign, end := false, 0
	var typed [][]int
	if strings.Contains(text, "第") {
		typed = typedSection.FindAllStringIndex(text, -1)
	}
	for _, at := range typed {
		before := text[:at[0]]
		foreign = elsewhere(before) || foreign && between.MatchString(text[end:at[0]])
		end = at[1]
		if !foreign && isReference(before, text[at[0]:at[1]], text[at[1]:]) {
			tell(at[0], at[1])
		}
	}
	if !leads(text) {
		return all
	}
	for _, at := range bareSection.FindAllStringSubmatchIndex(text, -1) {
		from, to := max(at[2], at[4]), max(at[3], at[5])
		tell(from, from+len(strings.TrimSuffix(text[from:to], "、")))
	}
	return all
}

// leads reports whether a text has what bareSection begins with, a bracket behind some words
// or a number behind the notice's own name, which spares most texts the search.
func leads(text string) bool {
	if strings.Contains(text, "本") && slices.ContainsFunc([]string{"本通告", "本通知", "本公告"}, func(own string) bool { return numbers(text, own) }) {
		return true
	}
	return slices.ContainsFunc([]string{"（", "("}, func(bracket string) bool { return opensBehind(text, bracket) })
}

// opensBehind reports whether one of some words stands before a bracket.
func opensBehind(text, bracket string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], bracket)
		if i < 0 {
			return false
		}
		before := strings.TrimSuffix(text[:from+i], "的")
		if slices.ContainsFunc([]string{"见", "按", "照", "上述", "前述"}, func(word string) bool { return strings.HasSuffix(before, word) }) {
			return true
		}
		from += i + len(bracket)
	}
}

// numbers reports whether a number or a bracket stands behind a name.
func numbers(text, name string) bool {
	for _, rest, found := strings.Cut(text, name); found; _, rest, found = strings.Cut(rest, name) {
		if next, _ := utf8.DecodeRuneInString(strings.TrimPrefix(rest, "的")); strings.ContainsRune("（(一二三四五六七八九十", next) {
			return true
		}
	}
	return false
}

// elsewhere reports whether what stands before a number names another document.
func elsewhere(before string) bool {
	for {
		shorter := aside.ReplaceAllString(before, "")
		if shorter == before {
			break
		}
		before = shorter
	}
	if strings.HasSuffix(before, "》") || strings.HasSuffix(before, "〉") || strings.HasSuffix(before, string(hole)) {
		return true
	}
	found := document.FindStringSubmatch(before)
	return found != nil && found[1] == "" && !alone.MatchString(before)
}

// isReference tells 第三条规定 from 第三条线路: a number without brackets, a second
// number or a word before it that refers must have something behind it that goes on.
func isReference(before, written, after string) bool {
	several := len(sectionPart.FindAllString(written, -1)) > 1 || strings.ContainsAny(written, "（(")
	loose := strings.HasSuffix(written, "部分") || strings.HasSuffix(written, "章") || strings.HasSuffix(written, "节") || strings.HasSuffix(written, "点")
	switch {
	case refers.MatchString(before), several && !loose:
		return true
	case loose:
		return false
	case strings.HasSuffix(written, "条"):
		return !things.MatchString(after)
	}
	return goesOn.MatchString(after)
}

// sectionHint names the placeholder of the heading that has a typed number now.
func (b *brief) sectionHint(written string) message.Text {
	literal := fmt.Sprintf("{{meant %s}}", written)
	var numbers []int
	for _, figures := range sectionPart.FindAllString(written, -1) {
		numbers = append(numbers, mention.Count(figures))
	}
	headings := outline.Of(b.notice, nil)
	if h := numbered(headings, numbers, !inner.MatchString(written)); h != nil {
		return message.Say("write {{section.%s}}, which is the number of %q; or %s if it is of another document", h.Addresses[0], h.Title(), literal)
	}
	if len(headings) == 0 {
		return message.Say("give the section a heading and write {{section.ID}} with its {#id}; or %s if it is of another document", literal)
	}
	return message.Say("write {{section.ID}} with the name of the file or the heading's {#id}, such as {{section.%s}}; or %s if it is of another document", headings[0].Addresses[0], literal)
}

// numbered finds the one heading that has the numbers: from the first level on, or at
// whatever level.
func numbered(headings outline.Headings, numbers []int, first bool) *outline.Heading {
	var found *outline.Heading
	for _, h := range headings {
		from := 1
		if !first {
			from = h.Level - len(numbers) + 1
		}
		if h.Annex != nil || from < 1 || !first && from < 2 || h.Level != from+len(numbers)-1 {
			continue
		}
		same := true
		for i, n := range numbers {
			same = same && h.Numbers[from+i] == n
		}
		switch {
		case same && found != nil:
			return nil
		case same:
			found = h
		}
	}
	return found
}
