package audit

import (
	"strings"

	"tonggao/generator/message"
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
	Sort       Sort         `json:"sort"`
	Words      string       `json:"words"`
	Means      string       `json:"means,omitempty"`  // ISO 8601 of a time or, from/to, of a window; the number; the address
	Window     string       `json:"window,omitempty"` // opens, closes: one end of a window
	Side       string       `json:"side,omitempty"`   // before, during, after: of a relative wording
	Kind       site.Kind    `json:"kind,omitempty"`   // what the words around a time say happens
	Services   []string     `json:"services,omitempty"`
	Verdict    Verdict      `json:"verdict"`
	Milestones []string     `json:"milestones,omitempty"` // those that have it; else the nearest
	Note       message.Text `json:"note,omitzero"`        // the reason, where the verdict needs one
}

// An Unstated is a fact of the data that the text does not state.
type Unstated struct {
	Milestone string           `json:"milestone,omitempty"`
	Phone     string           `json:"phone,omitempty"`
	Link      string           `json:"link,omitempty"`
	At        problem.Position `json:"at"`
	Note      message.Text     `json:"note"`
	Unsure    bool             `json:"unsure,omitempty"` // its time is in the text, in other words
}

// String writes the finding in English, as Text does.
func (f Finding) String() string { return f.Text().String() }

// Text is the finding as a line, and its note as a second, indented:
// file:line:column: verdict: words = meaning → milestones.
func (f Finding) Text() message.Text {
	parts := []message.Text{placed(f.Position), colon, word(verdictWords, string(f.Verdict)), colon}
	if f.Sort != Time {
		parts = append(parts, word(sortWords, string(f.Sort)), message.Plain(" "))
	}
	parts = append(parts, message.Plain(f.Words))
	if f.Means != "" && f.Means != f.Words {
		parts = append(parts, message.Plain(" = "+f.Means))
	}
	if f.Kind != "" {
		parts = append(parts, comma, word(kindWords, string(f.Kind)), message.Plain(strings.Join(append([]string{""}, f.Services...), " ")))
	}
	if f.Side != "" {
		parts = append(parts, comma, word(sideWords, f.Side))
	}
	if f.Window != "" {
		parts = append(parts, comma, word(sideWords, f.Window))
	}
	if len(f.Milestones) > 0 {
		parts = append(parts, message.Plain(" → "+strings.Join(f.Milestones, " ")))
	}
	return noted(message.Join(parts...), f.Note)
}

// String writes the fact in English, as Text does.
func (u Unstated) String() string { return u.Text().String() }

// Text is the fact as a line, and why as a second.
func (u Unstated) Text() message.Text {
	said := message.Both("unstated", "原文没有")
	if u.Unsure {
		said = message.Both("perhaps unstated", "原文可能没有")
	}
	return noted(message.Join(placed(u.At), colon, said, colon, message.Plain(u.Milestone+u.Phone+u.Link)), u.Note)
}

func noted(line, note message.Text) message.Text {
	if note.Empty() {
		return line
	}
	return message.Say("%s\n    %s", line, note)
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
