package phrase

import (
	"fmt"
	"strings"
	"tonggao/generator/lexicon"

	"tonggao/generator/outline"
	"tonggao/generator/site"
)

// reference words the number of a heading, and links it where the page has it. Where
// an edition leaves the heading out, the number is that of the whole notice.
func (v Voice) reference(n *site.Notice, address string) Run {
	if s := v.outline.At(address); s != nil {
		return Run{Text: v.Section(n, s), Section: s.Addresses[0]}
	}
	text := v.Section(n, outline.Of(n, nil).At(address))
	if v.outline != nil {
		text = fmt.Sprintf(v.words.Section.Elsewhere, text)
	}
	return Run{Text: text}
}

// Section words how a text refers to a section by its number.
func (v Voice) Section(n *site.Notice, s *outline.Heading) string {
	var parts []string
	for level := 1; level <= s.Level; level++ {
		switch count := s.Numbers[level]; {
		case count == 0:
		case level == s.Level && s.Question:
			parts = append(parts, fmt.Sprintf(v.words.Section.Question, count))
		case level < 3 && v.Language != site.English:
			parts = append(parts, fmt.Sprintf(v.words.Section.Levels[level], lexicon.Han(count)))
		default:
			parts = append(parts, fmt.Sprintf(v.words.Section.Levels[level], count))
		}
	}
	if s.Level == 0 {
		return v.AnnexLabel(n, s.Annex)
	}
	text := fmt.Sprintf(v.words.Section.Whole, strings.Join(parts, v.words.Section.Between))
	if s.Annex != nil {
		return v.AnnexLabel(n, s.Annex) + v.words.Section.Between + text
	}
	return text
}
