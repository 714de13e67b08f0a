// Package claim finds what an issued text states: milestones to be, the services that
// they are about, and what only its author knows.
//
// It writes no file, which is draft's, and what a verb says is grammar's. Begin with Read:
// sentences are cut into times (clause.go, items.go) with their words (around.go), rows and
// lines likewise (table.go, lines.go); each becomes sketches of milestones (turn.go, dates.go,
// former.go, state.go, opens.go) of services (service.go, above.go), which sketch makes
// fit one another.
package claim

import (
	"slices"

	"tonggao/generator/issued"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/sketch"
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
	*sketch.Sheet
	Set Setting

	said     []*sketch.Sketch // what was stated last, and at which time
	saidAt   *item
	lastItem *item // the last time of the part before
	saidKind site.Kind
	saidWeak bool  // only that there is 维护 or 升级
	window   *item // the first window that says nothing by itself: 时间：……

	stopAt    *item // the first stop of the block, and of the one before
	stopAbove *item

	stopWindows []*item // those in which something stops, each once

	listed *statement // what a list below it goes on with: 升级期间：

	spent    map[int]bool     // days that stand for the clocks of another line, by octet
	place    string           // the place that a line above with a label names
	batch    string           // the places that the block begins with: 第一批：东区、西区。
	work     *item            // the last time at which some work begins
	saidLine []*sketch.Sketch // what the line before stated
	rowHours bool             // a cell of the row that is read names hours of each day

	Questions []string // about the notice as a whole
}

// Ask puts a question about the notice as a whole, once.
func (d *Reading) Ask(question string) {
	if !slices.Contains(d.Questions, question) {
		d.Questions = append(d.Questions, question)
	}
}

// Read finds what the facts of a text state.
func Read(facts *issued.Facts, set Setting) *Reading {
	d := &Reading{Facts: facts, Sheet: sketch.New(set.Vocabulary), Set: set, spent: map[int]bool{}}
	d.FromToday(set.Issued)
	d.dailyHours()
	d.dayLines()
	d.read()
	d.pending()
	d.hanging()
	d.Settle()
	return d
}
