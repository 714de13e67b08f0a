package sketch

// A Sureness says how much a guess can be relied on.
type Sureness int

// From what must be asked to what the text says plainly.
const (
	Unsure Sureness = iota
	Likely
	Sure
)

// String names it in Chinese, for the comment of a draft.
func (s Sureness) String() string { return [...]string{"把握不大", "较有把握", "有把握"}[s] }
