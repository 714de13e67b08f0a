package issued

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// Facts are what a document states.
type Facts struct {
	Doc       *Document
	book      *wordbook
	Times     []Fact
	Wordings  []Wording
	Phones    []Phone
	Links     []Link
	Issued    site.Day
	Published site.Moment
	inline    int // where a sign-off within a line begins, or -1
	row, head int // the row last asked of, and the first one of its table
}

// A Fact is a time of the text with what its sentence says.
type Fact struct {
	mention.Time
	Block    int // index, or -1 for a line that is no block
	Sentence Span
	Effects  []Effect // the first is what the sentence is about
	Services []*site.Service
	Naming   Naming
	Also     []*site.Service // every service that the sentence or its headings may mean
	Use      Use
}

// A Naming says where a fact's services are named, and so how surely.
type Naming int

// The namings, the surest last.
const (
	nowhere   Naming = iota
	loosely          // by part of a name, or somewhere in the sentence
	InClause         // by a whole name in the clause of the turning word
	InHeading        // by a whole name in a heading, the sentence naming none
)

// A Use is what a time is there for.
type Use int

// The uses.
const (
	Stated    Use = iota
	SignOff       // the day under the issuer's name
	Publisher     // in a line about the notice: 发布时间
	heads         // in the title
)

// A Span is a stretch of the text in octets.
type Span struct{ Start, End int }

// In returns the words of a span, as they stand.
func (d *Document) In(s Span) string { return d.Text[s.Start:s.End] }

// facts finds everything. Years that are left out are taken from the day of
// issue; where the text has none, from the day given.
func (d *Document) facts(book *wordbook, today site.Day) *Facts {
	f := &Facts{Doc: d, book: book}
	f.Issued = d.Issued()
	context := f.Issued
	if context.IsZero() {
		context = today
	}
	if context.IsZero() {
		context = d.titleYear()
	}
	if context.IsZero() {
		context = d.anyDay()
	}
	if context.IsZero() {
		context = d.lastYear()
	}
	f.inline, _ = d.signedInline()
	f.Phones, f.Links = d.phones(), d.links()
	times := mention.Find(d.Text, context)
	for i, t := range times {
		f.add(t, times, i)
	}
	f.Wordings = d.wordings(book)
	return f
}

func (f *Facts) add(t mention.Time, all []mention.Time, i int) {
	x := Fact{Time: t, Block: f.Doc.blockAt(t.Start)}
	if x.Block < 0 {
		return // a comment or a line of dashes
	}
	b := f.Doc.Blocks[x.Block]
	switch b.Role {
	case Signed:
		x.Use = SignOff
	case Meta:
		x.Use = Publisher
		if f.Published.Precision < t.Moment.Precision {
			f.Published = t.Moment
		}
	case Title:
		x.Use = heads
	}
	if t.Start == f.inline {
		x.Use = SignOff
	}
	x.Sentence = f.Doc.Sentence(t.Start)
	before, after := f.around(x, all, i)
	x.Effects = effectsOf(f.Doc.In(before), f.Doc.In(after), after.Start, f.overTime(x.Block, t.Start))
	x.Services, x.Naming = f.servicesOf(x, Span{before.Start, after.End})
	x.Also = f.book.any(f.Doc.In(f.onward(x, all, i)) + f.Doc.headsOver(x.Block) + f.Doc.listed(x.Block))
	f.Times = append(f.Times, x)
}

// around returns the words of its sentence before and after a time, up to its
// neighbours. The opening of a window has the words behind the window.
func (f *Facts) around(x Fact, all []mention.Time, i int) (before, after Span) {
	before, after = Span{x.Sentence.Start, x.Start}, Span{x.End, x.Sentence.End}
	if i > 0 {
		before.Start = max(before.Start, all[i-1].End)
	}
	next := i + 1
	if x.Opens && next < len(all) {
		after.Start = all[next].End
		next++
	}
	if next < len(all) {
		after.End = min(after.End, all[next].Start)
	}
	after.End = max(after.Start, after.End)
	return before, after
}

// onward is the sentence of a time with those after it that have no time of their
// own: ……起，暂停办理。暂停发卡业务。
func (f *Facts) onward(x Fact, all []mention.Time, i int) Span {
	end := min(f.Doc.Blocks[x.Block].End, x.Sentence.End+reach)
	if i+1 < len(all) && all[i+1].Start >= x.Sentence.End {
		end = min(end, f.Doc.Sentence(all[i+1].Start).Start)
	}
	return Span{x.Sentence.Start, f.Doc.Whole(max(end, x.Sentence.End))}
}

// HeadOf returns the words of the headings over a block, nearest first.
func (d *Document) HeadOf(index int) string {
	if under := d.Blocks[index].Under; under >= 0 {
		return strings.TrimRight(d.Brief(d.Blocks[under]), "：:。?？")
	}
	return ""
}

// blockAt returns the index of the block that holds an octet, or -1.
func (d *Document) blockAt(offset int) int {
	i, found := slices.BinarySearchFunc(d.Blocks, offset, func(b Block, at int) int {
		switch {
		case b.End <= at:
			return -1
		case b.Start > at:
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

// Sentence returns the sentence that holds an octet, at most reach octets to
// either side.
func (d *Document) Sentence(at int) Span {
	i, found := slices.BinarySearchFunc(d.sentences, at, func(s Span, at int) int {
		switch {
		case s.End <= at:
			return -1
		case s.Start > at:
			return 1
		}
		return 0
	})
	if !found {
		return Span{at, at}
	}
	s := d.sentences[i]
	return Span{d.Whole(max(s.Start, at-reach)), d.Whole(min(s.End, at+reach))}
}

// Part is what stands between the semicolons around an octet of a sentence.
func (d *Document) Part(s Span, at int) Span {
	if i := strings.LastIndexAny(d.Text[s.Start:at], "；;"); i >= 0 {
		s.Start += i
	}
	if i := strings.IndexAny(d.Text[at:s.End], "；;"); i >= 0 {
		s.End = at + i
	}
	return Span{d.Whole(s.Start), s.End}
}

// Whole moves an octet on to the start of a character.
func (d *Document) Whole(at int) int {
	for at < len(d.Text) && !utf8.RuneStart(d.Text[at]) {
		at++
	}
	return at
}

// split cuts the blocks into sentences. A full stop of Latin script ends one
// after a Chinese character, as dirty copies have it.
func (d *Document) split() {
	for _, b := range d.Blocks {
		start, last := b.Body, rune(0)
		for i, r := range d.Text[b.Body:b.End] {
			if ends(r, last) {
				next := b.Body + i + utf8.RuneLen(r)
				d.sentences = append(d.sentences, Span{start, next})
				start = next
			}
			last = r
		}
		if start < b.End {
			d.sentences = append(d.sentences, Span{start, b.End})
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

// Named returns the services of the vocabulary that words name by whole names.
func (f *Facts) Named(words string) []*site.Service {
	services, whole := f.book.in(withoutGoing(words))
	if !whole {
		return nil
	}
	return services
}

// OfDecree reports whether a time is that of a decree which the text cites: 《……条例》
// （2021年5月1日起施行）.
func (f *Facts) OfDecree(x *Fact) bool {
	line := f.Doc.Text[f.Doc.Sentence(x.Start).Start:x.Start]
	if open := max(strings.LastIndex(line, "（"), strings.LastIndex(line, "(")); open > 0 && strings.HasSuffix(line[:open], "》") && !strings.ContainsAny(line[open:], "）)") {
		return true
	}
	before := strings.TrimRight(f.Doc.Text[max(0, x.Start-len("》（")):x.Start], "(（ ")
	return strings.HasSuffix(before, "》") && before != f.Doc.Text[max(0, x.Start-len("》（")):x.Start]
}
