package advice

import (
	"slices"
	"unicode/utf8"

	"tonggao/generator/garble"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
)

// A wound is a place where a text is damaged.
type wound struct {
	at   problem.Position
	text string
}

// damage is what package garble finds in a file, by sort.
type damage map[garble.Sort][]wound

// find adds the damage of a line, and reports whether characters were lost or
// put in.
func (d *damage) find(words prose.Words) bool {
	found := false
	words.Walk(func(in prose.Inline) {
		text, ok := in.(prose.Text)
		if !ok {
			return
		}
		for _, m := range garble.Find(text.Value) {
			if *d == nil {
				*d = damage{}
			}
			(*d)[m.Sort] = append((*d)[m.Sort], wound{text.Place(m.Start), text.Value[m.Start:m.End]})
			found = found || m.Sort == garble.Lost || m.Sort == garble.Pinyin
		}
	})
	return found
}

// report tells each sort of damage once a file, at its first place. A lost
// character is an error, since the one beside it may be a lost digit.
func (l *linter) report() {
	if lost := l.damage[garble.Lost]; lost != nil {
		l.problems.Add(lost[0].at, "copy the text anew from its original and compare the figures: a digit may be lost too",
			"characters were lost when this was copied: %s", listed(lost))
	}
	l.twins()
	if pinyin := l.damage[garble.Pinyin]; pinyin != nil {
		l.problems.Warn(pinyin[0].at, "take it away", "pinyin stands in the text: %s", listed(pinyin))
	}
	traditional := l.damage[garble.Traditional]
	switch {
	case len(traditional) >= garble.Sure:
		l.problems.Warn(traditional[0].at, "write it in simplified characters; pages in zh-Hant are made from them", "traditional characters stand in the text: %s", listed(traditional))
	case traditional != nil:
		l.problems.Note(traditional[0].at, "leave it where it belongs to a name", "a traditional character stands in the text: %s", listed(traditional))
	}
}

// twins reports characters that look like others, each where it stands first: what
// is printed looks right, and is found by no search.
func (l *linter) twins() {
	told := map[string]bool{}
	for _, w := range l.damage[garble.Twinned] {
		if told[w.text] {
			continue
		}
		told[w.text] = true
		r, _ := utf8.DecodeRuneInString(w.text)
		what := message.Say("a sign that stands for other characters")
		if garble.IsRadical(r) {
			what = message.Say("a radical")
		}
		l.problems.Add(w.at, message.Say("write %s", garble.Twin(r)), "%U (%c) is %s, as copies from PDFs have it", r, r, what)
	}
}

// listed names at most five places, each text once.
func listed(wounds []wound) message.Names {
	var texts message.Names
	for _, w := range wounds {
		if !slices.Contains(texts, w.text) {
			texts = append(texts, w.text)
		}
	}
	if len(texts) > 5 {
		return append(texts[:5], "…")
	}
	return texts
}
