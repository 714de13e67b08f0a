package mention

// A walk steps at once over the characters that begin neither a word nor a number: they are
// all but a few of a text.

// firstOfNumbers are the characters that numbers begin with, those of two days among them.
const firstOfNumbers = "零一二三四五六七八九十廿卅两"

// firsts has a bit for every character from U+4000 on that a word or a number begins with.
var firsts = func() (bits [0x6000 / 64]uint64) {
	for _, r := range firstOfWords + firstOfNumbers {
		bits[(r-0x4000)/64] |= 1 << (r % 64)
	}
	return bits
}()

// isMark reports whether a character is one of the marks that part sentences.
func isMark(character string) bool {
	switch character {
	case "，", "。", "、", "；", "（", "）":
		return true
	}
	return false
}

// skipPlain returns where the first character stands, from i on, that is no Chinese one, nor
// a mark, or begins a word or a number.
func skipPlain(text string, i int) int {
	for ; i+2 < len(text); i += 3 {
		a, b, c := rune(text[i]), rune(text[i+1]), rune(text[i+2])
		if a < 0xE4 || a > 0xE9 || b&0xC0 != 0x80 || c&0xC0 != 0x80 {
			if isMark(text[i : i+3]) {
				continue
			}
			return i
		}
		if r := a&0x0F<<12 | b&0x3F<<6 | c&0x3F; firsts[(r-0x4000)/64]&(1<<(r%64)) != 0 {
			return i
		}
	}
	return i
}
