package phone

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// TestFindsWhatItsFormSays compares with one regular expression of all numbers, over
// texts of figures, marks and words thrown together.
func TestFindsWhatItsFormSays(t *testing.T) {
	known := []string{"85119460", "12345", "8511", "（0519）8511", "95566"}
	form := regexp.MustCompile(`（0519）8511|85119460|12345|95566|8511|(?:[(（]0\d{2,3}[)）]|0\d{2,3}[-－—])\d{7,8}|1[3-9]\d{9}|[48]00[-－—]?\d{3}[-－—]?\d{4}`)
	whole := regexp.MustCompile(`(?:` + form.String() + `)(?:[转轉]\d{1,5})?`)
	pieces := []string{"85119460", "12345", "8511", "0519", "（", "）", "-", "－", "—", "转", "2", "400", "139", "12345678", "7654321", "2022年1月", "号", "电话", ".", "、", "1", "95566"}
	random := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range 200_000 {
		var b strings.Builder
		for range 1 + random.IntN(7) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		text := b.String()
		var want [][2]int
		for _, at := range whole.FindAllStringIndex(text, -1) {
			if alone(text[:at[0]], text[at[1]:]) {
				want = append(want, [2]int{at[0], at[1]})
			}
		}
		have := Among(known).In(text)
		if len(have) != len(want) {
			t.Fatalf("%q: %v, want %v", text, have, want)
		}
		for i := range want {
			if have[i] != want[i] {
				t.Fatalf("%q: %v, want %v", text, have, want)
			}
		}
		found += len(want)
	}
	if found < 30_000 {
		t.Errorf("only %d numbers were looked for", found)
	}
}
