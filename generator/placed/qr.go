package placed

import "tonggao/generator/code"

// A Code is a QR code of an address, drawn as squares: sharp at every scale.
type Code struct {
	X, Y, Side float64 // of the dark part, without the quiet zone
	Size       int     // modules on a side
	Dark       []Modules
	URL        string
	Mark       int // of the sheet's, or -1 for furniture

	Of, Link *Part // what it shows, and what leads to its address
}

// A row of dark modules side by side, counted from the top left corner.
type Modules struct{ X, Y, Width uint8 }

// quiet is the width of the white zone around a QR code in modules, ISO/IEC 18004.
const quiet = 4

// Set is a code of an address, of a side in millimetres.
func Set(made *code.Code, url string, x, y, side float64) Code {
	return Code{X: x, Y: y, Side: side, Size: made.Size, Dark: darkOf(made), URL: url, Mark: -1}
}

// Margin is the width of the quiet zone in millimetres.
func (c Code) Margin() float64 { return c.Side / float64(c.Size) * quiet }

func darkOf(c *code.Code) []Modules {
	dark := make([]Modules, 0, c.Size*c.Size/3)
	for y := range c.Size {
		for x := 0; x < c.Size; x++ {
			from := x
			for c.Black(x, y) {
				x++
			}
			if x > from {
				dark = append(dark, Modules{uint8(from), uint8(y), uint8(x - from)})
			}
		}
	}
	return dark
}
