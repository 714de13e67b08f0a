package message

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"unicode/utf8"
)

// A kept value is a value of a Text as a file can hold it: one of its fields is set.
type kept struct {
	Form    string   `json:"form,omitempty"` // of a Text
	Values  []kept   `json:"values,omitempty"`
	Twofold []string `json:"twofold,omitempty"`
	List    []kept   `json:"list,omitempty"`
	Word    *string  `json:"word,omitempty"`
	Number  *int64   `json:"number,omitempty"`
	Letter  *rune    `json:"letter,omitempty"`
}

// errKept says that a value is of a kind that would not come back as it was. Nobody is told:
// what cannot be kept is not kept.
var errKept = errors.New("not kept")

// Keep puts a text into octets, from which Kept makes a text that says the same in every
// language. A value that is none of the usual kinds is an error, and so is one with octets
// that are no character: JSON has no way to tell them.
func Keep(t Text) ([]byte, error) {
	k, err := keep(t)
	if err != nil {
		return nil, err
	}
	return json.Marshal(k)
}

// Kept is the text that Keep was given.
func Kept(octets []byte) (Text, error) {
	var k kept
	if err := json.Unmarshal(octets, &k); err != nil {
		return Text{}, err
	}
	t, _ := k.value().(Text)
	return t, nil
}

func keep(value any) (k kept, err error) {
	switch v := value.(type) {
	case Text:
		k.Form = v.Form
		k.Values, err = keepAll(v.Values)
		return k, err
	case *Error:
		return keep(v.Text)
	case error:
		return k, errKept // which catalog may know by what it is
	case List:
		k.List, err = keepAll(v)
		return k, err
	case Twofold:
		return kept{Twofold: []string{v.English, v.Chinese}}, nil
	}
	v := reflect.ValueOf(value)
	stringer, formats := value.(fmt.Stringer)
	switch kind := v.Kind(); {
	case formats && (kind == reflect.Struct || kind == reflect.String): // a day, a position: the same in every language
		return keepWord(stringer.String())
	case formats:
	case kind == reflect.String:
		return keepWord(v.String())
	case kind == reflect.Int || kind == reflect.Int64:
		number := v.Int()
		return kept{Number: &number}, nil
	case kind == reflect.Int32:
		letter := rune(v.Int())
		return kept{Letter: &letter}, nil
	}
	return k, errKept
}

func keepWord(word string) (kept, error) {
	if !utf8.ValidString(word) {
		return kept{}, errKept
	}
	return kept{Word: &word}, nil
}

func keepAll[T any](values []T) ([]kept, error) {
	all := make([]kept, len(values))
	for i, v := range values {
		k, err := keep(v)
		if err != nil {
			return nil, err
		}
		all[i] = k
	}
	return all, nil
}

func (k kept) value() any {
	switch {
	case k.Word != nil:
		return *k.Word
	case k.Number != nil:
		return int(*k.Number)
	case k.Letter != nil:
		return *k.Letter
	case k.Twofold != nil:
		return Twofold{k.Twofold[0], k.Twofold[1]}
	case k.List != nil:
		list := make(List, len(k.List))
		for i, one := range k.List {
			list[i], _ = one.value().(Text)
		}
		return list
	}
	t := Text{Form: k.Form}
	for _, v := range k.Values {
		t.Values = append(t.Values, v.value())
	}
	return t
}
