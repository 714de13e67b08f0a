package audit

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// facts are what a document states.
type facts struct {
	doc       *document
	book      *wordbook
	times     []fact
	wordings  []wording
	phones    []phone
	links     []link
	issued    site.Day
	published site.Moment
}

// A fact is a time of the text with what its sentence says.
type fact struct {
	mention.Time
	block    int // index, or -1 for a line that is no block
	sentence span
	effects  []effect // the first is what the sentence is about
	services []*site.Service
	naming   naming
	also     []*site.Service // every service that the sentence or its headings may mean
	use      use
}

// A naming says where a fact's services are named, and so how surely.
type naming int

const (
	nowhere naming = iota
	loosely        // by part of a name, or somewhere in the sentence
	clause         // by a whole name in the clause of the turning word
	over           // by a whole name in a heading, the sentence naming none
)

// A use is what a time is there for.
type use int

const (
	stated    use = iota
	signOff       // the day under the issuer's name
	publisher     // in a line about the notice: 发布时间
	heads         // in the title
)

// A span is a stretch of the text in octets.
type span struct{ start, end int }

func (d *document) in(s span) string { return d.text[s.start:s.end] }

// facts finds everything. Years that are left out are taken from the day of
// issue; where the text has none, from the day given.
func (d *document) facts(book *wordbook, today site.Day) *facts {
	f := &facts{doc: d, book: book}
	f.issued = d.issued()
	context := f.issued
	if context.IsZero() {
		context = today
	}
	f.phones, f.links = d.phones(), d.links()
	times := mention.Find(d.text, context)
	for i, t := range times {
		f.add(t, times, i)
	}
	f.wordings = d.wordings(book)
	return f
}

// issued returns the day of the sign-off, else that of the publisher's line, else
// the zero day.
func (d *document) issued() site.Day {
	var published site.Day
	for _, b := range d.blocks {
		if b.role != signed && b.role != meta {
			continue
		}
		for _, t := range mention.Find(d.text[b.body:b.end], site.Day{}) {
			if t.Day == 0 || !t.Moment.Known() {
				continue
			}
			if b.role == signed {
				return t.Moment.Day()
			}
			if published.IsZero() {
				published = t.Moment.Day()
			}
		}
	}
	return published
}

func (f *facts) add(t mention.Time, all []mention.Time, i int) {
	x := fact{Time: t, block: f.doc.blockAt(t.Start)}
	if x.block < 0 {
		return // a comment or a line of dashes
	}
	b := f.doc.blocks[x.block]
	switch b.role {
	case signed:
		x.use = signOff
	case meta:
		x.use = publisher
		if f.published.Precision < t.Moment.Precision {
			f.published = t.Moment
		}
	case title:
		x.use = heads
	}
	x.sentence = f.doc.sentence(t.Start)
	before, after := f.around(x, all, i)
	x.effects = effectsOf(f.doc.in(before), f.doc.in(after), after.start, f.doc.headOf(x.block))
	x.services, x.naming = f.servicesOf(x, span{before.start, after.end})
	x.also = f.book.any(f.doc.in(f.onward(x, all, i)) + f.doc.headsOver(x.block) + f.doc.listed(x.block))
	f.times = append(f.times, x)
}

// around returns the words of its sentence before and after a time, up to its
// neighbours. The opening of a window has the words behind the window.
func (f *facts) around(x fact, all []mention.Time, i int) (before, after span) {
	before, after = span{x.sentence.start, x.Start}, span{x.End, x.sentence.end}
	if i > 0 {
		before.start = max(before.start, all[i-1].End)
	}
	next := i + 1
	if x.Opens && next < len(all) {
		after.start = all[next].End
		next++
	}
	if next < len(all) {
		after.end = min(after.end, all[next].Start)
	}
	after.end = max(after.start, after.end)
	return before, after
}

// onward is the sentence of a time with those after it that have no time of their
// own: ……起，暂停办理。暂停发卡业务。
func (f *facts) onward(x fact, all []mention.Time, i int) span {
	end := min(f.doc.blocks[x.block].end, x.sentence.end+reach)
	if i+1 < len(all) && all[i+1].Start >= x.sentence.end {
		end = min(end, f.doc.sentence(all[i+1].Start).start)
	}
	return span{x.sentence.start, f.doc.whole(max(end, x.sentence.end))}
}

// headOf returns the words of the headings over a block, nearest first.
func (d *document) headOf(index int) string {
	if under := d.blocks[index].under; under >= 0 {
		return strings.TrimRight(d.brief(d.blocks[under]), "：:。?？")
	}
	return ""
}

// blockAt returns the index of the block that holds an octet, or -1.
func (d *document) blockAt(offset int) int {
	i, found := slices.BinarySearchFunc(d.blocks, offset, func(b block, at int) int {
		switch {
		case b.end <= at:
			return -1
		case b.start > at:
			return 1
		}
		return 0
	})
	if !found {
		return -1
	}
	return i
}

// reach bounds how much of a sentence is looked at around a place: a real one is
// shorter, and a hostile text must not cost the square of its length.
const reach = 900

// sentence returns the sentence that holds an octet, at most reach octets to
// either side.
func (d *document) sentence(at int) span {
	i, found := slices.BinarySearchFunc(d.sentences, at, func(s span, at int) int {
		switch {
		case s.end <= at:
			return -1
		case s.start > at:
			return 1
		}
		return 0
	})
	if !found {
		return span{at, at}
	}
	s := d.sentences[i]
	return span{d.whole(max(s.start, at-reach)), d.whole(min(s.end, at+reach))}
}

// part is what stands between the semicolons around an octet of a sentence.
func (d *document) part(s span, at int) span {
	if i := strings.LastIndexAny(d.text[s.start:at], "；;"); i >= 0 {
		s.start += i
	}
	if i := strings.IndexAny(d.text[at:s.end], "；;"); i >= 0 {
		s.end = at + i
	}
	return span{d.whole(s.start), s.end}
}

// whole moves an octet on to the start of a character.
func (d *document) whole(at int) int {
	for at < len(d.text) && !utf8.RuneStart(d.text[at]) {
		at++
	}
	return at
}

// split cuts the blocks into sentences. A full stop of Latin script ends one
// after a Chinese character, as dirty copies have it.
func (d *document) split() {
	for _, b := range d.blocks {
		start, last := b.body, rune(0)
		for i, r := range d.text[b.body:b.end] {
			if ends(r, last) {
				next := b.body + i + utf8.RuneLen(r)
				d.sentences = append(d.sentences, span{start, next})
				start = next
			}
			last = r
		}
		if start < b.end {
			d.sentences = append(d.sentences, span{start, b.end})
		}
	}
}

// ends reports whether a character ends a sentence. Semicolons do not: what
// stands behind one often has its time before it.
func ends(r, last rune) bool {
	switch r {
	case '。', '！', '？', '!', '?':
		return true
	case '.':
		return unicode.Is(unicode.Han, last) || last == '）' || last == ')' || last == '”'
	}
	return false
}
