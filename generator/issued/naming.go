package issued

import (
	"slices"
	"strings"

	"tonggao/generator/site"
)

// servicesOf names the services of a time: those of the clause with the turning
// word, else of the words up to the next time, else of the sentence, else of the
// headings above, else of the list below.
func (f *Facts) servicesOf(x Fact, near Span) ([]*site.Service, Naming) {
	sentence := f.Doc.In(x.Sentence)
	services, whole := f.book.in(clauseAt(sentence, x.Sentence.Start, x.Effects[0].At))
	if whole || len(services) > 0 {
		for _, s := range f.alike(near, x.Effects[0].Kind) {
			if !slices.Contains(services, s) {
				services = append(services, s)
			}
		}
	}
	if whole {
		return services, InClause
	}
	for _, words := range [...]string{f.Doc.In(near), sentence} {
		if len(services) == 0 {
			services, _ = f.book.in(withoutGoing(words))
		}
	}
	if len(services) > 0 {
		return services, loosely
	}
	for under := f.Doc.Blocks[x.Block].Under; under >= 0; under = f.Doc.Blocks[under].Under {
		if services, whole = f.book.in(f.Doc.Brief(f.Doc.Blocks[under])); whole {
			return services, InHeading
		}
		if len(services) > 0 {
			return services, loosely
		}
	}
	if services = f.book.any(f.Doc.listed(x.Block)); len(services) > 0 {
		return services, loosely
	}
	return nil, nowhere
}

// alike returns the services of the clauses that say the same of others: 窗口暂停
// 办理，线上业务同时暂停.
func (f *Facts) alike(near Span, kind site.Kind) []*site.Service {
	var all []*site.Service
	for _, c := range strings.FieldsFunc(f.Doc.In(near), func(r rune) bool { return strings.ContainsRune("，,；;。", r) }) {
		same := slices.ContainsFunc(turnsIn(c, 0), func(e Effect) bool { return TurnsLike(e.Kind, kind) })
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

// Brief is the words of a block, as far as anything is looked for in them.
func (d *Document) Brief(b Block) string {
	return Clean(d.Text[b.Body:d.Whole(min(b.End, b.Body+reach))])
}

// headsOver returns the words of all headings over a block.
func (d *Document) headsOver(index int) string {
	words := ""
	for under := d.Blocks[index].Under; under >= 0; under = d.Blocks[under].Under {
		words += " " + d.Brief(d.Blocks[under])
	}
	return words
}

// listed returns the words of the list that a block ending in a colon opens.
func (d *Document) listed(index int) string {
	if b := d.Blocks[index]; !strings.HasSuffix(d.Text[b.Body:b.End], "：") && !strings.HasSuffix(d.Text[b.Body:b.End], ":") {
		return ""
	}
	list := ""
	for i := index + 1; i < len(d.Blocks) && i <= index+10 && d.Blocks[i].Role == Item; i++ {
		list += " " + d.Brief(d.Blocks[i])
	}
	return list
}
