package phrase

import (
	"fmt"
	"strings"

	"tonggao/generator/lexicon"
	"tonggao/generator/timing"
)

// Aloud is the voice for what is read out to people: times as they are spoken,
// 十二月三十日晚上八点, in figures that a speaker cannot misread. The words of English are
// read out as they are written.
func (v Voice) Aloud() Voice {
	if w := lexicon.Spoken(v.Language); w != nil {
		v.words, v.Wording = w, timing.In(w)
	}
	return v
}

var spokenDigits = strings.NewReplacer("0", "零", "1", "一", "2", "二", "3", "三", "4", "四", "5", "五", "6", "六", "7", "七", "8", "八", "9", "九", "-", "")

// Spelled is a number of which each figure is said by itself, as that of a telephone.
func (v Voice) Spelled(number string) string {
	if lexicon.Spoken(v.Language) != nil {
		return spokenDigits.Replace(number)
	}
	return strings.TrimSpace(strings.Join(strings.Split(number, ""), " "))
}

// Length words how long a text takes to be read out.
func (v Voice) Length(seconds int) string { return fmt.Sprintf(v.Kit().Seconds, seconds) }
