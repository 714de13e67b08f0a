// Package sketch holds the milestones to be that a text states, and makes them fit one another:
// a service stops before it comes back, and what is told twice is one.
//
// It knows no text, only what was stated: claim reads that. Begin with Settle.
package sketch

import (
	"slices"

	"tonggao/generator/issued"
	"tonggao/generator/site"
)

// A Sheet is what a text states: sketches of milestones, and the services that they name.
type Sheet struct {
	Sketches   []*Sketch
	Coined     []*Coined
	At         map[int]*Sketch // the milestone that a time of the text becomes, by its octet
	Ends       map[int]*Sketch // the one whose window a time ends, likewise
	vocabulary site.Vocabulary
	ids        map[string]int
}

// New makes a sheet that has nothing. Services of the vocabulary are known by it.
func New(vocabulary site.Vocabulary) *Sheet {
	return &Sheet{At: map[int]*Sketch{}, Ends: map[int]*Sketch{}, vocabulary: vocabulary, ids: map[string]int{}}
}

// A Sketch is a milestone to be. Its moments are in the zone of China.
type Sketch struct {
	ID        string
	Kind      site.Kind
	Service   string
	Named     string // as its words name the service
	Moment    site.Moment
	Until     *site.Moment // the stated end of its window
	Before    *site.Moment // bounds, where it has no moment
	Later     *site.Moment
	Follows   *Sketch // its time is that one's
	Tbd       bool
	After     *Sketch
	Gradual   bool
	Expected  bool
	Permanent bool
	Withdrawn bool
	From      *site.Moment // the time that it had
	FromUntil *site.Moment
	State     string // the name of a stage of reduced service
	Scope     string
	Since     bool // 起: it goes on
	AsEver    bool // 照常: nothing happens to what has not stopped
	Sums      bool // 如下, 下列: what follows tells it more exactly
	Label     string
	Text      string
	Sure      Sureness
	Doubts    []string // the words that it rests on
	Questions []string // what only the author knows
	leads     *Sketch  // the recovery that it was asked for
	Start     int      // octet of the text that it comes from
}

// Rests notes the words that a guess rests on.
func (s *Sketch) Rests(on string) { s.Doubts = append(s.Doubts, on) }

// Asks puts a question, which bars the publication until it is answered, once.
func (s *Sketch) Asks(question string) {
	if s.Sure = Unsure; !slices.Contains(s.Questions, question) {
		s.Questions = append(s.Questions, question)
	}
}

// A Coined service is one that the vocabulary does not have.
type Coined struct{ ID, Name string }

// id returns a name that is not taken: base, base-2, base-3.
func (d *Sheet) id(base string) string {
	d.ids[base]++
	if n := d.ids[base]; n > 1 {
		return base + "-" + Digits(n)
	}
	return base
}

// Digits writes a number of zero or more in figures.
func Digits(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return Digits(n/10) + Digits(n%10)
}

// Keep adds a sketch, or returns the one that states the same already.
func (d *Sheet) Keep(made Sketch) *Sketch {
	for _, s := range d.Sketches {
		turns := made.Kind != site.Deadline && made.Kind != site.Rule
		switch {
		case s.Withdrawn || s.Tbd || s.Kind != made.Kind || s.Service != made.Service || !s.same(&made):
		case turns && (s.Scope == made.Scope || s.Scope == "" || made.Scope == ""):
			if s.Until == nil {
				s.Until = made.Until
			}
			if s.Scope == "" {
				s.Scope = made.Scope
			}
			return s
		case turns:
		case issued.Shared(s.Text, made.Text) >= 0.8 && issued.Shared(made.Text, s.Text) >= 0.8, s.Text == made.Text:
			return s
		}
	}
	s := &made
	if s.Label != "" && s.Label != s.Text {
		s.Rests("短标题截取自原文")
	}
	d.Sketches = append(d.Sketches, s)
	return s
}

// same reports whether two sketches have one time, whether it is theirs or a bound.
func (s *Sketch) same(o *Sketch) bool {
	bound := func(a, b *site.Moment) bool { return a == b || a != nil && b != nil && a.Same(*b) }
	return s.Moment.Same(o.Moment) && bound(s.Before, o.Before) && bound(s.Later, o.Later)
}

// NameOf is the name of a service, of the vocabulary or coined.
func (d *Sheet) NameOf(service string) string {
	if s := d.vocabulary.Service(service); s != nil {
		return s.Name
	}
	for _, c := range d.Coined {
		if c.ID == service {
			return c.Name
		}
	}
	return ""
}

// TurnsOn reports whether a service turns at an hour of a day.
func (d *Sheet) TurnsOn(day site.Day) bool {
	return slices.ContainsFunc(d.Sketches, func(s *Sketch) bool {
		return s.Kind != site.Deadline && s.Kind != site.Rule && !s.Withdrawn && s.Moment.Exact() && s.Moment.Day() == day
	})
}

// Having returns the first sketch with a moment, those that turn a service first.
func (d *Sheet) Having(m site.Moment) *Sketch {
	var other *Sketch
	for _, s := range d.Sketches {
		switch {
		case s.Tbd || s.Withdrawn || s.Before != nil || s.Later != nil || !s.Moment.Same(m):
		case s.Kind != site.Deadline && s.Kind != site.Rule:
			return s
		case other == nil:
			other = s
		}
	}
	return other
}
