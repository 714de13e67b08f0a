package pdftext

import "math"

// state is what q keeps and Q brings back.
type state struct {
	ctm                    matrix
	font                   *face
	size, char, word, lead float64
	stretch, rise          float64
	inkless                bool // drawn without ink, as recognition (OCR) leaves words under a scan
	fonts, forms           dict
}

// A drawing is a page while it is drawn: only where its characters come to stand.
type drawing struct {
	*file
	state
	saved      []state
	text, line matrix
	pen        [2]float64
	artifacts  []bool // for each open marked content, whether it is no part of the text
	out        *lines
}

// draw reads a page.
func (f *file) draw(p dict) Page {
	box := f.array(p["MediaBox"])
	x0, y0, x1, y1 := 0.0, 0.0, 595.0, 842.0
	if len(box) == 4 {
		x0, y0, x1, y1 = f.number(box[0], 0), f.number(box[1], 0), f.number(box[2], 595), f.number(box[3], 842)
	}
	page := Page{Width: math.Abs(x1 - x0), Height: math.Abs(y1 - y0)}
	turn := matrix{1, 0, 0, 1, -min(x0, x1), -min(y0, y1)}
	switch int(f.number(p["Rotate"], 0)+360) % 360 {
	case 90:
		turn = turn.by(matrix{0, -1, 1, 0, 0, page.Width})
		page.Width, page.Height = page.Height, page.Width
	case 180:
		turn = turn.by(matrix{-1, 0, 0, -1, page.Width, page.Height})
	case 270:
		turn = turn.by(matrix{0, 1, -1, 0, page.Height, 0})
		page.Width, page.Height = page.Height, page.Width
	}
	d := &drawing{file: f, out: &lines{file: f}}
	d.state = state{ctm: turn, stretch: 1}
	d.resources(f.dict(p["Resources"]))
	var content []byte
	if all, ok := f.get(p["Contents"]).(array); ok {
		for _, c := range all {
			part := f.content(c)
			spend(&f.left.drawn, len(part)+16)
			content = append(append(content, part...), '\n')
		}
	} else {
		content = f.content(p["Contents"])
	}
	d.run(content, 0)
	page.Lines = d.out.done()
	return page
}

func (d *drawing) resources(r dict) {
	d.fonts, d.forms = d.file.dict(r["Font"]), d.file.dict(r["XObject"])
}

// run carries out a content stream.
func (d *drawing) run(content []byte, depth int) {
	spend(&d.left.drawn, len(content))
	l := &lexer{b: content, left: &budget{values: len(content) + 1}} // its octets are counted already
	var args []any
	for {
		v := l.value(0)
		op, ok := v.(word)
		switch {
		case v == end:
			return
		case !ok:
			if len(args) < 64 {
				args = append(args, v)
			}
			continue
		case op == "ID":
			l.skipPicture()
		case op == "Do":
			d.form(args, depth)
		default:
			d.operate(op, args)
		}
		args = args[:0]
	}
}

// skipPicture passes the octets of a picture that stands in the content.
func (l *lexer) skipPicture() {
	for l.i++; l.i+2 < len(l.b); l.i++ {
		if white(l.b[l.i]) && l.b[l.i+1] == 'E' && l.b[l.i+2] == 'I' && (l.i+3 == len(l.b) || white(l.b[l.i+3])) {
			l.i += 3
			return
		}
	}
	l.i = len(l.b)
}

// form draws a form in its place.
func (d *drawing) form(args []any, depth int) {
	n, ok := last(args).(name)
	if !ok || depth > 8 || d.hidden() {
		return
	}
	form := d.file.dict(d.forms[n])
	if form["Subtype"] != name("Form") {
		return
	}
	before, saved, text, line := d.state, d.saved, d.text, d.line
	d.saved = nil
	if m := d.file.array(form["Matrix"]); len(m) == 6 {
		d.ctm = d.matrix(m).by(d.ctm)
	}
	if r := d.file.dict(form["Resources"]); r != nil {
		d.resources(r)
	}
	spend(&d.left.drawn, 1000)
	d.run(d.file.content(before.forms[n]), depth+1)
	d.state, d.saved, d.text, d.line = before, saved, text, line
}

func last(args []any) any {
	if len(args) == 0 {
		return nil
	}
	return args[len(args)-1]
}

// hidden reports whether what is drawn is no part of the text: a head, a foot.
func (d *drawing) hidden() bool {
	for _, a := range d.artifacts {
		if a {
			return true
		}
	}
	return false
}

// operate carries out an operator, ISO 32000-1 annex A.
func (d *drawing) operate(op word, args []any) {
	n := func(i int) float64 {
		if i < len(args) {
			return d.file.number(args[i], 0)
		}
		return 0
	}
	switch op {
	case "q":
		if len(d.saved) < 256 {
			d.saved = append(d.saved, d.state)
		}
	case "Q":
		if k := len(d.saved); k > 0 {
			d.state, d.saved = d.saved[k-1], d.saved[:k-1]
		}
	case "cm":
		d.ctm = d.matrix(args).by(d.ctm)
	case "BT":
		d.text, d.line = matrix{1, 0, 0, 1, 0, 0}, matrix{1, 0, 0, 1, 0, 0}
	case "Tf":
		if len(args) == 2 {
			k, _ := args[0].(name)
			d.font, d.size = d.file.face(d.fonts[k]), n(1)
		}
	case "Tc":
		d.char = n(0)
	case "Tw":
		d.state.word = n(0)
	case "Tz":
		d.stretch = n(0) / 100
	case "TL":
		d.lead = n(0)
	case "Tr":
		d.inkless = n(0) == 3
	case "Ts":
		d.rise = n(0)
	case "Td":
		d.move(n(0), n(1))
	case "TD":
		d.lead = -n(1)
		d.move(n(0), n(1))
	case "Tm":
		d.text = d.matrix(args)
		d.line = d.text
	case "T*":
		d.move(0, -d.lead)
	case "Tj", "TJ", "'", `"`:
		d.showing(op, args, n)
	case "BMC", "BDC", "EMC":
		d.mark(op, args)
	case "re", "m", "l":
		d.path(op, n)
	}
}

// mark opens and closes marked content.
func (d *drawing) mark(op word, args []any) {
	if op == "EMC" {
		d.artifacts = d.artifacts[:max(0, len(d.artifacts)-1)]
		return
	}
	if len(d.artifacts) < 256 {
		d.artifacts = append(d.artifacts, len(args) > 0 && args[0] == name("Artifact"))
	}
}

// showing carries out an operator that shows text.
func (d *drawing) showing(op word, args []any, n func(int) float64) {
	switch op {
	case `"`:
		d.state.word, d.char = n(0), n(1)
		d.move(0, -d.lead)
	case "'":
		d.move(0, -d.lead)
	}
	all, ok := last(args).(array)
	if !ok {
		all = array{last(args)}
	}
	for _, v := range all {
		switch v := v.(type) {
		case float64:
			d.text = matrix{1, 0, 0, 1, -v / 1000 * d.size * d.stretch, 0}.by(d.text)
		case string:
			d.show(v)
		}
	}
}

// show draws a string and moves on behind it.
func (d *drawing) show(s string) {
	if d.font == nil {
		d.font = d.file.newFace(nil)
	}
	hidden := d.hidden()
	for len(s) > 0 {
		spend(&d.left.glyphs, 1)
		g, n := d.font.glyph(s)
		s = s[n:]
		wide := g.width/1000*d.size + d.char
		if g.space {
			wide += d.state.word
		}
		wide *= d.stretch
		if at := d.text.by(d.ctm); !hidden {
			d.place(g, at, wide)
		}
		d.text = matrix{1, 0, 0, 1, wide, 0}.by(d.text)
	}
}

// place hands a character on, if it runs from left to right.
func (d *drawing) place(g glyph, at matrix, wide float64) {
	size := d.size * math.Hypot(at[2], at[3])
	scale := math.Hypot(at[0], at[1])
	if size <= 0 || size > 1e4 || at[0] <= 0 || math.Abs(at[1]) > 0.1*at[0] {
		return
	}
	if g.words == "" {
		d.unnamed++
		return
	}
	d.named++
	if d.inkless {
		d.file.unseen++
	}
	x := at[4]
	d.out.add(g.words, x, x+wide*scale, at[5]+d.rise*at[3], size)
}
