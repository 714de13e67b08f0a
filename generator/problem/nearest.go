package problem

import (
	"slices"

	"tonggao/generator/message"
)

// Nearest returns the known word that is most like the one written, or "" when
// none is near: at most a third of its characters differ (Damerau-Levenshtein,
// neighbours swapped count once). Equal distances fall to the first in order.
func Nearest(written string, known []string) string {
	best, least := "", len([]rune(written))/3+2
	for _, word := range slices.Sorted(slices.Values(known)) {
		if d := distance([]rune(written), []rune(word)); d < least && d <= (max(len([]rune(written)), len([]rune(word)))+2)/3 {
			best, least = word, d
		}
	}
	return best
}

// DidYouMean is the hint that names the nearest known word, or lists them all
// when none is near and the list is short enough to read.
func DidYouMean(written string, known []string) message.Text {
	if near := Nearest(written, known); near != "" {
		return message.Say("did you mean %s?", near)
	}
	if len(known) == 0 || len(known) > 40 {
		return message.Text{}
	}
	return message.Say("known here: %s", message.Names(slices.Sorted(slices.Values(known))))
}

func distance(a, b []rune) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
