package sheet

import "tonggao/generator/placed"

// A posterForm is the paper of a poster, how much larger than on A4 it is set, and the
// size that is looked for in what decides, points.
type posterForm struct {
	placed.Paper
	scale, readable float64
}

var (
	posterA4 = posterForm{placed.A4, 1, readable}
	posterA3 = posterForm{placed.A3, placed.A3.Width / placed.A4.Width, 1.2 * readable}
)

// edge is how much of the paper is left free around what is printed, mm.
func (f posterForm) edge() float64 { return posterEdge * f.scale }
