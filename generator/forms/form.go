package forms

import (
	"net/url"
	"slices"
	"strings"

	"tonggao/generator/amend"
	"tonggao/generator/site"
)

// A form is what the fields of one form hold.
type form struct {
	Action, Notice, Milestone, Token string
	Today                            string
	Vocabulary                       site.Vocabulary
	Error                            string
	Open                             bool

	posted url.Values        // what was sent, where it failed
	holds  map[string]string // else what holds now, as TOML
	wrong  map[string]string // by field
}

// ID is the name by which a label finds its field. It has stops where a milestone's name
// has none.
func (m form) ID(key string) string { return m.Action + "." + m.Milestone + "." + key }

// A field is one of a form, by its key.
type field struct {
	form
	Key string
}

// Field is a field of the form.
func (m form) Field(key string) field { return field{m, key} }

// Get is what a field holds.
func (m form) Get(key string) string {
	if m.posted != nil {
		return m.posted.Get(key)
	}
	return plain(m.holds[key])
}

// Has reports whether one of several is chosen.
func (m form) Has(key, value string) bool {
	if m.posted != nil {
		return slices.Contains(m.posted[key], value)
	}
	return strings.Contains(m.holds[key]+m.holds[key+"s"], amend.Quote(value))
}

// Flag is yes, no, or nothing.
func (m form) Flag(key string) string {
	if m.posted != nil {
		return m.posted.Get(key)
	}
	return map[string]string{"true": "yes", "false": "no"}[m.holds[key]]
}

// Wrong is what is wrong with a field.
func (m form) Wrong(key string) string { return m.wrong[key] }

// A picker is a time, taken apart.
type picker struct {
	form
	Name, Day, Clock, Said string
	End                    bool
}

// Time takes a field's time apart.
func (m form) Time(key string) picker {
	p := picker{form: m, Name: key}
	if m.posted != nil {
		p.Day, p.Clock, p.Said, p.End = m.posted.Get(key+".day"), m.posted.Get(key+".clock"), m.posted.Get(key+".said"), m.posted.Get(key+".end") != ""
		return p
	}
	value := plain(m.holds[key])
	at, err := site.ParseMoment(value)
	switch day, clock, _ := strings.Cut(value, " "); {
	case value == "":
	case err != nil || at.Precision == site.Month:
		p.Said = value
	case clock == "24:00":
		p.Day, p.End = day, true
	default:
		p.Day, p.Clock = day, clock
	}
	return p
}
