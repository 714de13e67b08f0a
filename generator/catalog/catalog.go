// Package catalog puts what the program says into Chinese. It is the one list of the
// program's sentences: each problem's with its code, which never changes, so that other
// programs can tell problems apart.
//
// A sentence is found by its English form. golang.org/x/text/message would do the same,
// but it groups the digits of every number, so that the year 2024 became 2,024; what is
// left of it without numbers is a map.
//
// Begin with In. It knows no notice; what readers of notices see is phrase's.
package catalog

import (
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/problem"
)

// A Language is one that the program speaks.
type Language string

// The languages.
const (
	English Language = "en"
	Chinese Language = "zh-CN"
)

// ParseLanguage reads the name of a language as people and systems write it: zh, zh-CN,
// zh_CN.UTF-8, Chinese, 中文, en_GB. The second result tells whether it is one of ours.
func ParseLanguage(written string) (Language, bool) {
	name, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(written, "_", "-")), ".")
	switch {
	case name == "zh", strings.HasPrefix(name, "zh-"), name == "chinese", name == "中文":
		return Chinese, true
	case name == "en", strings.HasPrefix(name, "en-"), name == "english":
		return English, true
	}
	return English, false
}

// An entry is a sentence: its code where it is a problem, its form in English, by which
// it is found, and in Chinese.
type entry struct{ code, english, chinese string }

// known are all sentences, by their English.
var known = func() map[string]entry {
	all := map[string]entry{}
	for _, list := range lists {
		for _, e := range list {
			if _, twice := all[e.english]; !twice || e.code != "" {
				all[e.english] = e
			}
		}
	}
	return all
}()

// lists are the sentences, by the rooms that say them.
var lists = [][]entry{prose, source, sourceHints, advice, change, commands, failures, usage, audit, document, key, forms, facts}

// In puts a text into words. A form that is not in the catalogue stays English.
func (l Language) In(t message.Text) string {
	form := t.Form
	if l == Chinese {
		if e, ok := known[form]; ok {
			form = e.chinese
		}
	}
	return message.Format(form, l.values(t.Values))
}

// Say puts a form with its values into words.
func (l Language) Say(form string, values ...any) string { return l.In(message.Say(form, values...)) }

func (l Language) values(values []any) []any {
	if l != Chinese {
		return values
	}
	said := make([]any, len(values))
	for i, v := range values {
		said[i] = l.value(v)
	}
	return said
}

func (l Language) value(v any) any {
	switch v := v.(type) {
	case message.Text:
		return message.Worded(l.In(v))
	case message.Twofold:
		return v.Chinese
	case message.List:
		words := make([]string, len(v))
		for i, t := range v {
			words[i] = l.In(t)
		}
		return message.Worded(strings.Join(words, "，"))
	case message.Names:
		return strings.Join(v, "、")
	case problem.Position:
		return l.Place(v)
	case problem.Level:
		return l.Level(v)
	case error:
		return message.Worded(l.Error(v))
	}
	return v
}

// Level is the word for a problem's level.
func (l Language) Level(level problem.Level) string { return l.Say(level.String()) }

// Problem writes a problem as a line, and its hint as a second, indented, as
// problem.Problem.String does in English.
func (l Language) Problem(p problem.Problem) string {
	if l != Chinese {
		return p.String()
	}
	text := l.Place(p.Position) + "："
	if p.Level != problem.Error {
		text += l.Level(p.Level) + "："
	}
	text += message.Visible(l.In(p.Wrong))
	if hint := l.In(p.Advice); hint != "" {
		text += "\n    " + message.Visible(hint)
	}
	return text
}

// Place is where a problem stands: file:line:column, or a place in a document in words.
func (l Language) Place(at problem.Position) string {
	if l == Chinese {
		return at.Chinese()
	}
	return at.String()
}

// Code is a problem's code, which tells it from others in every language and release;
// empty for one whose words come from elsewhere, as those of a parser do.
func Code(p problem.Problem) string { return known[p.Wrong.Form].code }

// A Bilingual is a problem for another program: with its code, the values of its message,
// and both languages.
type Bilingual struct {
	problem.Problem
	Code    string   `json:"code,omitempty"`
	Values  []string `json:"values,omitempty"` // of the message, as they are written in it
	Chinese struct {
		Message string `json:"message"`
		Hint    string `json:"hint,omitempty"`
	} `json:"zh"`
}

// Both returns a problem in both languages.
func Both(p problem.Problem) Bilingual {
	b := Bilingual{Problem: p, Code: Code(p)}
	for _, v := range p.Wrong.Values {
		form := "%v"
		switch v.(type) {
		case rune: // a sign, whether its verb shows it or its number
			form = "%c"
		case []byte:
			form = "%s"
		}
		b.Values = append(b.Values, message.Format(form, []any{v}))
	}
	b.Chinese.Message, b.Chinese.Hint = Chinese.In(p.Wrong), Chinese.In(p.Advice)
	return b
}
