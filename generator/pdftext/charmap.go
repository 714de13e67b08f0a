package pdftext

import (
	"strconv"
	"strings"
)

// A codespace is codes of one length.
type codespace struct{ low, high string }

// charmap reads a map of codes to characters, Adobe technical note 5014: what stands
// between begin… and end….
func (f *file) charmap(raw []byte) (map[uint32]string, []codespace) {
	l := &lexer{b: raw, left: &f.left}
	mapped := map[uint32]string{}
	var lengths []codespace
	var held []any
	for {
		v := l.value(0)
		w, ok := v.(word)
		switch {
		case v == end:
			return mapped, lengths
		case !ok:
			held = append(held, v)
			continue
		case w == "endcodespacerange":
			for i := 0; i+1 < len(held); i += 2 {
				low, _ := held[i].(string)
				high, _ := held[i+1].(string)
				if len(low) == len(high) && len(low) > 0 && len(lengths) < 64 {
					lengths = append(lengths, codespace{low, high})
				}
			}
		case w == "endbfchar":
			for i := 0; i+1 < len(held); i += 2 {
				code, _ := held[i].(string)
				to, _ := held[i+1].(string)
				mapped[codeOf(code)] = wide(to)
			}
		case w == "endbfrange":
			for i := 0; i+2 < len(held); i += 3 {
				f.mapRange(mapped, held[i], held[i+1], held[i+2])
			}
		}
		held = held[:0]
	}
}

// mapRange maps the codes of a range to characters that follow one another, or to
// those of a list.
func (f *file) mapRange(mapped map[uint32]string, low, high, to any) {
	from, _ := low.(string)
	last, _ := high.(string)
	first := codeOf(from)
	count := min(int64(codeOf(last))-int64(first)+1, 65536)
	if list, ok := to.(array); ok {
		for k, v := range list {
			if s, ok := v.(string); ok && int64(k) < count {
				mapped[first+uint32(k)] = wide(s)
			}
		}
		return
	}
	s, _ := to.(string)
	begin := []rune(wide(s))
	if len(begin) == 0 || len(begin) > 8 {
		return
	}
	for k := range max(count, 0) {
		spend(&f.left.values, 1)
		begin[len(begin)-1] += rune(min(k, 1))
		mapped[first+uint32(k)] = string(begin)
	}
}

func codeOf(s string) uint32 {
	code := uint32(0)
	for i := range min(len(s), 4) {
		code = code<<8 | uint32(s[i])
	}
	return code
}

// glyphNames are the names of glyphs that are no letter and that notices have.
var glyphNames = map[string]string{
	"space": " ", "exclam": "!", "quotedbl": `"`, "numbersign": "#", "percent": "%", "ampersand": "&", "quotesingle": "'", "parenleft": "(",
	"parenright": ")", "asterisk": "*", "plus": "+", "comma": ",", "hyphen": "-", "period": ".", "slash": "/", "zero": "0", "one": "1", "two": "2",
	"three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "colon": ":", "semicolon": ";", "less": "<",
	"equal": "=", "greater": ">", "question": "?", "at": "@", "bracketleft": "[", "bracketright": "]", "underscore": "_", "asciitilde": "~",
	"endash": "–", "emdash": "—", "quoteleft": "‘", "quoteright": "’", "quotedblleft": "“", "quotedblright": "”", "bullet": "•", "periodcentered": "·",
	"minus": "−", "ellipsis": "…", "degree": "°", "nbspace": " ",
}

// glyphName is what a glyph says by its name: A, one, uni4E00, u20000.
func glyphName(n string) string {
	n, _, _ = strings.Cut(n, ".")
	if len(n) == 1 {
		return n
	}
	if s := glyphNames[n]; s != "" {
		return s
	}
	digits, found := strings.CutPrefix(n, "uni")
	if !found {
		digits, found = strings.CutPrefix(n, "u")
	}
	if v, err := strconv.ParseUint(digits, 16, 32); found && err == nil && len(digits) >= 4 && v <= 0x10FFFF {
		return string(rune(v))
	}
	return ""
}
