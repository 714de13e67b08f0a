package pdf

import (
	"strconv"
	"unicode"
	"unicode/utf16"
)

// ref appends a reference to the object of a number (ISO 32000-1, 7.3.10).
func ref(b []byte, n int) []byte { return append(strconv.AppendInt(b, int64(n), 10), " 0 R"...) }

// rectangle appends the lower left and the upper right corner of one (ISO 32000-1, 7.9.5).
func rectangle(b []byte, corners ...float64) []byte {
	for i, c := range corners {
		b = strconv.AppendFloat(append(b, "[   "[i]), c, 'f', 2, 64)
	}
	return append(b, ']')
}

// literal appends a string of octets as an object (ISO 32000-1, 7.3.4.2).
func literal(b []byte, octets string) []byte {
	b = append(b, '(')
	for i := range len(octets) {
		b = escaped(b, octets[i])
	}
	return append(b, ')')
}

func escaped(b []byte, o byte) []byte {
	switch o {
	case '\\', '(', ')':
		return append(b, '\\', o)
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, o)
}

// said appends text as an object, a PDF text string (ISO 32000-1, 7.9.2.2).
func said(b []byte, text string) []byte {
	b = append(b, "(\xFE\xFF"...)
	for _, r := range text {
		if high, low := utf16.EncodeRune(r); high != unicode.ReplacementChar {
			b = escaped(escaped(b, byte(high>>8)), byte(high))
			r = low
		}
		b = escaped(escaped(b, byte(r>>8)), byte(r))
	}
	return append(b, ')')
}

// utf16BE appends text in the encoding of PDF's Unicode strings, without the mark.
func utf16BE(b []byte, text string) []byte {
	for _, unit := range utf16.Encode([]rune(text)) {
		b = append(b, byte(unit>>8), byte(unit))
	}
	return b
}
