package placed

import (
	"errors"
	"sync"

	"rsc.io/qr/coding"

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
type Modules struct{ X, Y, Width uint8 }

// quiet is the width of the white zone around a QR code in modules, ISO/IEC 18004.
const quiet = 4

// Codes makes QR codes of level M, which survives a fold or a stain of 15 %. What is where
// in codes of one version is found once. It may be used by many goroutines at once.
type Codes struct {
	plans [coding.MaxVersion + 1]struct {
		sync.Once
		*coding.Plan
		err error
	}
}

// New makes a code of a side in millimetres. The error is that of an address which is too
// long for any.
func (c *Codes) New(url string, x, y, side float64) (Code, error) {
	made, err := c.encode(url)
	if err != nil {
		return Code{}, message.Errorf("make qr code of %s: %w", url, err)
	}
	return Code{X: x, Y: y, Side: side, Size: made.Size, Dark: darkOf(made), URL: url, Mark: -1}, nil
}

// encode makes the code of the least version that has room, in the densest of the ways to
// write a text, as qr.Encode does, which finds all places anew for each code.
func (c *Codes) encode(url string) (*coding.Code, error) {
	var text coding.Encoding = coding.String(url)
	if coding.Num(url).Check() == nil {
		text = coding.Num(url)
	} else if coding.Alpha(url).Check() == nil {
		text = coding.Alpha(url)
	}
	for v := coding.Version(coding.MinVersion); v <= coding.MaxVersion; v++ {
		if text.Bits(v) > v.DataBytes(coding.M)*8 {
			continue
		}
		plan := &c.plans[v]
		plan.Do(func() { plan.Plan, plan.err = coding.NewPlan(v, coding.M, 0) })
		if plan.err != nil {
			return nil, plan.err
		}
		return plan.Encode(text)
	}
	return nil, errors.New("text too long to encode as QR")
}

// Margin is the width of the quiet zone in millimetres.
func (c Code) Margin() float64 { return c.Side / float64(c.Size) * quiet }

func darkOf(c *coding.Code) []Modules {
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
