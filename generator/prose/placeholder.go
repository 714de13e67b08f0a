package prose

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"tonggao/generator/message"
	"tonggao/generator/problem"
)

// ParseWords reads a text field of a TOML file: plain text with placeholders, no
// Markdown. at is the position of its first character.
func ParseWords(text string, at problem.Position) (Words, problem.List) {
	var problems problem.List
	place := func(i int) problem.Position {
		inside := at
		inside.Column += utf8.RuneCountInString(text[:i])
		return inside
	}
	words := split(text, nil, place, &problems)
	return words, problems
}

// split cuts text at its placeholders. at gives the position of an octet; turns are
// the octets at which positions do not go on.
func split(text string, turns []int, at func(int) problem.Position, problems *problem.List) Words {
	var words Words
	done := 0
	plain := func(to int) {
		if done < to {
			from := done
			place := func(i int) problem.Position { return at(from + i) }
			hidden(text[from:to], place, problems)
			unbraced(text[from:to], place, problems)
			piece := Text{At: at(done), Value: text[done:to]}
			for ; len(turns) > 0 && turns[0] < to; turns = turns[1:] {
				if i := turns[0]; i > from {
					piece.turns = append(piece.turns, turn{i - from, at(i)})
				}
			}
			words = append(words, piece)
		}
	}
	for {
		open := strings.Index(text[done:], "{{")
		if open < 0 {
			break
		}
		open += done
		length := strings.Index(text[open:], "}}")
		if length < 0 || strings.Contains(text[open+2:open+length], "{{") {
			problems.Add(at(open), "close it with }}", "{{ opens a placeholder that never ends")
			break
		}
		plain(open)
		words = append(words, placeholder(text[open+2:open+length], at(open), problems))
		done = open + length + 2
	}
	plain(len(text))
	return words
}

var name = regexp.MustCompile(`^[a-z][a-z0-9-]*(\.[\p{L}\p{N}][\p{L}\p{N}_-]*)?$`)

var gaps = regexp.MustCompile(`[ \t\n]+`)

// placeholder reads what stands between the braces.
func placeholder(inside string, at problem.Position, problems *problem.List) Inline {
	hidden(inside, func(int) problem.Position { return at }, problems)
	fields := strings.Fields(inside)
	if len(fields) > 1 && fields[0] == "meant" {
		literal := strings.TrimPrefix(strings.TrimSpace(inside), "meant")
		return Meant{At: at, Value: gaps.ReplaceAllString(strings.TrimSpace(literal), " ")}
	}
	from, rest, window := cut(fields)
	if len(from) == 0 || !name.MatchString(from[0]) || window && (len(rest) == 0 || !name.MatchString(rest[0])) {
		problems.Add(at, placeholderHint(inside), "{{%s}} is no placeholder", inside)
		return Text{At: at, Value: inside}
	}
	h := Placeholder{At: at, Name: from[0], Options: from[1:]}
	if window {
		h.To = &Placeholder{At: at, Name: rest[0], Options: rest[1:]}
	}
	return h
}

// placeholderHint offers what is between braces in the right letters, where that is all it lacks.
func placeholderHint(inside string) message.Text {
	near := respelled(inside)
	if fields := strings.Fields(near); near != inside && len(fields) > 0 && name.MatchString(fields[0]) {
		return message.Say("write %s", "{{"+near+"}}")
	}
	return message.Say("write {{id}}, {{id option}} or {{id to id}}, with the id of a milestone")
}

// cut parts a window at the word to.
func cut(fields []string) (from, rest []string, window bool) {
	i := slices.Index(fields, "to")
	if i < 0 {
		return fields, nil, false
	}
	return fields[:i], fields[i+1:], true
}

func isInsert(name string) bool { return slices.Contains(Inserts, name) }

// Walk calls f for every inline of the words, those inside emphasis and links too.
func (w Words) Walk(f func(Inline)) {
	for _, in := range w {
		f(in)
		switch in := in.(type) {
		case Strong:
			in.Words.Walk(f)
		case Link:
			in.Words.Walk(f)
		}
	}
}

// Walk calls f for every line of words in the blocks, in reading order.
func Walk(blocks []Block, f func(Words)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Heading:
			f(b.Words)
		case *Paragraph:
			f(b.Words)
		case *List:
			for _, item := range b.Items {
				Walk(item, f)
			}
		case *Table:
			for _, cell := range b.Head {
				f(cell)
			}
			for _, row := range b.Rows {
				for _, cell := range row {
					f(cell)
				}
			}
		}
	}
}
