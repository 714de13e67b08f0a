package folders

import (
	"strings"
	"unicode/utf8"

	"tonggao/generator/message"
	"tonggao/generator/toml"
)

// otherEncoding names the encoding of a file that is not UTF-8, as Notepad calls it; nothing
// for UTF-8, and for a file of which a few octets are broken, which is told where they stand.
func otherEncoding(text string) message.Text {
	zeros := strings.Count(text, "\x00")
	if zeros == 0 && utf8.ValidString(text) || len(text) >= 2*toml.MaxOctets { // what is cut off may be half a character
		return message.Text{}
	}
	broken, wide := 0, 0
	for _, r := range text {
		switch {
		case r == utf8.RuneError:
			broken++
		case r >= 0x800:
			wide++
		}
	}
	switch marked := strings.HasPrefix(text, "\xFF\xFE") || strings.HasPrefix(text, "\xFE\xFF"); {
	case marked, zeros > 0 && broken > wide, zeros > len(text)/3:
		return message.Say("UTF-16 (Notepad may call it Unicode)")
	case broken > wide && zeros == 0:
		return message.Say("GBK (Notepad calls it ANSI)")
	}
	return message.Text{}
}
