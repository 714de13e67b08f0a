package typeset

// A trait is what the tables below say of a character. A character has as many
// as it needs.
type trait uint16

const (
	opener      trait = 1 << iota // opening quotation mark or bracket: blank in its front half
	closer                        // closing one: blank in its rear half
	comma                         // mark of a pause: blank in its rear half
	stop                          // mark of a sentence's end: likewise
	neverBegins                   // may not begin a line
	neverEnds                     // may not end a line
	digit                         // 0–9
	letter                        // Latin letter or symbol that builds words and numbers
	tight                         // Latin symbol that keeps no quarter em from Han
	blank                         // a space
	unit                          // follows a number and stays with it
	clock                         // unit of a date or time: the number behind it stays too
	herald                        // stands before a number and stays with it
	joiner                        // joins two numbers or letters into one
	doubled                       // two of them are one sign
	han                           // an ideograph, or a sign that takes a whole em like one
)

// mark is any full-width mark that can be set half as wide.
const mark = opener | closer | comma | stop

// A rule of the tailoring gives traits to characters. The clauses are those of
// GB/T 15834—2011 (punctuation), GB/T 15835—2011 (numerals), and of CLREQ, W3C's
// requirements for Chinese text layout, 3.1.
type rule struct {
	traits     trait
	characters string
	clause     string
}

// tailoring is what Chinese notices ask beyond Unicode's line breaking (UAX #14).
// Later rows add to earlier ones.
var tailoring = []rule{
	{opener | neverEnds, "“‘（《〈【〔〖「『［｛", "GB/T 15834, 5.1.8: an opening mark does not end a line"},
	{closer | neverBegins, "”’）》〉】〕〗」』］｝", "5.1.8: a closing mark does not begin a line"},
	{comma | neverBegins, "、，；：", "5.1.1: a mark of pause does not begin a line"},
	{stop | neverBegins, "。！？．", "5.1.1: a mark of a sentence's end does not begin a line"},
	{neverBegins, "·•・～〜％‰℃々〻ー゠–", "5.1.3–5.1.5: dashes between numbers, interpuncts and signs of measure stay behind their word"},
	{neverBegins | neverEnds, "/／", "5.1.9 and CLREQ, GB style: a solidus neither begins nor ends a line"},
	{doubled, "—…⋯", "5.1.2: a dash or an ellipsis takes two ems and is not split"},
	{neverBegins | tight, "),.!?:;]}'\"%", "CLREQ 3.1.3: the same for half-width marks"},
	{neverEnds | tight, "([{", "CLREQ 3.1.3: the same for half-width marks"},
	{tight, "/\\", "no gap at a solidus"},
	{letter | joiner, "-_.:,@&=?#+~/\\*'()%;!–", "numbers, telephone numbers, addresses and codes are whole: 0571-85119460, 8:30, 2.0"},
	{unit | clock, "年月日号时点分秒", "GB/T 15835, 5: 2021年12月30日20时 is one time"},
	{unit, "个位名人天周岁次项条款章节类级期版批件份家元角万亿千百余多倍度种户笔张套台部楼室层栋门路线届代成里米", "a number stays with what it counts"},
	{herald, "第约近满逾￥¥$＄№件附版〕〕", "第3条, ￥500, 附件1, 〔2021〕1号 stay whole"},
}

// A traits table answers by character. It is made once a build.
type traits struct {
	basic [0x3100]trait // Latin, general punctuation, CJK symbols
	rest  map[rune]trait
}

func newTraits() *traits {
	t := &traits{rest: make(map[rune]trait)}
	for r := rune('!'); r < 0x250; r++ {
		if r < 0x7F || r >= 0xC0 && r != '×' && r != '÷' {
			t.add(r, letter)
		}
	}
	for r := '0'; r <= '9'; r++ {
		t.add(r, digit)
	}
	for _, r := range "  \t " {
		t.add(r, blank)
	}
	for _, row := range tailoring {
		for _, r := range row.characters {
			t.add(r, row.traits)
		}
	}
	return t
}

func (t *traits) add(r rune, more trait) {
	if int(r) < len(t.basic) {
		t.basic[r] |= more
		return
	}
	t.rest[r] |= more
}

// of returns a character's traits. Whatever no row names and is not Latin is set
// like an ideograph.
func (t *traits) of(r rune) trait {
	known := trait(0)
	if int(r) < len(t.basic) {
		known = t.basic[r]
	} else {
		known = t.rest[r]
	}
	if known&(letter|digit|blank|mark) == 0 {
		known |= han
	}
	return known
}

// A bond keeps two neighbours on one line. Before and After are traits of which
// the neighbour has at least one.
type bond struct {
	before, after trait
	why           string
}

// bonds are looked up for each pair that UAX #14 would let part.
var bonds = []bond{
	{neverEnds, ^trait(0), "see tailoring"},
	{^trait(0), neverBegins, "see tailoring"},
	{doubled, doubled, "—— and …… are one sign"},
	{digit | letter, digit | letter, "a word, a number or a code is not split"},
	{digit, unit, "12月, 10个, 500元"},
	{clock, digit, "2021年12月, 30日20时, 8时30分"},
	{herald, digit, "第3条, 附件1"},
}

// bound reports whether two neighbours may not be parted.
func bound(before, after trait) bool {
	for _, b := range bonds {
		if before&b.before != 0 && after&b.after != 0 {
			return true
		}
	}
	return false
}
