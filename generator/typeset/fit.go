package typeset

import (
	"math"
	"slices"
)

// A shape is the room of a paragraph in thousandths of an em: where its first and
// its other lines begin, and where all end. Lines of a ragged one are not spread
// to the end; those of others only so far that no gap grows by more than spread (0
// for any).
type Shape struct {
	First, Hang, Measure int
	Spread               int
	Ragged               bool
}

// A fit is the search for the best lines of a paragraph. It weighs all ways at
// once (Knuth and Plass, 1981), so that one tight place is shared by its
// neighbours, within the order that Chinese composition prescribes: squeeze
// before pushing out, and no last line of a single character.
type fit struct {
	*Paragraph
	Shape
	best []way
}

// A way is the best way to reach a place with the end of a line.
type way struct {
	cost int64 // an int of 32 bits is too small
	from int
}

const (
	never     = math.MaxInt / 2
	unreached = math.MaxInt64 / 2
	lonely    = 1 << 40 // a last line of one character
	holed     = 1 << 34 // a line that cannot be spread to its end
	pushedOut = 1 << 30 // a mark carried down though squeezing could have kept it

	parted       = 15_000  // a line that ends inside a date: what gaps of an eighth cost
	partedWord   = 20_000  // a line that ends inside a word, where words count
	raggedParted = 1 << 22 // in a ragged paragraph, where nothing is gained by it
)

// Lines breaks and sets the paragraph.
func (p *Paragraph) Lines(s Shape, size float64) []Line {
	if len(p.cells) == 0 {
		return nil
	}
	f := fit{Paragraph: p, Shape: s}
	from, ends, cells := 0, p.ends(s), slices.Clone(p.cells)
	lines := make([]Line, len(ends))
	for i, to := range ends {
		lines[i] = Line{Cells: f.set(cells[from:to:to], from, to), Size: size, Spans: p.spans}
		from = to
	}
	return lines
}

// ends returns where the lines of the paragraph end.
func (p *Paragraph) ends(s Shape) []int {
	var room [256]way // most paragraphs are shorter
	f := fit{Paragraph: p, Shape: s, best: room[:]}
	if len(p.cells) >= len(room) {
		f.best = make([]way, len(p.cells)+1)
	}
	f.search()
	count := 0
	for to := len(f.cells); to > 0; to = f.best[to].from {
		count++
	}
	ends := make([]int, count)
	for to := len(f.cells); to > 0; to = f.best[to].from {
		count--
		ends[count] = to
	}
	return ends
}

// search fills best, which has room for a way to each cell and one to the end: for each
// place where a line may begin, the lines from there.
func (f *fit) search() {
	n := len(f.cells)
	for i := 1; i <= n; i++ {
		f.best[i].cost = unreached
	}
	for from := range n {
		if f.best[from].cost < unreached {
			f.reach(from)
		}
	}
}

// reach tries every line that begins at a place, the longest first; one that is half
// empty only where longer ones would leave a last line of one character.
func (f *fit) reach(from int) {
	to := from + 1
	for to < len(f.cells) && f.slack(from, to)+f.squeeze(from, to) >= 0 {
		to++
	}
	to = min(to+1, len(f.cells)) // a mark at the end may fit where the character before does not
	squeezed, found, company := false, false, false
	for ; to > from; to-- {
		last := to == len(f.cells)
		if !last && !f.may[to-1] {
			continue
		}
		slack := f.slack(from, to)
		if slack+f.squeeze(from, to) < 0 {
			continue
		}
		if company && slack > f.Measure/2 {
			break
		}
		cost := f.cost(from, to, slack)
		if squeezed && slack >= Em {
			cost += pushedOut
		}
		inside := f.insideDate(to - 1)
		if inside {
			cost += f.parting()
		}
		if !inside && to < len(f.sense) && f.sense[to] >= uglyBreak {
			cost += partedWord
		}
		squeezed = squeezed || slack < 0 && !inside
		found, company = true, company || last || f.ending(to) < lonely
		f.take(from, to, cost)
	}
	if !found {
		f.force(from)
	}
}

// parting is the price of a line that ends inside a date.
func (f *fit) parting() int64 {
	if f.Ragged {
		return raggedParted
	}
	return parted
}

func (f *fit) take(from, to int, cost int64) {
	if cost += f.best[from].cost; cost < f.best[to].cost {
		f.best[to] = way{cost, from}
	}
}

// force ends a line inside what should stay whole, when it is longer than a line:
// behind what joins its parts, else where at least no mark comes to stand wrong.
func (f *fit) force(from int) {
	most := from + 1
	for most < len(f.cells) && f.slack(from, most+1) >= 0 {
		most++
	}
	wrong := func(to int) bool {
		return to < len(f.cells) && (f.kinds[to]&neverBegins != 0 || f.kinds[to-1]&neverEnds != 0)
	}
	to := most
	for to > from+1 && (to == len(f.cells) || f.kinds[to-1]&joiner == 0 || f.kinds[to]&joiner != 0 || wrong(to)) {
		to--
	}
	if to == from+1 {
		for to = most; to > from+1 && wrong(to); to-- {
		}
	}
	f.take(from, to, lonely)
}

// room is the width that a line has which begins at a place.
func (f *fit) room(from int) int {
	if from == 0 {
		return f.Measure - f.First
	}
	return f.Measure - f.Hang
}

// slack is what a line leaves free when it is set naturally; negative when it
// must be squeezed.
func (f *fit) slack(from, to int) int {
	return f.room(from) - f.natural(from, to)
}

// squeeze is how much a line can give.
func (f *fit) squeeze(from, to int) int { return int(f.give[to-1] - f.give[from]) }

// cost weighs a line: the square of what each gap grows, or the share of what can
// be squeezed out. A line squeezed to the utmost costs like gaps of 47.
func (f *fit) cost(from, to, slack int) int64 {
	if to == len(f.cells) {
		return f.ending(from)
	}
	if slack < 0 {
		share := -slack * 100 / f.squeeze(from, to)
		return int64(200 + share*share/5)
	}
	gaps := int(f.loose[to-1] - f.loose[from])
	grow := int64(slack / max(1, gaps))
	if slack > f.most(gaps) {
		return grow*grow + holed
	}
	return grow * grow
}

// most is how far a line of so many gaps can be spread.
func (f *fit) most(gaps int) int {
	if f.Spread == 0 || f.Ragged {
		return never
	}
	return f.Spread * gaps
}

// ending weighs a paragraph's last line: it has at least two characters.
func (f *fit) ending(from int) int64 {
	if from == 0 {
		return 0
	}
	count := 0
	for _, kind := range f.kinds[from:] {
		if kind&mark == 0 {
			count++
		}
		if count == 2 {
			return 0
		}
	}
	return lonely
}
