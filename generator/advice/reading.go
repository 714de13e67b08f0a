package advice

import (
	"time"

	"tonggao/generator/mention"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
)

// A reading is what a line of words, or a file of them, has that is held against the facts
// of each notice that prints it. Many regions issue one text, so it is read once.
type reading struct {
	references []reference
	lengths    []typedLength
	links      []prose.Link
	spoken     []prose.Words // lines with placeholders or dates that are meant literally
	mentions   mentions
}

// A reference is the number of a section, typed.
type reference struct {
	at      problem.Position
	written string
}

// A typedLength is a length of time, typed, with the names of the milestones of its line.
type typedLength struct {
	at      problem.Position
	written string
	length  time.Duration
	near    []string
}

// readings are those of lines, by their first word, and of files, by their text. Neither
// changes while a colleague reads.
type readings struct {
	lines map[*prose.Inline]*reading
	files map[*prose.Fragment]*reading
	none  reading // of a line without words
}

// line reads a line of words.
func (r *readings) line(words prose.Words) *reading {
	if len(words) == 0 {
		return &r.none
	}
	read := r.lines[&words[0]]
	if read == nil {
		read = &reading{mentions: mentions{ids: map[string]bool{}}}
		read.add(words, true)
		read.mentions.words(words)
		if r.lines == nil {
			r.lines = map[*prose.Inline]*reading{}
		}
		r.lines[&words[0]] = read
	}
	return read
}

// file reads the text of a file.
func (r *readings) file(f File) *reading {
	read := r.files[f.Prose]
	if read == nil {
		read = &reading{mentions: mentions{ids: map[string]bool{}}}
		own := f.Front.Text("kind") != "annex" // which may be a document with sections of its own
		prose.Walk(f.Prose.Blocks, func(words prose.Words) { read.add(words, own) })
		read.mentions.blocks(f.Prose.Blocks)
		if r.files == nil {
			r.files = map[*prose.Fragment]*reading{}
		}
		r.files[f.Prose] = read
	}
	return read
}

// add reads a line. Its typed numbers of sections count where these are the notice's own.
func (r *reading) add(words prose.Words, own bool) {
	if own {
		r.references = append(r.references, references(words)...)
	}
	var near []string
	spoken := false
	words.Walk(func(in prose.Inline) {
		switch in := in.(type) {
		case prose.Placeholder:
			near, spoken = append(near, in.Name), true
			if in.To != nil {
				near = append(near, in.To.Name)
			}
		case prose.Meant:
			spoken = true
		case prose.Link:
			r.links = append(r.links, in)
		}
	})
	if spoken {
		r.spoken = append(r.spoken, words)
	}
	words.Walk(func(in prose.Inline) {
		text, ok := in.(prose.Text)
		if !ok {
			return
		}
		for _, l := range mention.Lengths(text.Value) {
			r.lengths = append(r.lengths, typedLength{text.Place(l.Start), text.Value[l.Start:l.End], time.Duration(l.Minutes) * time.Minute, near})
		}
	})
}

// each calls f for what every line and file has that the notice prints.
func (b *brief) each(f func(*reading)) {
	for _, m := range b.notice.Milestones {
		f(b.readings.line(m.Text))
		f(b.readings.line(m.Instead))
	}
	for _, u := range b.notice.Unaffected {
		f(b.readings.line(u.Text))
	}
	for _, file := range b.files {
		f(b.readings.file(file))
	}
}
