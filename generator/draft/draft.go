// Package draft makes a notice of an issued text: notice.toml and fragments, with
// every guess marked for the author to check.
//
// It reads no text itself, which is issued's, and asks no data, which is audit's.
// The files must build at once, and the text must agree with them: its tests hold
// that for texts put together at random.
//
// Begin with From: its sentences are cut into times with their words (clause.go,
// table.go), the verbs say what happens (sense.go), names.go to which service, and so
// sketches of milestones arise (facts.go, state.go); the sketches are made to fit one another (course.go), the text becomes fragments
// with placeholders where its times stood (prose.go, place.go), and toml.go writes
// what the sketches hold.
package draft

import (
	"fmt"
	"strings"

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

// A File is one file of a drafted notice's folder.
type File struct {
	Name    string
	Content string
}

// A drafter turns a document into files. Whatever it cannot know it guesses, and
// marks the guess with a comment that begins with 请核对.
type drafter struct {
	*issued.Facts
	set      Setting
	sketches []*sketch
	coined   []*coined
	ids      map[string]int
	at       map[int]*sketch // the milestone that a time of the text becomes, by its octet
	ends     map[int]*sketch // the one whose window a time ends, likewise

	said     []*sketch // what was stated last, and at which time
	saidAt   *item
	saidKind site.Kind
	saidWeak bool  // only that there is 维护 or 升级
	window   *item // the first window that says nothing by itself: 时间：……

	spent    map[int]bool // days that stand for the clocks of another line, by octet
	batch    string       // the places that the block begins with: 第一批：东区、西区。
	saidLine []*sketch    // what the line before stated

	questions []string // about the notice as a whole
}

// A sketch is a milestone to be.
type sketch struct {
	id        string
	kind      site.Kind
	service   string
	moment    site.Moment
	until     *site.Moment // the stated end of its window
	before    *site.Moment // bounds, where it has no moment
	later     *site.Moment
	follows   *sketch // its time is that one's
	tbd       bool
	after     *sketch
	gradual   bool
	expected  bool
	permanent bool
	withdrawn bool
	from      *site.Moment // the time that it had
	fromUntil *site.Moment
	state     string // the name of a stage of reduced service
	scope     string
	since     bool // 起: it goes on
	label     string
	text      string
	sure      sureness
	doubts    []string // the words that it rests on
	questions []string // what only the author knows
	leads     *sketch  // the recovery that it was asked for
	start     int      // octet of the text that it comes from
}

// rests notes the words that a guess rests on.
func (s *sketch) rests(on string) { s.doubts = append(s.doubts, on) }

// asks puts a question, which bars the publication until it is answered.
func (s *sketch) asks(question string) {
	s.questions, s.sure = append(s.questions, question), unsure
}

// A coined service is one that the vocabulary does not have.
type coined struct{ id, name string }

// From writes notice.toml and the fragments of an issued text: every time that
// a milestone can have becomes one, and a placeholder in the prose; every other
// stands as {{meant}}. A damaged text gives problems and no files.
func From(file, text string, set Setting) ([]File, problem.List) {
	facts, problems := issued.Read(file, text, set.Vocabulary, set.Places, set.Issued)
	if facts == nil {
		return nil, problems
	}
	d := &drafter{Facts: facts, set: set, ids: map[string]int{}, at: map[int]*sketch{}, ends: map[int]*sketch{}, spent: map[int]bool{}}
	d.fromToday()
	d.dayLines()
	d.read()
	d.pending()
	d.hanging()
	d.settle()
	if d.Issued.IsZero() && set.Issued.IsZero() {
		d.ask("成文日期：原文没有写，notice.toml 里的 issued 必须改")
	}
	fragments := d.fragments()
	return append([]File{{"notice.toml", d.notice()}}, fragments...), nil
}

// where is the place of an octet, as the author finds it: 第 3 行, 表1第2行第3格.
func (d *drafter) where(at int) string {
	if p := d.Doc.Position(at); d.set.Where == nil {
		return fmt.Sprintf("第 %d 行", p.Line)
	} else {
		return d.set.Where(p)
	}
}

// id returns a name that is not taken: base, base-2, base-3.
func (d *drafter) id(base string) string {
	d.ids[base]++
	if n := d.ids[base]; n > 1 {
		return base + "-" + digits(n)
	}
	return base
}

func digits(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return digits(n/10) + digits(n%10)
}

// upTo cuts words before the first of some marks.
func upTo(words, marks string) string {
	if i := strings.IndexAny(words, marks); i >= 0 {
		return words[:i]
	}
	return words
}

// ask puts a question about the notice as a whole.
func (d *drafter) ask(question string) { d.questions = append(d.questions, question) }
