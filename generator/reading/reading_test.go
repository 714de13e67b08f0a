package reading

import (
	"strings"
	"testing"
)

func TestPlaceNamesAreReadAsTheirPeopleDo(t *testing.T) {
	for name, want := range map[string]string{
		"常熟市": "chang shu shi", "张家港市": "zhang jia gang shi", "重庆市": "chong qing shi", "长沙县": "chang sha xian", "厦门市": "xia men shi",
		"六安市": "lu an shi", "蚌埠市": "beng bu shi", "浙江省本级": "zhe jiang sheng ben ji", "吕梁市": "lv liang shi", "西安市": "xi an shi",
		"东阿县": "dong e xian", "阿拉善左旗": "a la shan zuo qi", "A区 2": "a qu 2",
	} {
		if got := spaced(Of(name)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// A known name is read one syllable a character, or the page could not say how
// each character is read.
func TestPlaceReadingsHaveASyllableForEachCharacter(t *testing.T) {
	for name, syllables := range placeReadings {
		if len([]rune(name)) != len(strings.Fields(syllables)) || len([]rune(name)) > 4 {
			t.Errorf("%s: %s", name, syllables)
		}
	}
}
