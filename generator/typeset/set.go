package typeset

// set places the cells of a line: squeezed or spread to the measure, but for the
// paragraph's last line, which is only squeezed where it must. A line that cannot be
// spread so far ends before the measure.
func (f *fit) set(from, to int) []Cell {
	cells := append([]Cell(nil), f.cells[from:to]...)
	slack := f.slack(from, to)
	x := f.Measure - f.room(from)
	var change []int
	switch {
	case slack < 0:
		change = f.shrink(from, to, -slack)
	case to < len(f.cells) && !f.Ragged:
		change = share(min(slack, f.most(f.loose[to-1]-f.loose[from])), f.Paragraph.loose[from:to-1])
	default:
		change = make([]int, to-from)
	}
	for i := range cells {
		cells[i].X = x
		if i+1 < len(cells) {
			x += cells[i].Width + f.gap[from+i] + change[i]
		}
	}
	last := &cells[len(cells)-1]
	if trim := f.trim[to-1]; f.kinds[to-1]&blank != 0 {
		cells = cells[:len(cells)-1]
	} else if trim > 0 {
		last.Half, last.Width = true, last.Width-trim
	}
	return cells
}

// shrink shares a need of squeezing among the gaps, rank by rank.
func (f *fit) shrink(from, to, need int) []int {
	change := make([]int, to-from)
	for rank := 0; rank < squeezeRanks && need > 0; rank++ {
		gives := make([]int, to-1-from)
		total := 0
		for i := range gives {
			if f.rank[from+i] == rank {
				gives[i] = f.Paragraph.give[from+i]
				total += gives[i]
			}
		}
		part := min(need, total)
		for i, n := range share(part, gives) {
			change[i] -= n
		}
		need -= part
	}
	return change
}

// share divides a length by weights into whole parts that add up exactly.
func share(length int, weights []int) []int {
	parts := make([]int, len(weights)+1)
	total := 0
	for _, w := range weights {
		total += w
	}
	if total == 0 {
		return parts
	}
	sum, given := 0, 0
	for i, w := range weights {
		sum += w
		parts[i] = length*sum/total - given
		given += parts[i]
	}
	return parts
}
