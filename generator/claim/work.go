package claim

import (
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
)

// noteWork keeps a time at which some work begins: 届时, behind it, tells what is off.
func (d *Reading) noteWork(it *item, all []string) {
	for _, c := range all {
		if hits := grammar.Senses(c, true); len(hits) > 0 && hits[0].Weak && it.moment().Exact() {
			d.said, d.saidAt, d.saidKind, d.saidWeak, d.work = nil, it, site.Suspend, false, it
			return
		}
	}
}

// backAgain reports whether a work begins at a time, in a sentence that says when what is worked on
// is back: 20日起对主机进行迁移，22日恢复.
func (d *Reading) backAgain(it *item) bool {
	if it.until != nil || !grammar.Since.MatchString(it.post) {
		return false
	}
	for _, c := range grammar.Clauses(issued.FullWidth(issued.Clean(d.Doc.Text[it.End:max(it.End, d.Doc.Sentence(it.Start).End)]))) {
		if all := grammar.Senses(c, false); len(all) > 0 && strings.HasPrefix(all[0].Verb, "恢复") && !strings.Contains(c, "完成") {
			return true
		}
	}
	return false
}
