// Package code makes the codes that telephones read (QR, ISO/IEC 18004), for pages, for
// sheets and as pictures; how large one is in print is placed's. It knows no address: that
// is given.
//
// Begin reading at Coder.Of.
package code

import (
	"errors"
	"strconv"
	"sync"

	"rsc.io/qr"
	"rsc.io/qr/coding"

	"tonggao/generator/message"
)

// level survives a fold or a stain of 15 %.
const level = coding.Level(qr.M)

// A Code is what a telephone reads: dark and light modules.
type Code = qr.Code

// A Coder makes codes. Where the dots of a code of one size go is worked out once, since
// all addresses of a site have nearly one length. It may be used from many goroutines.
type Coder struct {
	plans [coding.MaxVersion + 1]func() (*coding.Plan, error)
}

// New returns a coder.
func New() *Coder {
	c := &Coder{}
	for version := coding.Version(coding.MinVersion); version <= coding.MaxVersion; version++ {
		c.plans[version] = sync.OnceValues(func() (*coding.Plan, error) { return coding.NewPlan(version, level, 0) })
	}
	return c
}

// Of makes the code of an address, the smallest that has room for it. The error is that of
// an address which is too long for any.
func (c *Coder) Of(address string) (*Code, error) {
	text := encoding(address)
	for version := coding.Version(coding.MinVersion); version <= coding.MaxVersion; version++ {
		if text.Bits(version) > version.DataBytes(level)*8 {
			continue
		}
		plan, err := c.plans[version]()
		if err != nil {
			return nil, failed(address, err)
		}
		made, err := plan.Encode(text)
		if err != nil {
			return nil, failed(address, err)
		}
		return &Code{Bitmap: made.Bitmap, Size: made.Size, Stride: made.Stride, Scale: pixels}, nil
	}
	return nil, failed(address, errors.New("text too long to encode as QR"))
}

func failed(address string, err error) error {
	return message.Errorf("make qr code of %s: %w", address, err)
}

// encoding is the densest of the ways in which a text can stand in a code.
func encoding(text string) coding.Encoding {
	switch {
	case coding.Num(text).Check() == nil:
		return coding.Num(text)
	case coding.Alpha(text).Check() == nil:
		return coding.Alpha(text)
	}
	return coding.String(text)
}

// A Drawing is a code as one SVG path, a unit a module, with the quiet zone of four
// modules that ISO/IEC 18004 asks for.
type Drawing struct {
	Size int
	Path string
}

const (
	quiet  = 4
	pixels = 8       // of a module in a picture
	room   = 8 << 10 // octets of most paths
)

// Draw draws the code of an address; one that is too long for a code has none.
func (c *Coder) Draw(address string) Drawing {
	made, err := c.Of(address)
	if err != nil {
		return Drawing{}
	}
	path := make([]byte, 0, room)
	for y := range made.Size {
		for x := 0; x < made.Size; x++ {
			length := 0
			for x+length < made.Size && made.Black(x+length, y) {
				length++
			}
			if length > 0 {
				path = bar(path, x+quiet, y+quiet, length)
				x += length
			}
		}
	}
	return Drawing{made.Size + 2*quiet, string(path)}
}

// bar adds a bar of the height of one dot to a path: M4 5h7v1h-7z. A page has
// hundreds, so no format is read for each.
func bar(path []byte, x, y, length int) []byte {
	path = strconv.AppendInt(append(path, 'M'), int64(x), 10)
	path = strconv.AppendInt(append(path, ' '), int64(y), 10)
	path = strconv.AppendInt(append(path, 'h'), int64(length), 10)
	path = strconv.AppendInt(append(path, "v1h-"...), int64(length), 10)
	return append(path, 'z')
}
