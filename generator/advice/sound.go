package advice

import (
	"strings"

	"tonggao/generator/garble"
	"tonggao/generator/prose"
)

// A glance goes once through the letters of a line. Most lines are Chinese characters,
// figures and marks in their places, and that is soon seen; of any other line a glance knows
// nothing, and letters looks closely.
type glance struct {
	before  rune
	awaited []rune // other halves of the marks that are open
}

// sound reports whether a line has surely nothing that letters would tell.
func sound(words prose.Words) bool {
	var room [8]rune
	g := glance{awaited: room[:0]}
	return g.words(words) && len(g.awaited) == 0
}

func (g *glance) words(words prose.Words) bool {
	for _, in := range words {
		switch in := in.(type) {
		case prose.Text:
			for _, r := range in.Value {
				if !g.letter(r) {
					return false
				}
				g.before = r
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

// letter reports whether a letter may stand where it does.
func (g *glance) letter(r rune) bool {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF:
		return garble.IsSound(r) && r != '写' // of 请填写 and 请补写
	case r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		return true
	case partner(r) != 0:
		g.awaited = append(g.awaited, partner(r))
		return r >= 0x80 && r != '【' && r != '‘' // half-width; a gap; an apostrophe may follow
	}
	if last := len(g.awaited) - 1; last >= 0 && g.awaited[last] == r {
		g.awaited = g.awaited[:last]
		return true
	}
	if strings.ContainsRune("，。、；：？！", r) {
		return !strings.ContainsRune("，。、；：？！", g.before)
	}
	return strings.ContainsRune("—…·～-+/%", r)
}
