package placed

import (
	"slices"

	"tonggao/generator/phrase"
	"tonggao/generator/typeset"
)

// A reading finds out in which order the parts of a document are read, and marks on each
// sheet what belongs to which.
type reading struct {
	voice  phrase.Voice
	doc    *Document
	inside map[stretch]*Part // links, and what is said otherwise than it is shown
	shown  map[stretch]shown // moments
	pieces []Piece           // of all texts of a sheet
	kids   []Kid             // room for the first kid of many parts
	apart  bool              // the next mark is a new one
	line   int
}

// A stretch is the spans of a paragraph from one on that lead to one place, or hold no
// more, or are one moment. The lines of a paragraph share their spans.
type stretch struct {
	spans *typeset.Span
	from  int32
}

// shown is where a stretch's last cell was seen, in which face and on which line of all,
// and how often one of them changed.
type shown struct {
	line, breaks int
	face         uint8
}

// read numbers what each sheet shows of each part.
func read(v phrase.Voice, doc *Document) {
	r := &reading{voice: v, doc: doc, inside: make(map[stretch]*Part), shown: make(map[stretch]shown)}
	for i := range doc.Sheets {
		r.survey(i)
	}
	for i := range doc.Sheets {
		s := &doc.Sheets[i]
		r.apart, r.pieces = true, make([]Piece, 0, len(s.Texts)*5/4)
		for j := range s.Texts {
			r.text(i, &s.Texts[j])
		}
		for j, code := range s.Codes {
			if figure := code.Of; figure != nil {
				s.Codes[j].Mark = r.mark(i, figure)
				figure.X, figure.Y, figure.Width, figure.Height = code.X, code.Y, code.Side, code.Side
			}
		}
		for _, p := range s.Places {
			if p.Of.Width == 0 { // it may go on elsewhere
				p.Of.X, p.Of.Y, p.Of.Width, p.Of.Height = p.X, p.Y, p.Width, p.Height
			}
		}
	}
	for i := range doc.Sheets {
		r.links(i)
	}
}

// survey counts how often the moments of a sheet's lines change face or line.
func (r *reading) survey(sheet int) {
	for _, t := range r.doc.Sheets[sheet].Texts {
		r.line++
		if t.Of == nil || !slices.ContainsFunc(t.Spans, func(s typeset.Span) bool { return s.Moment }) {
			continue
		}
		for i, c := range t.Cells {
			if !t.Spans[c.Span].Moment || i > 0 && t.Cells[i-1].Span == c.Span && t.Cells[i-1].Face == c.Face {
				continue
			}
			key := stretchOf(t.Line, c.Span)
			was, seen := r.shown[key]
			now := shown{r.line, was.breaks, c.Face}
			if seen && (was.line != r.line || was.face != c.Face) {
				now.breaks++
			}
			r.shown[key] = now
		}
	}
}

// stretchOf names the stretch of a span.
func stretchOf(l typeset.Line, span int32) stretch {
	s := l.Spans[span]
	for span > 0 && (s.Link != "" || s.Struck) && l.Spans[span-1].Link == s.Link && l.Spans[span-1].Struck == s.Struck {
		span--
	}
	return stretch{&l.Spans[0], span}
}

// text cuts a line into the pieces of different parts. A line with gaps has words of its
// own, with which a mark ends; where the line has several pieces, they are around them.
func (r *reading) text(sheet int, t *Text) {
	first := len(r.pieces)
	for from := 0; from < len(t.Cells); {
		part, to := r.partOf(t, from), from+1
		for to < len(t.Cells) && (t.Cells[to].Span == t.Cells[from].Span || r.partOf(t, to) == part) {
			to++
		}
		r.pieces = append(r.pieces, Piece{to, -1})
		from = to
	}
	t.Pieces = slices.Clip(r.pieces[first:])
	t.Gaps = len(t.Cells) > 0 && t.Spaced()
	r.apart = r.apart || t.Gaps && len(t.Pieces) > 1
	from := 0
	for i := range t.Pieces {
		p := &t.Pieces[i]
		if part := r.partOf(t, from); part != nil {
			if in := t.Of.of(t.Cells[from].Span); in != part && len(part.Kids) == 0 {
				in.Kids = append(in.Kids, Kid{Part: part}) // behind what was before it
			}
			p.Mark = r.mark(sheet, part)
		} else {
			r.apart = true
		}
		from = p.To
	}
	r.apart = r.apart || t.Gaps
}

// partOf is what a line's cell belongs to: the line's part, or one inside it.
func (r *reading) partOf(t *Text, cell int) *Part {
	number := t.Cells[cell].Span
	part, span := t.Of.of(number), t.Spans[number]
	if part == nil {
		return nil
	}
	if span.Link == "" && !span.Struck && !span.Moment {
		return part
	}
	key := stretchOf(t.Line, number)
	if span.Link == "" && !span.Struck && r.shown[key].breaks == 0 {
		return part
	}
	if r.inside[key] == nil {
		r.inside[key] = r.inline(part, t.Line, key.from)
	}
	return r.inside[key]
}

// inline makes the part of a stretch: a link; a time that holds no more, which is said
// to have been planned; a moment that two faces or two lines would tear apart.
func (r *reading) inline(in *Part, l typeset.Line, from int32) *Part {
	span := l.Spans[from]
	if span.Link != "" {
		return &Part{Role: Anchor, in: in}
	}
	p := &Part{Role: Span, Says: span.Text, in: in}
	if span.Struck {
		words := ""
		for _, s := range l.Spans[from:] {
			if !s.Struck {
				break
			}
			words += s.Text
		}
		p.Says = r.voice.Void(words)
	}
	return p
}

// mark gives a sheet's next mark to a part, or the one before where that is the same
// part's: a paragraph is one stretch of content.
func (r *reading) mark(sheet int, p *Part) int {
	if top := p.top(); !top.listed {
		top.listed = true
		r.doc.Parts = append(r.doc.Parts, top)
	}
	s := &r.doc.Sheets[sheet]
	n := len(s.Marks)
	if !r.apart && s.Marks[n-1] == p {
		return n - 1
	}
	r.apart = false
	s.Marks = append(s.Marks, p)
	if p.Kids == nil {
		p.Kids = r.one()
	}
	p.Kids = append(p.Kids, Kid{Sheet: int32(sheet), Mark: int32(n)})
	return n
}

// one is room for one kid: most parts have no more.
func (r *reading) one() []Kid {
	const many = 64
	if len(r.kids) == 0 {
		r.kids = make([]Kid, many)
	}
	room := r.kids[:0:1]
	r.kids = r.kids[1:]
	return room
}

// links places what leads somewhere on a sheet, each with its words and its part.
func (r *reading) links(sheet int) {
	s := &r.doc.Sheets[sheet]
	for _, c := range s.Codes {
		s.Links = append(s.Links, Link{c.X, c.Y, c.Side, c.Side, c.URL, r.voice.LeadsTo(c.URL), c.Link})
	}
	for _, t := range s.Texts {
		if !slices.ContainsFunc(t.Spans, func(s typeset.Span) bool { return s.Link != "" }) {
			continue
		}
		size := t.Size / typeset.PointsAMM
		for i := 0; i < len(t.Cells); {
			from, span := i, t.Cells[i].Span
			for i < len(t.Cells) && t.Cells[i].Span == span {
				i++
			}
			url := t.Spans[span].Link
			if url == "" {
				continue
			}
			left, right := t.Cells[from].X, t.Cells[i-1].X+t.Cells[i-1].Width
			s.Links = append(s.Links, Link{
				t.X + float64(left)*size/typeset.Em, t.Y - size*typeset.Ascent/typeset.Em, float64(right-left) * size / typeset.Em, size,
				url, r.voice.LeadsTo(url), r.inside[stretchOf(t.Line, span)],
			})
		}
	}
}
