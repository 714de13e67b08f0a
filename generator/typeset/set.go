package typeset

// set places the cells of a line, which are its own: squeezed or spread to the measure,
// but for the paragraph's last line, which is only squeezed where it must. A line that
// cannot be spread so far ends before the measure.
func (f *fit) set(cells []Cell, from, to int) []Cell {
	slack := f.slack(from, to)
	switch {
	case slack < 0:
		f.shrink(cells, from, -slack)
	case to < len(f.cells) && !f.Ragged:
		gaps := int(f.loose[to-1] - f.loose[from])
		share(cells, min(slack, f.most(gaps)), gaps, func(i int) int { return int(f.loose[from+i+1] - f.loose[from+i]) })
	}
	x := int32(f.Measure - f.room(from))
	for i := range cells {
		change := cells[i].X
		cells[i].X = x
		x += cells[i].Width + f.gap[from+i] + change
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
func (f *fit) shrink(cells []Cell, from, need int) {
	for rank := uint8(0); rank < squeezeRanks && need > 0; rank++ {
		give := func(i int) int {
			if f.rank[from+i] != rank {
				return 0
			}
			return int(f.give[from+i+1] - f.give[from+i])
		}
		total := 0
		for i := range len(cells) - 1 {
			total += give(i)
		}
		part := min(need, total)
		share(cells, -part, total, give)
		need -= part
	}
}

// share divides a change of length by the weights of gaps, of which the total is known,
// into whole parts that add up exactly. Until cells are placed, X is by how much the gap
// behind each changes.
func share(cells []Cell, length, total int, weight func(i int) int) {
	if total == 0 {
		return
	}
	sum, given := 0, 0
	for i := range cells[1:] {
		sum += weight(i)
		part := length*sum/total - given
		cells[i].X += int32(part)
		given += part
	}
}
