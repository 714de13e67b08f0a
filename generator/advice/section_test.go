package advice

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestNoSectionIsSpared holds that a text which is spared the search for typed sections has
// none.
func TestNoSectionIsSpared(t *testing.T) {
	random, found := rand.New(rand.NewPCG(15, 16)), 0
	pieces := []string{"本通告", "本通知", "本公告", "的", "见", "按", "照", "上述", "前述", "（", "(", "）", ")", "一", "二十", "3", "０", "、", "项", "条", "第", "办理", "，", "见（", "上述的（", "本通告一", "本公告的（", "（三）", "二、"}
	for range 200_000 {
		var text strings.Builder
		for range random.IntN(8) {
			text.WriteString(pieces[random.IntN(len(pieces))])
		}
		if bareSection.MatchString(text.String()) {
			if found++; !leads(text.String()) {
				t.Fatalf("%q is spared", text.String())
			}
		}
	}
	if found < 2_000 {
		t.Errorf("only %d texts had one", found)
	}
}
