package audit

import (
	"slices"
	"strings"

	"tonggao/generator/site"
)

// servicesOf names the services of a time: those of the clause with the turning
// word, else of the words up to the next time, else of the sentence, else of the
// headings above, else of the list below.
func (f *facts) servicesOf(x fact, near span) ([]*site.Service, naming) {
	sentence := f.doc.in(x.sentence)
	services, whole := f.book.in(clauseAt(sentence, x.sentence.start, x.effects[0].at))
	if whole || len(services) > 0 {
		for _, s := range f.alike(near, x.effects[0].kind) {
			if !slices.Contains(services, s) {
				services = append(services, s)
			}
		}
	}
	if whole {
		return services, clause
	}
	for _, words := range [...]string{f.doc.in(near), sentence} {
		if len(services) == 0 {
			services, _ = f.book.in(withoutGoing(words))
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
	if services = f.book.any(f.doc.listed(x.block)); len(services) > 0 {
		return services, loosely
	}
	return nil, nowhere
}

// alike returns the services of the clauses that say the same of others: 窗口暂停
// 办理，线上业务同时暂停.
func (f *facts) alike(near span, kind site.Kind) []*site.Service {
	var all []*site.Service
	for _, c := range strings.FieldsFunc(f.doc.in(near), func(r rune) bool { return strings.ContainsRune("，,；;。", r) }) {
		same := slices.ContainsFunc(turnsIn(c, 0), func(e effect) bool { return turnsLike(e.kind, kind) })
		if services, _ := f.book.in(withoutGoing(c)); same {
			all = append(all, services...)
		}
	}
	return all
}

// withoutGoing takes out the clauses that say what goes on: 实时结算不受影响.
func withoutGoing(words string) string {
	if !going.MatchString(words) {
		return words
	}
	var kept []string
	for _, c := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune("，,；;。", r) }) {
		if !going.MatchString(c) {
			kept = append(kept, c)
		}
	}
	return strings.Join(kept, "，")
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
