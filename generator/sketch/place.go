package sketch

import (
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
)

// Scoped gives stops and stages of reduced service the place that words name, where they do.
func Scoped(said []*Sketch, words string) bool {
	found := grammar.PlaceLine.FindStringSubmatch(words)
	if found == nil || len(said) == 0 {
		return false
	}
	scope := ShortScope(found[1])
	for _, s := range said {
		switch {
		case s.Kind != site.Suspend && s.State == "", s.State == "" && grammar.Lessening.MatchString(words), s.State != "" && strings.HasPrefix(words, "停"):
		case s.Scope == "":
			s.Scope = scope
		case !strings.Contains(s.Scope, scope) && !strings.Contains(s.Scope, "："):
			s.Scope += "：" + scope
		}
	}
	return true
}

// ShortScope is a place of a line as a scope: its whole parts, about forty characters.
func ShortScope(words string) string {
	return grammar.Within(strings.TrimRight(issued.FullWidth(issued.Clean(words)), "。；， "), 40)
}
