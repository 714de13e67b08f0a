// Package ofd spells documents of package placed as OFD files (GB/T 33190—2016), the
// fixed layout that offices of state exchange and archive.
//
// It is not what a sheet shows: everything in a document is placed already, and each
// character stands where the PDF has it. It uses what all readers draw: text with the
// place of each character, paths, embedded faces. What the archive's subset (OFD-A,
// GB/T 42133—2022) forbids is left out: links to the web, which the sheet prints as
// addresses, attachments that are neither text nor XML, preferences, permissions, matrices.
//
// Begin with Write (write.go): pages (page.go), then what the document says of itself
// and how its parts find each other (parts.go). A file is a ZIP of XML; OFD.xml, which
// names the sheet and its code, is stored as it is, so that verify finds them. There
// is no seal: one is put on by the office that has the key, and Signs/ is free for it.
//
// Files come out byte for byte equal for equal documents.
package ofd

import (
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"

	"tonggao/generator/typeset"
)

// space is the namespace of all parts.
const space = `xmlns:ofd="http://www.ofdspec.org/2016"`

// head opens every part.
const head = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// quoted is text as XML, for elements and attributes alike.
func quoted(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a builder takes all
	return b.String()
}

// A length is in thousandths of a millimetre. Whole numbers add up, so that the last
// character of a line stands as true as the first.
type length int

// lengthOf rounds millimetres.
func lengthOf(mm float64) length { return length(math.Round(mm * 1000)) }

// String is a length in millimetres.
func (l length) String() string { return strconv.FormatFloat(float64(l)/1000, 'f', -1, 64) }

// A box is a rectangle as XML has it.
func box(x, y, width, height length) string { return fmt.Sprintf("%s %s %s %s", x, y, width, height) }

func color(c typeset.Colour) string { return fmt.Sprintf("%d %d %d", c[0], c[1], c[2]) }
