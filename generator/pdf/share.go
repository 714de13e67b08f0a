package pdf

// shrink shares a need of squeezing among the gaps, rank by rank.
func (f *fit) shrink(from, to, need int) []int {
	change := make([]int, to-from)
	for rank := 0; rank < squeezeRanks && need > 0; rank++ {
		gives := make([]int, to-1-from)
		total := 0
		for i := range gives {
			if f.rank[from+i] == rank {
				gives[i] = f.paragraph.give[from+i]
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
