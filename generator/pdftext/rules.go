package pdftext

import "math"

// path keeps the upright edges of what is drawn: rules between the cells of a table.
func (d *drawing) path(op word, n func(int) float64) {
	x, y := n(0), n(1)
	switch op {
	case "m":
		d.pen = [2]float64{x, y}
	case "l":
		d.rule(d.pen[0], d.pen[1], x, y)
		d.pen = [2]float64{x, y}
	case "re":
		d.rule(x, y, x, y+n(3))
		d.rule(x+n(2), y, x+n(2), y+n(3))
	}
}

func (d *drawing) rule(x0, y0, x1, y1 float64) {
	from, to := matrix{1, 0, 0, 1, x0, y0}.by(d.ctm), matrix{1, 0, 0, 1, x1, y1}.by(d.ctm)
	if math.Abs(from[4]-to[4]) < 1 && math.Abs(from[5]-to[5]) > 6 && len(d.out.rules) < mostRules {
		d.out.rules = append(d.out.rules, rule{from[4], min(from[5], to[5]), max(from[5], to[5])})
	}
}

func (d *drawing) move(x, y float64) {
	d.line = matrix{1, 0, 0, 1, x, y}.by(d.line)
	d.text = d.line
}
