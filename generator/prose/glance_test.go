package prose

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// TestGlancesSpareNothing holds every first look, by which most texts are spared a search,
// against the searches.
func TestGlancesSpareNothing(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		shown := r >= 0x4E00 && r <= 0x9FFF || r >= ' ' && r < 0x7F
		if shown && (unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || Hidden(r)) {
			t.Fatalf("%U is hidden", r)
		}
	}
	random, spared := rand.New(rand.NewPCG(13, 14)), 0
	signs := []rune("第一二三四五六七八九十零百暂停办理业务问条章节0189０９.)）(（、．：①⑳#＃-+*－＋＊•·∙‧●○▪■◆◇ \t[]xX~^=$:tocTOC<>&;_`\\")
	for range 300_000 {
		var b strings.Builder
		for range 1 + random.IntN(6) {
			b.WriteRune(signs[random.IntN(len(signs))])
		}
		line := b.String()
		if worded(line) {
			spared++
			for _, form := range []*regexp.Regexp{glued, numbered, hash, bullet, taskBox} {
				if form.MatchString(line) {
					t.Fatalf("%q is spared, and %s is in it", line, form)
				}
			}
		}
		if !mayBeNumbered(line) && typed.MatchString(line) {
			t.Fatalf("%q is spared, and has a number", line)
		}
		if !mayBeMarked(line) {
			spared++
			for _, m := range marked {
				if m.form.MatchString(line) {
					t.Fatalf("%q is spared, and %s is in it", line, m.form)
				}
			}
		}
		if !mayBeForeign(line) {
			spared++
			for _, f := range foreign {
				if f.form.MatchString(line) {
					t.Fatalf("%q is spared, and %s is in it", line, f.form)
				}
			}
		}
	}
	if spared < 50_000 {
		t.Errorf("only %d texts were spared", spared)
	}
}
