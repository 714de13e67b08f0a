package grammar

import "strings"

// nows are words for the day of issue.
var nows = []string{"即日起", "即日", "自发布之日起", "自公布之日起", "即时起", "即刻起"}

// SinceToday finds the first word of a text for the day of issue, and where it begins, or "".
func SinceToday(text string) (int, string) {
	best, found := -1, ""
	for _, w := range nows {
		if i := strings.Index(text, w); i >= 0 && (best < 0 || i < best) {
			best, found = i, w
		}
	}
	return best, found
}
