package pdf

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strings"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// lanes draws one bar for each course, over columns that are the notice's known
// times of stops and recoveries, at equal steps.
func (s *summary) lanes(y float64) float64 {
	courses := s.notice.Courses
	times := turningTimes(courses)
	if len(times) == 0 {
		return y
	}
	const name, lane = 42.0, 8.5
	left := s.left + name
	step := (s.left + s.width - left) / float64(len(times)+1)
	for i, t := range times {
		x := left + step*(float64(i)+0.5)
		text := s.voice.Moment(t, phrase.Short)
		s.tick(text, x, y, step)
		s.rules = append(s.rules, stroke{x, y + 9, x, y + 10 + lane*float64(len(courses)), 0.15, 0, grey})
	}
	y += 10
	for _, c := range courses {
		s.lane(c, times, left, step, y, lane)
		y += lane
	}
	return y
}

// tick sets a time over its column, the day above the hour.
func (s *summary) tick(text string, middle, y, step float64) {
	blk := s.heading(text, hei, s.largest(text, hei, 9, 5, step-1, 2), 1.2, step-1)
	for i, l := range blk.lines {
		last := l.cells[len(l.cells)-1]
		width := float64(last.x+last.width) * l.size / em / pointsAMM
		at := y + float64(i)*blk.lead*l.size/pointsAMM + baseline(l.size)
		s.texts = append(s.texts, placed{line: l, x: middle - width/2, y: at})
	}
}

// turningTimes are the known moments at which services turn, in order, those of one
// instant once.
func turningTimes(courses []*site.Course) []site.Moment {
	var times []site.Moment
	for _, c := range courses {
		for _, step := range c.Settled()[1:] {
			if at := step.Moment(); !slices.ContainsFunc(times, at.Same) {
				times = append(times, at)
			}
		}
	}
	slices.SortStableFunc(times, func(a, b site.Moment) int { return a.Instant.Compare(b.Instant) })
	return times
}

// lane draws one course: its service's name, then how it stands.
func (s *summary) lane(c *site.Course, times []site.Moment, left, step, y, height float64) {
	name := c.Service.Name + s.part(c)
	room := left - s.left - 2
	size := s.largest(name, hei, 10.5, 9.5, room, 1)
	if size < 10 {
		size = s.largest(name, hei, 9, 5, room, 2)
	}
	blk := s.heading(name, hei, size, 1.1, room)
	s.put(s.left, y+1.5+(barThick-blk.height())/2, blk)
	b := courseBar(s.voice, c, nil)
	x := left
	end := left + step*(float64(len(times))+0.5) // where pending recoveries stand
	for i, p := range b.points {
		at := s.place(p.at, times, left, step, end)
		if i == 0 {
			s.segment(x, at, y+1.5, site.On)
		}
		to := s.left + s.width
		if i+1 < len(b.points) {
			to = s.place(b.points[i+1].at, times, left, step, end)
		}
		s.stretch(at, to, y+1.5, p)
	}
}

// place is the column of a time, or the last one for a pending time.
func (s *summary) place(at site.Moment, times []site.Moment, left, step, end float64) float64 {
	if k := slices.IndexFunc(times, at.Same); k >= 0 && at.Known() {
		return left + step*(float64(k)+0.5)
	}
	return end
}

// part names what a course is limited to.
func (s *summary) part(c *site.Course) string {
	if parts := s.voice.Lane(c, 1); len(parts) > 0 {
		return "（" + s.voice.List(parts) + "）"
	}
	return ""
}

// legend says what the bars mean, in the words of the states.
func (s *summary) legend(y float64) float64 {
	x := s.left + s.width
	for _, state := range []site.State{site.On, site.Partly, site.Off} {
		l, width := s.word(s.voice.State(state), fang, 9)
		x -= width
		s.texts = append(s.texts, placed{line: l, x: x, y: y + baseline(9)})
		s.segment(x-11, x-2, y-0.8, state)
		x -= 17
	}
	return y + 6
}

// fitting returns the table of all milestones, as large as a height allows. Where
// the letters would become too small for a counter, what to do instead is left to
// the posters.
func (s *summary) fitting(height float64) []row {
	rows, fits := s.largestTable(4, summaryFine, height)
	if !fits {
		rows, _ = s.largestTable(3, summaryLeast, height)
	}
	return rows
}

// fill places rows between two heights and returns those that are left, under the
// table's head again.
func (s *summary) fill(rows []row, top, bottom float64) []row {
	y, head := top, rows[0]
	line := func() {
		s.rules = append(s.rules, stroke{s.left, y, s.left + s.width, y, thickRule, 0, black})
	}
	line()
	defer line()
	for i, r := range rows {
		if i > 1 && y+r.height > bottom+0.01 {
			return append([]row{head}, rows[i:]...)
		}
		for _, t := range r.texts {
			t.x, t.y = t.x+s.left, t.y+y
			s.texts = append(s.texts, t)
		}
		for _, l := range r.rules {
			s.rules = append(s.rules, l.moved(s.left, y))
		}
		y += r.height
	}
	return nil
}

// largestTable returns the rows at the largest size that fits into a height, in
// quarter points, or at the least size when none does.
func (s *summary) largestTable(columns int, least, height float64) (rows []row, fits bool) {
	const step = 0.25
	steps := int((summaryMost-least)/step) + 1
	n := sort.Search(steps, func(i int) bool {
		rows = s.tableRows(summaryMost-float64(i)*step, columns)
		return heightOf(rows) <= height
	})
	rows = s.tableRows(summaryMost-float64(min(n, steps-1))*step, columns)
	return rows, n < steps
}

func heightOf(rows []row) float64 {
	height := 0.0
	for _, r := range rows {
		height += r.height
	}
	return height
}

// columnShares are the widths of the table's columns by their number.
var columnShares = map[int][]float64{4: {0.26, 0.27, 0.15, 0.32}, 3: {0.36, 0.40, 0.24}}

// when words a milestone's time with its weekday.
func (s *summary) when(m *site.Milestone) string {
	before, after, found := strings.Cut(s.voice.When(m), s.voice.Moment(m.Moment))
	if !found || !m.Moment.Known() {
		return s.voice.When(m)
	}
	return before + s.voice.Moment(m.Moment, phrase.Weekday) + after
}

func (s *summary) tableRows(size float64, columns int) []row {
	n := &notice{kit: s.kit, grid: grid{width: s.width, size: size}}
	var widths []float64
	for _, share := range columnShares[columns] {
		widths = append(widths, share*s.width)
	}
	cell := func(text string) []phrase.Run { return []phrase.Run{{Text: text}} }
	head := [][]phrase.Run{cell(wordWhen), cell(wordWhat), cell(wordAudience), cell(wordInstead)}
	whole := math.Inf(1) // a row of a summary never parts
	rows := n.tableRow(head[:columns], widths, hei, size, whole)
	for _, m := range s.notice.Milestones {
		when := s.when(m)
		what := s.voice.Change(m) + s.voice.Label(m)
		cells := [][]phrase.Run{cell(when), cell(what), cell(cmp.Or(audiences(s.voice, m), m.Scope, wordEveryone)), s.voice.Runs(s.notice, nil, m.Instead)}
		rows = append(rows, n.tableRow(cells[:columns], widths, fang, size, whole)...)
	}
	return rows
}
