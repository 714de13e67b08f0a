package sheet

import (
	"slices"

	"tonggao/generator/placed"
	"tonggao/generator/site"
	"tonggao/generator/typeset"
)

const (
	nameColumn  = 42.0 // mm, for the names of services
	laneHeight  = 8.5  // mm
	tickBetween = 2.0  // mm between the times of two columns, at least
	laneText    = 9.5  // points, of times
)

// lanes draws one bar for each course, over columns that are the notice's known
// times of stops and recoveries, at equal steps. Where there are more times than
// columns the bars go on below, in bands.
func (s *summary) lanes() []row {
	courses := s.notice.Courses
	times := turningTimes(courses)
	if len(times) == 0 {
		return nil
	}
	widest := 0.0
	for _, t := range times {
		widest = max(widest, typeset.Block{Lines: s.timeLines(t)}.Width())
	}
	room := s.width - nameColumn
	most := max(1, int(room/(widest+tickBetween))-1) // one more stands for what is pending
	bands := (len(times) + most - 1) / most
	figures := s.figures(courses)
	rows := []row{s.legend(figures[0])}
	for i := range bands {
		b := &band{summary: s, figures: figures, times: times, from: len(times) * i / bands, to: len(times) * (i + 1) / bands}
		b.step = room / float64(b.to-b.from+1)
		rows = append(rows, b.rows(courses)...)
	}
	return append(rows, row{height: 5})
}

// figures are one for each course, whose bar it says in words.
func (s *summary) figures(courses []*site.Course) placed.Parts {
	var all placed.Parts
	for _, c := range courses {
		all = append(all, &placed.Part{Role: placed.Figure, Says: s.voice.Bar(c)})
	}
	return all
}

// A band is a part of the columns, with a bar for every course.
type band struct {
	*summary
	times    []site.Moment // of all bands
	from, to int           // of this one's times
	step     float64       // from column to column, mm
	figures  placed.Parts  // of the courses; the first also has what stands above all
}

// rows are the times and under them the lanes, on one sheet. Of more lanes than it has
// room for the times stand again overleaf.
func (b *band) rows(courses []*site.Course) []row {
	head := row{glue: true, height: 3}
	for i, t := range b.times[b.from:b.to] {
		y := 2.0
		for _, l := range b.timeLines(t) {
			head.texts = append(head.texts, placed.Text{Line: l, X: b.column(b.from+i) - l.Width()/2, Y: y + typeset.Baseline(l.Size), Of: b.figures[:1]})
			y += l.Size / typeset.PointsAMM * 1.15
		}
		head.height = max(head.height, y+1)
	}
	head.depth = head.height
	rows := []row{head}
	for i, c := range courses {
		lane := b.lane(c, b.figures[i])
		lane.places = []placed.Place{{Of: b.figures[i], X: 0, Y: 0, Width: b.width, Height: lane.height}}
		lane.head = []row{head}
		lane.glue = i+1 < len(courses)
		rows = append(rows, lane)
	}
	return rows
}

// timeLines words a column's time, the day above the hour.
func (s *summary) timeLines(t site.Moment) []typeset.Line {
	var lines []typeset.Line
	for _, text := range dayOverHour(s.voice, t) {
		lines = append(lines, s.Tight(text, hei).Row(0, laneText))
	}
	return lines
}

// turningTimes are the known instants at which services turn off or on, in order.
// One that is known to the hour and as a day is named by the day, which is true of
// both.
func turningTimes(courses []*site.Course) []site.Moment {
	var times []site.Moment
	for _, c := range courses {
		for _, s := range c.Settled()[1:] {
			at := s.Mark()
			i := slices.IndexFunc(times, func(t site.Moment) bool { return sameInstant(t, at) })
			switch {
			case i < 0:
				times = append(times, at)
			case at.Precision < times[i].Precision:
				times[i] = at
			}
		}
	}
	slices.SortStableFunc(times, func(a, b site.Moment) int { return a.Instant.Compare(b.Instant) })
	return times
}

// lane draws one course: its service's name, then how it stands. A name that is too
// long for its column stands over the bar.
func (b *band) lane(c *site.Course, of *placed.Part) row {
	name := c.Service.Name + b.part(c)
	label := b.fitted(name, hei, 1.15, nameColumn-2, step{1, 10.5, 9.5}, step{2, 10, summaryLeast})
	top := (laneHeight - barThick) / 2
	draw := board{Kit: b.Kit, of: placed.Parts{of}}
	if len(label.Lines) > 2 {
		label = b.fitted(name, hei, 1.15, b.width, step{3, 10, summaryLeast})
		top += draw.put(0, 1, b.Clipped(label, hei, 60))
	} else {
		draw.put(0, max(0, top+(barThick-label.Height())/2), label)
	}
	height := max(top+barThick+(laneHeight-barThick)/2, label.Height()+2.5)
	for i := range b.times[b.from:b.to] {
		x := b.column(b.from + i)
		draw.Rules = append(draw.Rules, placed.Stroke{X1: x, Y1: top - (laneHeight-barThick)/2, X2: x, Y2: height, Thickness: 0.15, Ink: grey})
	}
	b.bar(&draw, c, top)
	return row{height: height, depth: height, texts: draw.Texts, rules: draw.Rules, areas: draw.Areas}
}

// bar draws how a service passes within the band.
func (b *band) bar(draw *board, c *site.Course, top float64) {
	x, state, known := nameColumn, site.On, true
	for _, p := range courseBar(b.voice, c, nil).points {
		k := b.place(p.at)
		if k >= b.to && (p.at.Known() || b.to < len(b.times)) {
			break
		}
		if k >= b.from {
			at := b.column(k)
			draw.stretch(x, at, top, state, known)
			x = at
		}
		state, known = p.state, p.certain()
	}
	draw.stretch(x, b.width, top, state, known)
}

// place is the number of a time's column; one that is pending stands behind all.
func (b *band) place(at site.Moment) int {
	if k := slices.IndexFunc(b.times, func(t site.Moment) bool { return sameInstant(t, at) }); k >= 0 {
		return k
	}
	return len(b.times)
}

// column is the middle of a column, by the number of its time.
func (b *band) column(k int) float64 { return nameColumn + b.step*(float64(k-b.from)+0.5) }

// part names what a course is limited to.
func (s *summary) part(c *site.Course) string {
	if parts := s.voice.Lane(c, 1); len(parts) > 0 {
		return "（" + s.voice.List(parts) + "）"
	}
	return ""
}

// legend says what the bars mean, in the words of the states.
func (s *summary) legend(of *placed.Part) row {
	const size = summaryLeast
	draw := board{Kit: s.Kit}
	x := s.width
	for _, state := range []site.State{site.On, site.Partly, site.Off} {
		word := s.voice.StateIn(s.notice.Courses, state)
		if state == site.Partly {
			word = s.voice.Hatched(s.notice.Courses)
		}
		l, width := draw.Word(word, fang, size)
		x -= width
		draw.Texts = append(draw.Texts, placed.Text{Line: l, X: x, Y: 0.9 + typeset.Baseline(size), Of: placed.Parts{of}})
		draw.segment(x-11, x-2, 0, state)
		x -= 17
	}
	return row{height: barThick + 1, depth: barThick, glue: true, texts: draw.Texts, rules: draw.Rules, areas: draw.Areas}
}
