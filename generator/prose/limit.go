package prose

import (
	"bytes"

	"tonggao/generator/message"
	"tonggao/generator/problem"
)

// Limits of a fragment. goldmark takes seconds on a list a thousand deep, minutes
// on a paragraph of brackets or a table of a thousand columns, and gigabytes on a
// huge file, so all of these are refused before it sees them.
const (
	MaxOctets = 256 << 10
	maxLead   = 48 // octets of indentation and markers before the text of a line
	maxLine   = 32 << 10
	maxBars   = 48   // bars in one line of a table
	maxMarks  = 1000 // of each of those counted in one paragraph
	counted   = "[*_`<!&"
)

// tooLarge reports whether a fragment passes a limit, and says which.
func (p *parser) tooLarge() bool {
	if len(p.source) > MaxOctets {
		p.problems.Add(problem.Position{File: p.file}, "split it into several files", "the fragment has more than %d KB", MaxOctets>>10)
		return true
	}
	var marks [len(counted)]int
	offset := 0
	for line := range bytes.Lines(p.source) {
		if len(bytes.TrimSpace(line)) == 0 {
			marks = [len(counted)]int{}
		}
		if what := excess(line, &marks); !what.Empty() {
			p.problems.Add(p.places.at(offset), "write it with fewer", "this line has too many %s", what)
			return true
		}
		offset += len(line)
	}
	return false
}

// excess names what a line has too much of, counted with the lines of its
// paragraph before it; nothing when it is well.
func excess(line []byte, marks *[len(counted)]int) message.Text {
	if len(line)-len(bytes.TrimLeft(line, " \t>*+-#0123456789.")) > maxLead {
		return message.Say("levels")
	}
	if len(line) > maxLine {
		return message.Say("characters")
	}
	if bytes.Count(line, []byte("|")) > maxBars {
		return message.Say("columns")
	}
	for i, mark := range []byte(counted) {
		if marks[i] += bytes.Count(line, []byte{mark}); marks[i] > maxMarks {
			return message.Say("%c marks", mark)
		}
	}
	return message.Text{}
}
