package audit

import (
	"strings"

	"tonggao/generator/site"
)

// servicesOf names the services of a time: those of the clause with the turning
// word, else of the words up to the next time, else of the sentence, else of the
// headings above, else of the list below.
func (f *facts) servicesOf(x fact, near span) ([]*site.Service, naming) {
	sentence := f.doc.in(x.sentence)
	services, whole := f.book.in(clauseAt(sentence, x.sentence.start, x.effects[0].at))
	if whole {
		return services, clause
	}
	for _, words := range [...]string{f.doc.in(near), sentence} {
		if len(services) == 0 {
			services, _ = f.book.in(words)
		}
	}
	if len(services) > 0 {
		return services, loosely
	}
	for under := f.doc.blocks[x.block].under; under >= 0; under = f.doc.blocks[under].under {
		if services, whole = f.book.in(f.doc.brief(f.doc.blocks[under])); whole {
			return services, over
		}
		if len(services) > 0 {
			return services, loosely
		}
	}
	if services, _ = f.book.in(f.doc.listed(x.block)); len(services) > 0 {
		return services, loosely
	}
	return nil, nowhere
}

// brief is the words of a block, as far as anything is looked for in them.
func (d *document) brief(b block) string {
	return clean(d.text[b.body:d.whole(min(b.end, b.body+reach))])
}

// headsOver returns the words of all headings over a block.
func (d *document) headsOver(index int) string {
	words := ""
	for under := d.blocks[index].under; under >= 0; under = d.blocks[under].under {
		words += " " + d.brief(d.blocks[under])
	}
	return words
}

// listed returns the words of the list that a block ending in a colon opens.
func (d *document) listed(index int) string {
	if b := d.blocks[index]; !strings.HasSuffix(d.text[b.body:b.end], "：") && !strings.HasSuffix(d.text[b.body:b.end], ":") {
		return ""
	}
	list := ""
	for i := index + 1; i < len(d.blocks) && i <= index+10 && d.blocks[i].role == item; i++ {
		list += " " + d.brief(d.blocks[i])
	}
	return list
}
