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
