package pdf

import (
	"fmt"

	"rsc.io/qr"
)

// A code is a QR code of an address, drawn as squares: sharp at every scale.
type code struct {
	*qr.Code
	x, y, side float64 // of the dark part, without the quiet zone
	url        string
}

// quiet is the width of the white zone around a QR code in modules, ISO/IEC 18004.
const quiet = 4

// newCode makes a code of level M, which survives a fold or a stain of 15 %.
func newCode(url string, x, y, side float64) (code, error) {
	c, err := qr.Encode(url, qr.M)
	if err != nil {
		return code{}, fmt.Errorf("make qr code of %s: %w", url, err)
	}
	return code{c, x, y, side, url}, nil
}

// margin is the width of the quiet zone in millimetres.
func (c code) margin() float64 { return c.side / float64(c.Size) * quiet }

// code draws a QR code as one path of rectangles, each a run of dark modules.
func (d *document) code(c code) {
	module := c.side / float64(c.Size) * pointsAMM
	left, top := c.x*pointsAMM, (pageHeight-c.y)*pointsAMM
	d.fill(black)
	var b []byte
	for y := range c.Size {
		for x := 0; x < c.Size; x++ {
			from := x
			for c.Black(x, y) {
				x++
			}
			if x > from {
				b = d.number(b, left+float64(from)*module, 3)
				b = d.number(b, top-float64(y+1)*module, 3)
				b = d.number(b, float64(x-from)*module, 3)
				b = append(d.number(b, module+0.02, 3), "re "...) // a hair more, so that no renderer leaves a gap
			}
		}
	}
	d.pdf.RawWriteStr(string(append(b, 'f')))
	d.pdf.LinkString(c.x, c.y, c.side, c.side, c.url)
}
