package advice

import (
	"slices"
	"strings"

	"tonggao/generator/message"
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

// relate keeps to what a published notice leads, until all notices are known.
func (c *Colleague) relate(b *brief) {
	if b.notice.Related != "" {
		c.related = append(c.related, relation{b.notice.Related, b.notice.Region.ID, b.notice.ID, b.facts.ValueAt("related")})
	}
	b.each(func(r *reading) { c.links = append(c.links, r.links...) })
}

// lintLinks reports links of published notices that lead to one that is held back: its
// page is not there.
func (c *Colleague) lintLinks(s *site.Site, problems *problem.List) {
	told := map[problem.Position]bool{}
	for _, region := range s.Regions {
		for _, h := range region.Held {
			for _, link := range c.links {
				if leadsTo(s, link.URL, h.Notice.ID) && !told[link.At] {
					told[link.At] = true
					problems.Add(link.At, message.Say("take publish out of %s, or the link out of the text", h.Notice.At.File),
						"the link leads to %s, which is not published", h.Notice.ID)
				}
			}
		}
	}
}

// leadsTo reports whether an address is that of a page of a notice, in any language.
func leadsTo(s *site.Site, address, notice string) bool {
	rest, ours := strings.CutPrefix(address, s.BaseURL+"/")
	for _, l := range s.Languages {
		rest = strings.TrimPrefix(rest, strings.ToLower(string(l))+"/")
	}
	rest, _, _ = strings.Cut(rest, "#")
	return ours && strings.HasPrefix(rest+"/", notice+"/")
}

// held reports whether a notice of some id is written and not published.
func held(s *site.Site, ids ...string) bool {
	return slices.ContainsFunc(s.Regions, func(region *site.Region) bool {
		return slices.ContainsFunc(region.Held, func(h site.Held) bool { return slices.Contains(ids, h.Notice.ID) })
	})
}

// lintRelated reports an earlier notice that nobody has published: its link would
// lead nowhere and is left out.
func (c *Colleague) lintRelated(s *site.Site, problems *problem.List) {
	if len(c.related) == 0 {
		return
	}
	var known []string
	for _, n := range s.Notices() {
		known = append(append(known, n.ID), n.Former...)
	}
	for _, x := range c.related {
		if x.written == x.notice || x.region+"/"+x.written == x.notice {
			problems.Add(x.at, "name an earlier notice, or leave the key out", "related = %q is the notice itself", x.written)
		}
		if held(s, x.written, x.region+"/"+x.written) {
			problems.Warn(x.at, "publish it first; until then nothing leads to it", "related = %q is not published", x.written)
			continue
		}
		if !slices.Contains(known, x.written) && !slices.Contains(known, x.region+"/"+x.written) {
			problems.Warn(x.at, problem.DidYouMean(x.written, known), "related = %q names no notice", x.written)
		}
	}
}
