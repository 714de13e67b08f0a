package sheet

import (
	"slices"
	"unicode/utf8"

	"tonggao/generator/placed"
	"tonggao/generator/site"
	"tonggao/generator/typeset"
)

// A fact is a row of a poster: a label and what is to be said under it.
type fact struct {
	label   string
	said    [][]typeset.Span // paragraphs
	decides bool             // what a reader came for: what to do, until when

	tag *placed.Part // the label's
	of  placed.Parts // each paragraph's
}

// A told fact is set: its lines, and how much stands above each.
type told struct {
	label string
	lines []typeset.Line
	above []float64

	tag *placed.Part // the label's, or nil where it stood before
	of  placed.Parts // each line's
}

const (
	factSize  = 30.0 // points, the most where there is much to say
	factMost  = 42.0 // the most
	besides   = 22.0 // the most for what does not decide beside the first
	factLead  = 1.3
	labelMost = 16.0
)

// bare is a sheet like this one with nothing on it. What is set on it is soon overwritten.
func (p *poster) bare() *poster {
	bare := *p
	return &bare
}

// gaps are those of a sheet beside the ones between its facts, and one for the first.
const gaps = 3

// fill sets facts between what stands above them, which ends at top while it has no air, and
// a height. What room they leave is spread over all gaps: a sheet with little on it has air
// and no hole.
func (p *poster) fill(rows []fact, top float64, above func(*poster) float64, bottom float64) {
	set, size := p.facts(rows, bottom-top)
	p.detail = size
	p.air = max(0, bottom-top-factsHeight(set)) / float64(gaps+len(set))
	p.rest = p.place(set, above(p), bottom)
}

// facts are what, for whom, what to do and until when, as they are set in a height: what
// decides as large as it can be, then the rest; then, where there is room, both larger,
// unless what stands on one line would need two or a word that cannot be broken has no
// room. It returns the size of what decides.
func (p *poster) facts(rows []fact, room float64) ([]told, float64) {
	listed(rows)
	size := p.grown(factSize)
	other := func() float64 { return max(posterLeast, min(p.grown(besides)*2/3, size/2)) }
	set := p.tell(rows, size, other())
	for size > posterLeast && factsHeight(set) > room {
		size--
		set = p.tell(rows, size, other())
	}
	rest := other()
	grow := func(deciding, others float64, whole bool) bool {
		larger, height := p.tell(rows, deciding, others), room
		if whole {
			height -= p.grown(factAir) * float64(gaps+len(rows))
		}
		if factsHeight(larger) > height {
			return false
		}
		for i, t := range larger {
			if whole && len(set[i].lines) == 1 && len(t.lines) > 1 || (typeset.Block{Lines: t.lines}).Width() > p.width-p.labelColumn() {
				return false
			}
		}
		set, size, rest = larger, deciding, others
		return true
	}
	for rest+1 <= min(size, p.grown(besides)) && grow(size, rest+1, false) {
	}
	for size >= p.grown(factSize) && size+1 <= p.grown(factMost) && grow(size+1, min(rest+1, size), true) {
	}
	return set, size
}

// listed gives facts and their paragraphs their parts of a list.
func listed(rows []fact) {
	list := &placed.Part{Role: placed.List}
	for i := range rows {
		item := list.Add(placed.Item)
		rows[i].tag, rows[i].of = item.Add(placed.Label), nil
		body := item.Add(placed.Body)
		for range rows[i].said {
			rows[i].of = append(rows[i].of, body.Add(placed.Paragraph))
		}
	}
}

// tell breaks the lines of each fact, of those that decide at one size, of the others
// at another.
func (p *poster) tell(rows []fact, deciding, other float64) []told {
	set := make([]told, 0, len(rows))
	for _, row := range rows {
		size := other
		if row.decides {
			size = deciding
		}
		t := told{label: row.label, tag: row.tag}
		for i, spans := range row.said {
			lines := p.Wrap(size, factLead, p.width-p.labelColumn(), spans...).Lines
			t.above, t.of = slices.Grow(t.above, len(lines)), slices.Grow(t.of, len(lines))
			for j := range lines {
				above := (factLead - 1) * size / typeset.PointsAMM
				switch {
				case i == 0 && j == 0:
					above = 0
				case j == 0:
					above = size / typeset.PointsAMM * 0.45
				}
				t.above, t.of = append(t.above, above), append(t.of, row.of[i])
			}
			if i > 0 {
				lines = append(t.lines, lines...)
			}
			t.lines = lines
		}
		set = append(set, t)
	}
	return set
}

// place sets facts between two heights and returns what has no room there.
func (p *poster) place(set []told, top, bottom float64) []told {
	y := top
	for i, t := range set {
		if i > 0 {
			y += factGap + p.air
		}
		for j, l := range t.lines {
			height := l.Size / typeset.PointsAMM
			if j > 0 {
				y += t.above[j]
			}
			if y+height > bottom+0.01 {
				rest := told{t.label, t.lines[j:], t.above[j:], t.tag, t.of[j:]}
				if j > 0 {
					rest.tag = nil
				}
				return append([]told{rest}, set[i+1:]...)
			}
			if j == 0 {
				p.factLabel(t, y, l.Size)
			}
			p.Texts = append(p.Texts, placed.Text{Line: l, X: p.left + p.labelColumn(), Y: y + typeset.Baseline(l.Size), Of: t.of[j : j+1]})
			y += height
		}
		y = max(y, y-t.height()+labelHeight)
	}
	return nil
}

// factLabel sets a fact's label in white on its ground, beside its first line.
func (p *poster) factLabel(t told, y, size float64) {
	l, width := p.Word(t.label, hei, min(p.grown(labelMost), max(posterLeast, size*0.7)))
	height := l.Size/typeset.PointsAMM + 1
	top := y + (size/typeset.PointsAMM-height)/2
	p.Areas = append(p.Areas, placed.Area{X: p.left, Y: top, Width: width + 4, Height: height, Ink: p.ink})
	p.Texts = append(p.Texts, placed.Text{Line: l, X: p.left + 2, Y: top + 0.5 + typeset.Baseline(l.Size), Ink: white, Of: placed.Parts{t.tag}})
}

// labelColumn is four characters, or as many as the longest label has, the edges of their
// ground, a gap.
func (p *poster) labelColumn() float64 {
	return float64(max(4, utf8.RuneCountInString(p.returns())))*p.grown(labelMost)/typeset.PointsAMM + 7
}

// returns is the label of how what is stopped is on again, in the services' own words where
// they are short.
func (p *poster) returns() string {
	general := map[site.Kind]string{site.Suspend: wordUntil, site.Opening: wordUntil, site.Partial: wordFully}[p.m.Kind]
	if own := p.voice.Theirs(general, p.m.Services); utf8.RuneCountInString(own) <= 6 {
		return own
	}
	return general
}

const (
	labelHeight = posterLeast/typeset.PointsAMM + 1
	factGap     = 3.5 // mm between facts, at least
	factAir     = 2.0 // mm more, before what decides is set larger than it must be
)

func (t told) height() float64 {
	height := 0.0
	for i, l := range t.lines {
		height += l.Size / typeset.PointsAMM
		if i > 0 {
			height += t.above[i]
		}
	}
	return height
}

func factsHeight(set []told) float64 {
	height := factGap * float64(len(set)-1)
	for _, t := range set {
		height += max(t.height(), labelHeight)
	}
	return height
}

func (p *poster) factRows(extent bool) []fact {
	m := p.m
	plain := func(text string) []typeset.Span { return []typeset.Span{{Text: text, Face: hei}} }
	instead := p.voice.Meanwhile(m)
	rows := []fact{{label: wordWhat, said: [][]typeset.Span{spansOf(p.voice.Sentence(m), hei)}, decides: len(instead) == 0}}
	if text := p.voice.Extent(m); extent && text != "" {
		rows[0].said = append(rows[0].said, plain(text))
	}
	add := func(label string, decides bool, said ...[]typeset.Span) {
		rows = append(rows, fact{label: label, said: said, decides: decides})
	}
	for _, d := range p.voice.Details(m) {
		add(d.Label, false, plain(d.Text))
	}
	if len(instead) > 0 {
		add(wordInstead, true, spansOf(instead, hei))
	}
	if until := p.until(); until != nil {
		add(p.returns(), true, until...)
	}
	if again := p.voice.Again(m); again != "" {
		add(wordThen, true, plain(again))
	}
	return rows
}

// until lists how what the milestone stops is on again. The end of its own window
// stands in the time above; it stands here too beside the recoveries of parts.
func (p *poster) until() [][]typeset.Span {
	var said [][]typeset.Span
	all := p.voice.Returns(p.m)
	if len(all) == 1 && p.m.Until != nil {
		return nil
	}
	for _, r := range all {
		when, what := typeset.Span{Text: r.When, Face: hei, Moment: r.Known}, typeset.Span{Text: r.What, Face: hei}
		one := []typeset.Span{when, {Text: " ", Face: hei}, what}
		switch {
		case r.When == "" || r.What == "":
			one = []typeset.Span{{Text: r.When + r.What, Face: hei, Moment: r.Known}}
		case !r.Known:
			slices.Reverse(one)
		}
		said = append(said, one)
	}
	return said
}
