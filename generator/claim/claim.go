// Package claim finds what an issued text states: milestones to be, the services that
// they are about, and what only its author knows.
//
// It writes no file, which is draft's, and what a verb says is grammar's. Begin with Read:
// sentences are cut into times (clause.go, items.go) with their words (around.go), rows and
// lines likewise (table.go, lines.go); each becomes sketches of milestones (turn.go, dates.go,
// former.go, state.go) of services (service.go, above.go); and the sketches are made to fit
// one another (course.go, fit.go).
package claim

import (
	"slices"

	"tonggao/generator/issued"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// A Setting is where a drafted notice will stand.
type Setting struct {
	Vocabulary site.Vocabulary
	Issuer     string                        // of the region; another one in the sign-off is written into the notice
	Places     []string                      // names of the region and of those above it
	Issued     site.Day                      // the day of issue where the text has none; zero where its reader does not know it either
	Where      func(problem.Position) string // says a place of the text in the file that it was read from; nil for 第 3 行
}

// A Reading is what a text states: sketches of milestones, the services that they name
// and where in the text they stand. Whatever it cannot know it guesses, and notes what
// the guess rests on.
type Reading struct {
	*issued.Facts
	Set      Setting
	Sketches []*Sketch
	Coined   []*Coined
	ids      map[string]int
	At       map[int]*Sketch // the milestone that a time of the text becomes, by its octet
	Ends     map[int]*Sketch // the one whose window a time ends, likewise

	said     []*Sketch // what was stated last, and at which time
	saidAt   *item
	lastItem *item // the last time of the part before
	saidKind site.Kind
	saidWeak bool  // only that there is 维护 or 升级
	window   *item // the first window that says nothing by itself: 时间：……

	stopAt    *item // the first stop of the block, and of the one before
	stopAbove *item

	listed *statement // what a list below it goes on with: 升级期间：

	spent    map[int]bool // days that stand for the clocks of another line, by octet
	batch    string       // the places that the block begins with: 第一批：东区、西区。
	saidLine []*Sketch    // what the line before stated

	Questions []string // about the notice as a whole
}

// A Sketch is a milestone to be. Its moments are in the zone of China.
type Sketch struct {
	ID        string
	Kind      site.Kind
	Service   string
	named     string // as its words name the service
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
	since     bool // 起: it goes on
	asEver    bool // 照常: nothing happens to what has not stopped
	sums      bool // 如下, 下列: what follows tells it more exactly
	Label     string
	Text      string
	Sure      sureness
	Doubts    []string // the words that it rests on
	Questions []string // what only the author knows
	leads     *Sketch  // the recovery that it was asked for
	Start     int      // octet of the text that it comes from
}

// rests notes the words that a guess rests on.
func (s *Sketch) rests(on string) { s.Doubts = append(s.Doubts, on) }

// asks puts a question, which bars the publication until it is answered, once.
func (s *Sketch) asks(question string) {
	if s.Sure = unsure; !slices.Contains(s.Questions, question) {
		s.Questions = append(s.Questions, question)
	}
}

// A Coined service is one that the vocabulary does not have.
type Coined struct{ ID, Name string }

// id returns a name that is not taken: base, base-2, base-3.
func (d *Reading) id(base string) string {
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

// Ask puts a question about the notice as a whole, once.
func (d *Reading) Ask(question string) {
	if !slices.Contains(d.Questions, question) {
		d.Questions = append(d.Questions, question)
	}
}

// Read finds what the facts of a text state.
func Read(facts *issued.Facts, set Setting) *Reading {
	d := &Reading{Facts: facts, Set: set, ids: map[string]int{}, At: map[int]*Sketch{}, Ends: map[int]*Sketch{}, spent: map[int]bool{}}
	d.FromToday(set.Issued)
	d.dailyHours()
	d.dayLines()
	d.read()
	d.pending()
	d.hanging()
	d.settle()
	return d
}
