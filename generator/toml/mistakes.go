package toml

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/BurntSushi/toml"

	"tonggao/generator/message"
	"tonggao/generator/problem"
)

// mostMistakes bounds how many lines of a file are told to be no TOML.
const mostMistakes = 20

// decode reads a text with the library, and tells every line that it cannot read: the library
// stops at the first, so that one is left out and the rest is read again. The text has no
// values unless all of it can be read.
func decode(file, text string, first int, problems *problem.List) (values any, whole bool) {
	place := problem.Position{File: file}
	for range mostMistakes {
		_, err := toml.Decode(text, &values)
		if err == nil {
			return values, place.Line == 0
		}
		place = placeOf(err, problem.Position{File: file}, text)
		place.Line = max(1, place.Line)
		wrong, hint := tomlMessage(err, text), tomlHint(err, text)
		if again, keep := twice(err, file, text, first); !again.Empty() {
			wrong, hint = again, keep
		}
		problems.Add(down(place, first), hint, "%s", wrong)
		more := false
		if text, more = without(text, err); !more {
			break
		}
		values = nil
	}
	return nil, false
}

// without leaves out the line on which the library stopped, unless what it stopped at begins
// above or goes on below: what the rest would be read as is then not known. A head stays one,
// since the keys below it are no keys of the table above.
func without(text string, err error) (rest string, good bool) {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return "", false
	}
	from, to := lineAround(text, parse.Position.Start)
	line := strings.TrimSpace(text[from:to])
	isHead := strings.HasPrefix(line, "[") || strings.HasPrefix(line, "［") || strings.HasPrefix(line, "【")
	if line == "" || mistake(text[:from]).Line > 0 || !isHead && !closed(line) {
		return "", false
	}
	stand := ""
	if isHead {
		stand = fmt.Sprintf("[line-%d]", parse.Position.Line)
	}
	return text[:from] + stand + text[to:], true
}

// lineAround returns where the line of an octet begins and ends.
func lineAround(text string, at int) (from, to int) {
	at = min(max(at, 0), len(text))
	from, to = strings.LastIndexByte(text[:at], '\n')+1, len(text)
	if end := strings.IndexByte(text[at:], '\n'); end >= 0 {
		to = at + end
	}
	return from, to
}

var texts = regexp.MustCompile(`"[^"]*"|'[^']*'`)

// closed reports whether a line closes the brackets that it opens, and no text goes on below.
func closed(line string) bool {
	if strings.Contains(line, `"""`) || strings.Contains(line, "'''") {
		return false
	}
	rest := texts.ReplaceAllString(line, "")
	return strings.Count(rest, "[")+strings.Count(rest, "{") <= strings.Count(rest, "]")+strings.Count(rest, "}")
}

var known = regexp.MustCompile(`^Key '(.+)' has already been defined`)

// twice says what stands a second time, and where it stood first.
func twice(err error, file, text string, first int) (wrong, hint message.Text) {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return wrong, hint
	}
	found := known.FindStringSubmatch(parse.Message)
	if found == nil {
		return wrong, hint
	}
	path := ""
	for part := range strings.SplitSeq(found[1], ".") {
		path = join(path, part)
	}
	was := down(scan(file, text).marks[path].key, first)
	from, _ := lineAround(text, parse.Position.Start)
	name := found[1][strings.LastIndexByte(found[1], '.')+1:]
	isHead := strings.HasPrefix(strings.TrimSpace(text[from:]), "[")
	if isHead {
		name = "[" + found[1] + "]"
	}
	wrong, hint = message.Say("%s stands here a second time", name), message.Say("keep one of the two")
	switch {
	case was.Line == 0 || was.Line >= parse.Position.Line+first-1:
	case isHead:
		hint = message.Say("it stands in line %d already: keep one of the two, or give one another name", was.Line)
	default:
		hint = message.Say("it stands in line %d already: keep one of the two", was.Line)
	}
	return wrong, hint
}
