package pdf

import (
	"fmt"

	"rsc.io/qr"
)

// A code is a QR code of an address, drawn as squares: sharp at every scale.
type code struct {
	x, y, side float64 // of the dark part, without the quiet zone
	size       int     // modules on a side
	dark       []modules
	url        string
}

// A row of dark modules side by side, counted from the top left corner.
type modules struct{ x, y, width int }

// quiet is the width of the white zone around a QR code in modules, ISO/IEC 18004.
const quiet = 4

// newCode makes a code of level M, which survives a fold or a stain of 15 %.
func newCode(url string, x, y, side float64) (code, error) {
	c, err := qr.Encode(url, qr.M)
	if err != nil {
		return code{}, fmt.Errorf("make qr code of %s: %w", url, err)
	}
	return code{x, y, side, c.Size, darkOf(c), url}, nil
}

// margin is the width of the quiet zone in millimetres.
func (c code) margin() float64 { return c.side / float64(c.size) * quiet }

func darkOf(c *qr.Code) []modules {
	var dark []modules
	for y := range c.Size {
		for x := 0; x < c.Size; x++ {
			from := x
			for c.Black(x, y) {
				x++
			}
			if x > from {
				dark = append(dark, modules{from, y, x - from})
			}
		}
	}
	return dark
}
