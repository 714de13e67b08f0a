package issued

import (
	"tonggao/generator/garble"
	"tonggao/generator/message"
	"tonggao/generator/problem"
)

// refuse reports the damage of a text, each sort once, at its first place.
func refuse(file, text string) problem.List {
	var problems problem.List
	damage := garble.Damaged(text)
	doc := &Document{file: file, Text: text, lines: lineStarts(text)}
	for _, sort := range [...]garble.Sort{garble.Pinyin, garble.Lost, garble.Traditional} {
		marks := damage[sort]
		if len(marks) == 0 {
			continue
		}
		first := marks[0]
		start := doc.back(first.Start, 4)
		problems.Add(doc.Position(first.Start), hints[sort], "%s, %s, first in %q", names[sort], times(len(marks)), Excerpt(text[start:], 12))
	}
	return problems
}

// lineStarts returns the octets at which the lines of a text begin.
func lineStarts(text string) []int {
	starts := []int{0}
	for i := range len(text) {
		if text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

var names = map[garble.Sort]message.Text{
	garble.Pinyin:      message.Say("pinyin stands in brackets behind characters"),
	garble.Lost:        message.Say("characters were lost or changed in copying"),
	garble.Traditional: message.Say("the text is in traditional characters"),
}

var hints = map[garble.Sort]message.Text{
	garble.Pinyin:      message.Say("copy the notice from its original; this copy was converted by a machine, and no date in it can be trusted"),
	garble.Lost:        message.Say("copy the notice from its original; beside a lost character a digit may be lost too"),
	garble.Traditional: message.Say("copy the simplified original; converted characters are not the issuer's words"),
}

func times(n int) message.Text {
	if n == 1 {
		return message.Say("in one place")
	}
	return message.Say("in %d places", n)
}
