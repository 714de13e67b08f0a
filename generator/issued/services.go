package issued

import (
	"slices"
	"strings"
	"unicode"

	"tonggao/generator/site"
)

// A wordbook knows by which words a text names a service: by its name or an
// alias, whole; or, less surely, by the first two characters of one of them,
// where these begin no other service's name: 窗口 of 窗口经办.
type wordbook struct {
	names []entry
	leads []entry
}

type entry struct {
	word    string
	service *site.Service
}

// common are pairs that begin many names and tell nothing.
var common = []string{"医保", "医疗", "业务", "经办", "办理", "服务", "费用", "全部", "所有", "相关", "定点", "国家", "个人", "参保", "系统", "平台"}

// newWordbook gathers the names of a vocabulary. Pairs that stand in the name of
// a place are not telling.
func newWordbook(v site.Vocabulary, places ...string) *wordbook {
	w := &wordbook{}
	owner := map[string]*site.Service{}
	double := map[string]bool{}
	for _, s := range v.Services {
		for _, name := range append([]string{s.Name}, s.Aliases...) {
			w.names = append(w.names, entry{name, s})
			pair := lead(name)
			double[pair] = double[pair] || owner[pair] != nil && owner[pair] != s
			owner[pair] = s
		}
	}
	for _, e := range w.names {
		pair := lead(e.word)
		place := slices.ContainsFunc(places, func(p string) bool { return strings.Contains(p, pair) })
		if pair == "" || double[pair] || place || slices.Contains(common, pair) {
			continue
		}
		double[pair] = true // once is enough
		w.leads = append(w.leads, entry{pair, e.service})
	}
	return w
}

// lead is the first two characters of a name, when both are letters.
func lead(name string) string {
	pair := FirstRunes(name, 2)
	for _, r := range pair {
		if !unicode.IsLetter(r) {
			return ""
		}
	}
	return pair
}

// in returns the services that words name, and whether by whole names. Leads
// count only where no whole name stands.
func (w *wordbook) in(words string) (services []*site.Service, whole bool) {
	words = withoutExceptions(words)
	if found := matching(w.names, words); len(found) > 0 {
		return found, true
	}
	return matching(w.leads, words), false
}

// any returns every service that words may name.
func (w *wordbook) any(words string) []*site.Service {
	found := matching(w.names, words)
	for _, s := range matching(w.leads, words) {
		if !slices.Contains(found, s) {
			found = append(found, s)
		}
	}
	return found
}

func matching(entries []entry, words string) []*site.Service {
	var found []*site.Service
	for _, e := range entries {
		if strings.Contains(words, e.word) && !slices.Contains(found, e.service) {
			found = append(found, e.service)
		}
	}
	return found
}

// withoutExceptions takes out brackets that say what is not meant or how a thing
// is called: （联网结算除外）.
func withoutExceptions(words string) string {
	var kept strings.Builder
	for words != "" {
		open := strings.IndexAny(words, "（(")
		if open < 0 {
			break
		}
		length := strings.IndexAny(words[open:], "）)")
		if length < 0 {
			break
		}
		inside := words[open : open+length]
		kept.WriteString(words[:open])
		if !strings.Contains(inside, "除外") && !strings.Contains(inside, "不含") && !strings.Contains(inside, "以下简称") {
			kept.WriteString(inside)
		}
		words = words[open+length:]
	}
	return kept.String() + words
}
