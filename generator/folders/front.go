package folders

import (
	"regexp"
	"strings"

	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/toml"
)

const (
	fence     = "+++"
	fenceHint = `write +++ above and below it, and its lines as TOML: title = "…"`
)

// front reads the front matter of a fragment, and returns it with the text below and the
// line at which that begins; no tree where a line that should be +++ is another, since what
// stands between them would be printed.
func (f *Found) front(name, text string) (facts *toml.Node, body string, first int) {
	line, rest, n := firstLine(text)
	if strings.TrimSpace(line) != fence {
		if likeFence(line, rest) {
			f.Problems.Add(problem.Position{File: name, Line: n, Column: 1}, fenceHint, "the front matter stands between %s lines", strings.TrimSpace(line))
			return nil, "", 0
		}
		if setting.MatchString(line) {
			f.Problems.Add(problem.Position{File: name, Line: n, Column: 1}, fenceHint, "no +++ stands above the front matter")
			return nil, "", 0
		}
		return toml.Empty(problem.Position{File: name}), text, 1
	}
	matter, begins := rest, n+1
	for rest != "" {
		inside := len(matter) - len(rest)
		line, rest, _ = strings.Cut(rest, "\n")
		n++
		switch written := strings.TrimSpace(line); {
		case written == fence:
			if facts = f.facts(name, strings.TrimSuffix(matter[:inside], "\n"), begins, schema.FrontTable); facts == nil {
				facts = toml.Empty(problem.Position{File: name})
			}
			return facts, rest, n + 1
		case signs.MatchString(written):
			f.Problems.Add(problem.Position{File: name, Line: n, Column: 1}, "write +++ there", "the front matter ends with %s, not with +++", written)
			return nil, "", 0
		}
	}
	f.Problems.Add(problem.Position{File: name, Line: begins - 1, Column: 1}, "end it with a second line of +++", "the front matter never ends")
	return nil, "", 0
}

// firstLine is the first line that is not empty, what follows it, and its number.
func firstLine(text string) (line, rest string, n int) {
	for rest, n = text, 1; ; n++ {
		if line, rest, _ = strings.Cut(rest, "\n"); strings.TrimSpace(line) != "" || rest == "" {
			return line, rest, n
		}
	}
}

var (
	// signs are a line that is taken for one of +++: other signs for plus, more or fewer of
	// them, what other programs have in its place.
	signs = regexp.MustCompile("^(?:[+＋﹢]{2,}|[-－–—―─]{2,}|[=＝]{3,}|[~～]{3,}|`{3}[a-zA-Z]*)$")
	// setting is a line of front matter.
	setting = regexp.MustCompile(`^\s*(?:title|kind|audience|former|list|omit)\s*[=＝:：]`)
)

// likeFence reports whether a file begins with a line that is meant as +++.
func likeFence(line, rest string) bool {
	written := strings.TrimSpace(line)
	next, _, _ := firstLine(rest)
	return written == "---" || signs.MatchString(written) && (strings.ContainsAny(written, "+＋﹢") || setting.MatchString(next))
}
