package texts

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestYearsAreThoseOfTheirForm compares with one regular expression of dates, over texts of
// figures and words thrown together.
func TestYearsAreThoseOfTheirForm(t *testing.T) {
	dated := regexp.MustCompile(`(\d{4}年|[一二三四五六七八九〇]{4}年)(?:\d{1,2}|[一二三四五六七八九十]{1,2})月`)
	pieces := []string{"2021", "二〇二一", "年", "年", "月", "月", "1", "12", "十", "十二", "日", "，", "0", "a", "年12月", "\xff", "窗口"}
	random := rand.New(rand.NewPCG(3, 5))
	count := 0
	for range 200_000 {
		var b strings.Builder
		for range random.IntN(12) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		var have, want [][2]int
		for from, to := range years(b.String()) {
			have = append(have, [2]int{from, to})
		}
		for _, at := range dated.FindAllStringSubmatchIndex(b.String(), -1) {
			want = append(want, [2]int{at[2], at[3]})
		}
		if !slices.Equal(have, want) {
			t.Fatalf("%q: %v, want %v", b.String(), have, want)
		}
		count += len(want)
	}
	if count < 5_000 {
		t.Errorf("only %d years were looked for", count)
	}
}
