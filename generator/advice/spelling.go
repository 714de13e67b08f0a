package advice

import (
	"cmp"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
)

// A spelling is a number or a link as one place writes it.
type spelling struct {
	at      problem.Position
	written string
	same    string // what is equal for all spellings of one number or link
}

// spellings are the telephone numbers and links of all files.
type spellings struct{ phones, links []spelling }

var typedPhone = regexp.MustCompile(`[（(]?\b0[0-9]{2,3}[）)]?[-—–－ ]?[0-9]{7,8}\b|\b[2-9][0-9]{6,7}\b|\b400[- ]?[0-9]{3,4}[- ]?[0-9]{3,4}\b`)

// digit keeps figures alone.
func digit(r rune) rune {
	if r >= '0' && r <= '9' {
		return r
	}
	return -1
}

func (s *spellings) add(more spellings) {
	s.phones = append(s.phones, more.phones...)
	s.links = append(s.links, more.links...)
}

// value collects from a TOML text; what is not a number or link is looked
// through for both.
func (s *spellings) value(key, text string, at problem.Position) {
	if key == "url" || key == "report_url" {
		s.link(text, at)
		return
	}
	s.numbers(prose.Text{At: at, Value: text})
}

// words collects from a line of words.
func (s *spellings) words(words prose.Words) {
	words.Walk(func(in prose.Inline) {
		switch in := in.(type) {
		case prose.Text:
			s.numbers(in)
		case prose.Link:
			s.link(in.URL, in.At)
		}
	})
}

func (s *spellings) numbers(text prose.Text) {
	if !mayHoldNumber(text.Value) {
		return
	}
	for _, found := range typedPhone.FindAllStringIndex(text.Value, -1) {
		written := text.Value[found[0]:found[1]]
		s.phones = append(s.phones, spelling{text.Place(found[0]), written, strings.Map(digit, written)})
	}
}

// mayHoldNumber spares most texts the search: they have not seven digits.
func mayHoldNumber(text string) bool {
	digits := 0
	for i := range len(text) {
		if text[i] >= '0' && text[i] <= '9' {
			digits++
		}
	}
	return digits >= 7
}

func (s *spellings) link(text string, at problem.Position) {
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" {
		return
	}
	plain := strings.ToLower(u.Host) + strings.TrimSuffix(u.EscapedPath(), "/") + "?" + u.RawQuery + "#" + u.Fragment
	s.links = append(s.links, spelling{at, text, plain})
}

// report tells what is written in two ways, and a number that is written without
// the area code that a related place gives it.
func (s *spellings) report(problems *problem.List) {
	differ(message.Both("number", "号码"), s.phones, problems)
	differ(message.Both("address", "网址"), s.links, problems)
	whole := map[string][]spelling{} // by their last seven and eight digits
	for _, p := range s.phones {
		for _, tail := range []int{7, 8} {
			if p.same[0] == '0' && len(p.same) > tail+2 {
				end := p.same[len(p.same)-tail:]
				whole[end] = append(whole[end], p)
			}
		}
	}
	for _, p := range s.phones {
		i := slices.IndexFunc(whole[p.same], func(w spelling) bool { return related(p.at.File, w.at.File) })
		if i >= 0 {
			w := whole[p.same][i]
			problems.Warn(p.at, "write the area code too", "the number %s is %s in %s", p.written, w.written, w.at)
		}
	}
}

// differ reports spellings that differ from the first one of the same thing;
// those in facts stand before those in prose.
func differ(what message.Text, all []spelling, problems *problem.List) {
	slices.SortStableFunc(all, func(a, b spelling) int {
		return cmp.Or(-strings.Compare(path.Ext(a.at.File), path.Ext(b.at.File)), a.at.Compare(b.at))
	})
	first := map[string]spelling{}
	for _, s := range all {
		f, known := first[s.same]
		switch {
		case !known:
			first[s.same] = s
		case f.written != s.written:
			problems.Warn(s.at, "write both in one way", "the %s %s is written %s in %s", what, s.written, f.written, f.at)
		}
	}
}

// related reports whether one of two files lies in the other's folder or below.
func related(a, b string) bool {
	a, b = path.Dir(a)+"/", path.Dir(b)+"/"
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}
