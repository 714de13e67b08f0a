package audit

import (
	"fmt"
	"strings"

	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// A Report is what an audit found. Findings stand in the order of the text,
// Unstated in that of the notice.
type Report struct {
	File     string     `json:"file"`
	Notice   string     `json:"notice,omitempty"` // id of the notice compared with; empty for none
	Issued   string     `json:"issued,omitempty"` // the day that the text is signed with, 2006-01-02
	Findings []Finding  `json:"findings"`
	Unstated []Unstated `json:"unstated,omitempty"`
}

// A Sort says what a finding is: one of these, or the manner of a wording.
type Sort string

// The sorts of findings that are no wordings.
const (
	Time  Sort = "time"
	Phone Sort = "phone"
	Link  Sort = "link"
)

// A Verdict says how a finding stands to the data.
type Verdict string

// The verdicts. Found stands where there is no data to compare with, or where a
// wording has no time to compare.
const (
	Found       Verdict = "found"
	Has         Verdict = "has"
	Lacks       Verdict = "lacks"
	Contradicts Verdict = "contradicts"
	Old         Verdict = "old"      // a time that the data has moved since
	Meant       Verdict = "meant"    // a date that the data means literally
	Document    Verdict = "document" // when the notice was issued, published or revised
	Unclear     Verdict = "unclear"  // not complete, recurring or impossible
)

// A Finding is one fact of the text.
type Finding struct {
	problem.Position
	Sort       Sort      `json:"sort"`
	Words      string    `json:"words"`
	Means      string    `json:"means,omitempty"`  // ISO 8601 of a time or, from/to, of a window; the number; the address
	Window     string    `json:"window,omitempty"` // opens, closes: one end of a window
	Side       string    `json:"side,omitempty"`   // before, during, after: of a relative wording
	Kind       site.Kind `json:"kind,omitempty"`   // what the words around a time say happens
	Services   []string  `json:"services,omitempty"`
	Verdict    Verdict   `json:"verdict"`
	Milestones []string  `json:"milestones,omitempty"` // those that have it; else the nearest
	Note       string    `json:"note,omitempty"`       // the reason, where the verdict needs one
}

// An Unstated is a fact of the data that the text does not state.
type Unstated struct {
	Milestone string           `json:"milestone,omitempty"`
	Phone     string           `json:"phone,omitempty"`
	Link      string           `json:"link,omitempty"`
	At        problem.Position `json:"at"`
	Note      string           `json:"note"`
	Unsure    bool             `json:"unsure,omitempty"` // its time is in the text, in other words
}

// String writes the finding as a line, and its note as a second, indented:
// file:line:column: verdict: words = meaning → milestones.
func (f Finding) String() string {
	line := fmt.Sprintf("%s: %s: ", f.Position, f.Verdict)
	if f.Sort != Time {
		line += string(f.Sort) + " "
	}
	line += f.Words
	if f.Means != "" && f.Means != f.Words {
		line += " = " + f.Means
	}
	if f.Kind != "" {
		line += ", " + strings.Join(append([]string{string(f.Kind)}, f.Services...), " ")
	}
	if f.Side != "" {
		line += ", " + f.Side
	}
	if f.Window != "" {
		line += ", " + f.Window + " a window"
	}
	if len(f.Milestones) > 0 {
		line += " → " + strings.Join(f.Milestones, " ")
	}
	if f.Note != "" {
		line += "\n    " + f.Note
	}
	return line
}

// String writes the fact as a line.
func (u Unstated) String() string {
	word := "unstated"
	if u.Unsure {
		word = "perhaps unstated"
	}
	return fmt.Sprintf("%s: %s: %s%s%s\n    %s", u.At, word, u.Milestone, u.Phone, u.Link, u.Note)
}

// Count returns how many findings have a verdict.
func (r *Report) Count(v Verdict) int {
	n := 0
	for _, f := range r.Findings {
		if f.Verdict == v {
			n++
		}
	}
	return n
}

// Clean reports whether text and data agree: nothing lacks, contradicts or stays
// unclear, and the text states every fact.
func (r *Report) Clean() bool {
	for _, u := range r.Unstated {
		if !u.Unsure {
			return false
		}
	}
	return r.Count(Lacks)+r.Count(Contradicts)+r.Count(Unclear) == 0
}
