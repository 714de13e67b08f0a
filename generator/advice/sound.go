package advice

import (
	"strings"
	"unicode/utf8"

	"tonggao/generator/garble"
	"tonggao/generator/prose"
)

// A glance goes once through the letters of a line. Most lines are Chinese characters,
// figures and marks in their places, and that is soon seen; of any other line a glance knows
// nothing, and closely looks again.
type glance struct {
	before  rune
	awaited [8]rune // other halves of the marks that are open
	open    int
}

// sound reports whether a line has surely nothing that closely would tell.
func sound(words prose.Words) bool {
	var g glance
	return g.words(words) && g.open == 0
}

// soundText is sound for a line of one text.
func soundText(text string) bool {
	var g glance
	return g.text(text) && g.open == 0
}

func (g *glance) words(words prose.Words) bool {
	for _, in := range words {
		switch in := in.(type) {
		case prose.Text:
			if !g.text(in.Value) {
				return false
			}
		case prose.Strong:
			if !g.words(in.Words) {
				return false
			}
		case prose.Link: // it may lead to nobody's address
			return false
		default:
			g.before = hole
		}
	}
	return true
}

func (g *glance) text(text string) bool {
	for _, r := range text {
		if !g.letter(r) {
			return false
		}
		g.before = r
	}
	return true
}

// letter reports whether a letter may stand where it does.
func (g *glance) letter(r rune) bool {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF:
		return garble.IsSound(r) && r != '写' // of 请填写 and 请补写
	case r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		return true
	case partner(r) != 0:
		if g.open == len(g.awaited) {
			return false
		}
		g.awaited[g.open] = partner(r)
		g.open++
		return r >= utf8.RuneSelf && r != '【' && r != '‘' // half-width; a gap; an apostrophe may follow
	}
	if g.open > 0 && g.awaited[g.open-1] == r {
		g.open--
		return true
	}
	if strings.ContainsRune("，。、；：？！", r) {
		return !strings.ContainsRune("，。、；：？！", g.before)
	}
	return strings.ContainsRune("—…·～-+/%", r)
}
