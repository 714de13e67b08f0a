package glyphs

import (
	"unicode/utf8"

	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// own are the characters beyond ASCII that the program's own words can bring to a print. A
// test finds them in the source.
const own = `–“”…、。〇〈〉《》【】一七三上下不与业两中为么之九了予事二于五些人什今仍他以件体余作使修候停全八公六共关其具内再写况准凌分列到前办加务包化十午半即原去及发取受变口另只可台后吗含告周和咨响哪四因围在均复外夜天如安完官定实容对届工已布常年并应延开张当录影径待恢您情意或截所打执扫报拨括持按排推描提摆播收改放整文新方日早时明星是晚晨暂最月有期未本束条来柜查横次止正此步段每毕求没注测海消渠满点照版特现理用由电百的目看知码确示秒称窗第等答简系约经结续维网者联能至致范行要见计订话询详说请读调象贴起转载过还这迟追送逐通道邮部里重钟长门问间附陆除随零面页项预！（），：；？`

// A set is a set of characters, a bit for each.
type set [(utf8.MaxRune + 64) / 64]uint64

func (s *set) add(text string) {
	for _, r := range text {
		s[r/64] |= 1 << (r % 64)
	}
}

// all reports whether something is true of every character of the set.
func (s *set) all(is func(rune) bool) bool {
	for i, bits := range s {
		for b := rune(0); bits != 0; b, bits = b+1, bits>>1 {
			if bits&1 != 0 && !is(rune(i)*64+b) {
				return false
			}
		}
	}
	return true
}

// A Memory keeps the texts of which the faces have everything. The zero Memory has none.
type Memory struct{ whole map[*prose.Fragment]bool }

// charactersOf is all that prints of a site can be made of: what its authors wrote, and the
// program's own. Nearly every site is printed with faces that have all of it, and then no
// sheet need be put together to be looked through. Texts that are known to be whole are
// left out; those of the site are returned.
func charactersOf(s *site.Site, whole map[*prose.Fragment]bool) (*set, map[*prose.Fragment]bool) {
	all := &set{}
	all.add(own)
	for r := ' '; r <= '~'; r++ {
		all.add(string(r))
	}
	for _, v := range s.Values {
		all.add(v.Text)
	}
	read := map[*prose.Fragment]bool{} // since many regions issue one
	file := func(f *prose.Fragment) {
		if f == nil || read[f] {
			return
		}
		read[f] = true
		if whole[f] {
			return
		}
		prose.Walk(f.Blocks, func(w prose.Words) { w.Walk(func(i prose.Inline) { all.add(typed(i)) }) })
	}
	for _, n := range s.Notices() {
		for _, f := range n.Fragments {
			file(f.Prose)
		}
		for _, x := range n.Annexes {
			file(x.Prose)
		}
	}
	return all, read
}

// typed is what an author typed.
func typed(i prose.Inline) string {
	switch i := i.(type) {
	case prose.Text:
		return i.Value
	case prose.Meant:
		return i.Value
	case prose.Link:
		return i.URL
	}
	return ""
}
