package placed

import (
	"rsc.io/qr"

	"tonggao/generator/message"
)

// A code is a QR code of an address, drawn as squares: sharp at every scale.
type Code struct {
	X, Y, Side float64 // of the dark part, without the quiet zone
	Size       int     // modules on a side
	Dark       []Modules
	URL        string
	Mark       int // of the sheet's, or -1 for furniture

	Of, Link *Part // what it shows, and what leads to its address
}

// A row of dark modules side by side, counted from the top left corner.
type Modules struct{ X, Y, Width int }

// quiet is the width of the white zone around a QR code in modules, ISO/IEC 18004.
const quiet = 4

// NewCode makes a code of level M, which survives a fold or a stain of 15 %, of a side in
// millimetres. The error is that of an address which is too long for any.
func NewCode(url string, x, y, side float64) (Code, error) {
	c, err := qr.Encode(url, qr.M)
	if err != nil {
		return Code{}, message.Errorf("make qr code of %s: %w", url, err)
	}
	return Code{X: x, Y: y, Side: side, Size: c.Size, Dark: darkOf(c), URL: url, Mark: -1}, nil
}

// Margin is the width of the quiet zone in millimetres.
func (c Code) Margin() float64 { return c.Side / float64(c.Size) * quiet }

func darkOf(c *qr.Code) []Modules {
	var dark []Modules
	for y := range c.Size {
		for x := 0; x < c.Size; x++ {
			from := x
			for c.Black(x, y) {
				x++
			}
			if x > from {
				dark = append(dark, Modules{from, y, x - from})
			}
		}
	}
	return dark
}
