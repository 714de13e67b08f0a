package source

import (
	"slices"

	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// A relation is the earlier notice that a notice names.
type relation struct {
	written string // an id, or the folder of a notice of the same region
	region  string
	notice  string // the id of the notice that says so
	at      problem.Position
}

// relate keeps what a published notice says, until all notices are known.
func (r *reader) relate(b *noticeBuilder) {
	if b.published && b.notice.Related != "" {
		r.related = append(r.related, relation{b.notice.Related, b.region.ID, b.notice.ID, b.facts.valueAt("related")})
	}
}

// lintRelated reports an earlier notice that nobody has published: its link would
// lead nowhere and is left out.
func (r *reader) lintRelated(s *site.Site) {
	if len(r.related) == 0 {
		return
	}
	var known []string
	for _, n := range s.Notices() {
		known = append(append(known, n.ID), n.Former...)
	}
	for _, x := range r.related {
		if x.written == x.notice || x.region+"/"+x.written == x.notice {
			r.problems.Add(x.at, "name an earlier notice, or leave the key out", "related = %q is the notice itself", x.written)
		}
		if !slices.Contains(known, x.written) && !slices.Contains(known, x.region+"/"+x.written) {
			r.problems.Warn(x.at, problem.DidYouMean(x.written, known), "related = %q names no notice", x.written)
		}
	}
}
