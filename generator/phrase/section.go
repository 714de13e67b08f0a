package phrase

import (
	"fmt"
	"strings"

	"tonggao/generator/site"
)

// sectionWords are how a text refers to a heading by its number: 第三条第（二）项.
type sectionWords struct {
	levels    [5]string // from 1; the number, in Chinese figures for the first two
	between   string
	whole     string // all of the numbers
	question  string // the number of a question
	elsewhere string // a section that only the whole notice has
}

// reference words the number of a heading, and links it where the page has it. Where
// an edition leaves the heading out, the number is that of the whole notice.
func (v Voice) reference(n *site.Notice, address string) Run {
	if s := v.outline.At(address); s != nil {
		return Run{Text: v.Section(n, s), Section: s.Addresses[0]}
	}
	text := v.Section(n, n.Outline(nil).At(address))
	if v.outline != nil {
		text = fmt.Sprintf(v.words.section.elsewhere, text)
	}
	return Run{Text: text}
}

// Section words how a text refers to a section by its number.
func (v Voice) Section(n *site.Notice, s *site.Heading) string {
	var parts []string
	for level := 1; level <= s.Level; level++ {
		switch count := s.Numbers[level]; {
		case count == 0:
		case level == s.Level && s.Question:
			parts = append(parts, fmt.Sprintf(v.words.section.question, count))
		case level < 3 && v.Language != site.English:
			parts = append(parts, fmt.Sprintf(v.words.section.levels[level], Han(count)))
		default:
			parts = append(parts, fmt.Sprintf(v.words.section.levels[level], count))
		}
	}
	if s.Level == 0 {
		return v.AnnexLabel(n, s.Annex)
	}
	text := fmt.Sprintf(v.words.section.whole, strings.Join(parts, v.words.section.between))
	if s.Annex != nil {
		return v.AnnexLabel(n, s.Annex) + v.words.section.between + text
	}
	return text
}
