package garble

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A twin looks like a character, or like some, and is another: no search finds it
// and few fonts draw it. Texts copied out of PDFs are full of them.

// Twin returns what a twin stands for, "" for any other character: 方 for ⽅, 5月
// for ㋄.
func Twin(r rune) string {
	switch {
	case r < 0x2E80:
	case r <= 0x2FDF, r >= 0x31C0 && r <= 0x31EF:
		return radical(r)
	case r >= 0x3038 && r <= 0x303A, r >= 0xF900 && r <= 0xFAFF, r >= 0x1D7CE && r <= 0x1D7FF, r >= 0x2F800 && r <= 0x2FA1F:
		if plain := norm.NFKC.String(string(r)); plain != string(r) {
			return plain
		}
	case r >= 0x32C0 && r <= 0x32CB:
		return strconv.Itoa(int(r-0x32C0)+1) + "月"
	case r >= 0x3358 && r <= 0x3370:
		return strconv.Itoa(int(r-0x3358)) + "点"
	case r >= 0x33E0 && r <= 0x33FE:
		return strconv.Itoa(int(r-0x33E0)+1) + "日"
	}
	return ""
}

func radical(r rune) string {
	i := strings.IndexRune(radicals, r)
	if i < 0 {
		return ""
	}
	i += utf8.RuneLen(r)
	_, size := utf8.DecodeRuneInString(radicals[i:])
	return radicals[i : i+size]
}

// IsRadical tells the radicals among the twins.
func IsRadical(r rune) bool { return r >= 0x2E80 && r <= 0x2FDF || r >= 0x31C0 && r <= 0x31EF }

func hasTwins(text string) bool {
	for _, r := range text {
		if (r < 0x4E00 || r > 0x9FFF) && Twin(r) != "" {
			return true
		}
	}
	return false
}

// A Clear text has the characters that its twins stand for. From gives, for each of
// its octets and for its end, the octet of the text as it was.
type Clear struct {
	Text string
	From []int
}

// SeeThrough returns a text as a reader sees it; ok is false where it has no twins
// and the text is that already.
func SeeThrough(text string) (clear Clear, ok bool) {
	if !hasTwins(text) {
		return Clear{}, false
	}
	var plain strings.Builder
	for i, r := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		written, step := text[i:i+size], 1
		if twin := Twin(r); twin != "" {
			written, step = twin, 0
		}
		for j := range len(written) {
			clear.From = append(clear.From, i+j*step)
		}
		plain.WriteString(written)
	}
	clear.Text, clear.From = plain.String(), append(clear.From, len(text))
	return clear, true
}
