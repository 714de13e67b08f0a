// Package docx spells articles as Word files (ECMA-376, ISO/IEC 29500) for the flow in
// which an office goes on with a notice: it is signed, sealed, printed with a red head.
//
// It is no print: it has the styles, the numbering and the page of GB/T 9704—2012, and
// the program that opens it makes lines and pages. Faces are named, not embedded, as
// offices have them (方正小标宋简体, 仿宋_GB2312), with the faces to take instead.
//
// Begin with Write (write.go). The body is spelled block by block (body.go, table.go,
// signoff.go); numbers are Word's own wherever its counting gives the number that the
// article has (number.go), so that a paragraph put in or taken out renumbers the rest.
// style.go has the styles, parts.go the rest of the package.
//
// Files come out byte for byte equal for equal articles.
package docx

import (
	"encoding/xml"
	"strings"
)

// quoted is text as XML, for elements and attributes alike.
func quoted(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a builder takes all
	return b.String()
}

// Lengths are in twentieths of a point, as Word has them, and widths of text in
// hundredths of a character.
const (
	twip      = 20 * 72 / 25.4 // of a millimetre
	character = 100
	body      = 320 // 三号, 16 points
	pitch     = 579 // of a line: 22 fill 225 mm
	tightened = -5  // between characters: 28 of 三号 are 2 mm wider than their line (5.2.3)
)

// The page of GB/T 9704—2012, 5.2, millimetres.
const (
	pageWidth, pageHeight = 210, 297
	topEdge, bottomEdge   = 37, 35
	leftEdge, rightEdge   = 28, 26
	typeWidth             = pageWidth - leftEdge - rightEdge
	numberFoot            = 24.8 // from the page's edge to under its number, whose dashes stand 7 below the type area
)

func twips(mm float64) int { return int(mm*twip + 0.5) }
