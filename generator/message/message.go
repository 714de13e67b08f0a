// Package message holds what the program says to whoever runs it: problems, hints,
// errors, summaries. A Text keeps its form and its values apart until the end, so that
// the same text can be put into words in another language, which catalog does, and shown
// to other programs as what it is.
//
// It knows no sentence and no language but the one in which forms are written, English.
// What readers of notices see is phrase's.
//
// Begin reading at Text and Say.
package message

import (
	"fmt"
	"strings"
)

// A Text is a form, in English, with the values for its verbs, as fmt has them. A value
// may be a Text itself. The zero Text says nothing.
type Text struct {
	Form   string
	Values []any
}

// Say returns a text. The form is the catalogue's key and never made of parts. What is
// nothing but another text is that text.
func Say(form string, values ...any) Text {
	if form == "%s" && len(values) == 1 {
		if inner, ok := values[0].(Text); ok {
			return inner
		}
	}
	return Text{Form: form, Values: values}
}

// Both returns a text without values whose Chinese is known where it is made.
func Both(english, chinese string) Text { return Say("%s", Twofold{english, chinese}) }

// A Twofold is a word in two languages.
type Twofold struct{ English, Chinese string }

// String is the English.
func (t Twofold) String() string { return t.English }

// MarshalText writes the English.
func (t Twofold) MarshalText() ([]byte, error) { return []byte(t.English), nil }

// Plain is a text that is the same in every language: names, keys, commands.
func Plain(words string) Text {
	if words == "" {
		return Text{}
	}
	return Say("%s", words)
}

// Join puts texts one behind the other, with nothing between them.
func Join(texts ...Text) Text {
	var all Text
	for _, t := range texts {
		if t.Empty() {
			continue
		}
		all.Form += "%s"
		all.Values = append(all.Values, t)
	}
	if len(all.Values) == 1 {
		return all.Values[0].(Text)
	}
	return all
}

// Count is how many there are of something: the form for one, which has no value, or that
// for several, whose value is the number.
func Count(n int, one, several string) Text {
	if n == 1 {
		return Say(one)
	}
	return Say(several, n)
}

// A List is texts in a row, with commas between them.
type List []Text

// String is the list in English.
func (l List) String() string {
	words := make([]string, len(l))
	for i, t := range l {
		words[i] = t.String()
	}
	return strings.Join(words, ", ")
}

// Names are words in a row that are the same in every language: keys, ids, values that
// somebody wrote. What stands between them is the language's.
type Names []string

// String is the row in English.
func (n Names) String() string { return strings.Join(n, ", ") }

// MarshalText writes the row in English.
func (n Names) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// Empty reports whether the text says nothing.
func (t Text) Empty() bool { return t.Form == "" }

// String is the text in English.
func (t Text) String() string { return Format(t.Form, t.Values) }

// MarshalText writes the text in English.
func (t Text) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// Format fills a form with values, of which none acts on who is shown the text, or begins a
// line of it: they are names and words of whoever it is. Line ends of forms stay.
func Format(form string, values []any) string {
	if len(values) == 0 {
		return form
	}
	shown := make([]any, len(values))
	for i, v := range values {
		shown[i] = told{v}
	}
	return fmt.Sprintf(strings.ReplaceAll(form, "%w", "%v"), shown...)
}

// An Error is a text that is an error. What its form has %w for can be asked for by
// errors.Is and errors.As.
type Error struct {
	Text
	causes []error
}

// Errorf returns an error that can be put into another language. Its verbs are those of
// fmt.Errorf.
func Errorf(form string, values ...any) error {
	e := &Error{Text: Say(form, values...)}
	for _, v := range values {
		if cause, ok := v.(error); ok {
			e.causes = append(e.causes, cause)
		}
	}
	return e
}

// New returns an error without values.
func New(form string) error { return &Error{Text: Say(form)} }

// Error is the error in English.
func (e *Error) Error() string { return e.String() }

// Unwrap returns the errors that it is made of.
func (e *Error) Unwrap() []error { return e.causes }
