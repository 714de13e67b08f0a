package document

import "math"

// A setting is how a page sets its paragraphs, as its own lines show: where first lines
// begin, and how far apart the lines of a paragraph are.
type setting struct {
	begin []float64
	pitch []pitch
}

// A pitch is the least distance of two lines of a paragraph, for type of one size.
type pitch struct{ size, apart float64 }

// learn reads the lines of a page: where one is full and the next begins further left,
// at the margin, the first begins a paragraph.
func (s *setting) learn(lines []printLine) {
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if inner(a) || inner(b) || math.Abs(a.Size-b.Size) > 0.05*a.Size || !a.full(b) || sentenceEnd(a.Words) {
			continue
		}
		if a.X0-b.X0 > 1.2*a.Size && b.X0-b.left < 0.5*b.Size && !numbered.MatchString(a.Words) && len(s.begin) < 8 {
			s.begin = append(s.begin, a.X0)
		}
		if apart := a.Y - b.Y; apart > 0.9*a.Size && apart < 2.6*a.Size {
			s.note(a.Size, apart)
		}
	}
}

func (s *setting) note(size, apart float64) {
	for i := range s.pitch {
		if math.Abs(s.pitch[i].size-size) < 0.05*size {
			s.pitch[i].apart = min(s.pitch[i].apart, apart)
			return
		}
	}
	if len(s.pitch) < 8 {
		s.pitch = append(s.pitch, pitch{size, apart})
	}
}

// begins reports whether a line begins where first lines of paragraphs do.
func (s *setting) begins(l printLine) bool {
	for _, x := range s.begin {
		if math.Abs(x-l.X0) < 0.15*l.Size {
			return true
		}
	}
	return false
}

// parted reports whether two lines are further apart than those of a paragraph.
func (s *setting) parted(a, b printLine) bool {
	for _, p := range s.pitch {
		if math.Abs(p.size-a.Size) < 0.05*a.Size && a.page == b.page {
			return a.Y-b.Y > p.apart+0.35*a.Size
		}
	}
	return false
}

// full reports whether a line ends so near the edge that what the next begins with had
// no room: a character, or figures and letters that stay together.
func (l printLine) full(next printLine) bool {
	together := 0
	for _, r := range next.Words {
		if r > 0x7E || r == ' ' {
			break
		}
		together++
	}
	return l.right-l.X1 <= max(2.2, 0.6*float64(min(together, 40))+1)*l.Size
}
