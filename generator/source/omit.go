package source

import (
	"slices"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// orphan reports a folder that overlays a notice above which does not cascade.
// What its file leaves to the notice above would be reported key by key else.
func (r *reader) orphan(region *site.Region, name string, own *folder, above cascading) bool {
	if above.facts != nil || own.facts.get("title") != nil || slices.Contains(own.facts.dropped, "title") {
		return false
	}
	for up := region.Parent; up != nil; up = up.Parent {
		for _, n := range up.Notices {
			if n.Folder == name {
				r.problems.Add(own.facts.at, "add cascade = true to "+n.At.File+", or write a whole notice here, with title and issued",
					"the notice has no title, and takes nothing over from %s, which does not cascade", n.ID)
				return true
			}
		}
	}
	return false
}

// without returns the names that are not used here already: nobody meant those.
func without(names, used []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return slices.Contains(used, name) })
}

// checkOmits reports what says omit and takes nothing away: with a mistyped name
// the author would leave it believing that something is gone.
func (r *reader) checkOmits(own *folder, above cascading) {
	for _, table := range own.facts.entries() {
		inherited := above.facts.get(table.key)
		for _, n := range table.entries() {
			if n.isTable() && n.flag("omit") && inherited.get(n.key) == nil {
				r.problems.Add(n.at, omitHint(n.key, without(keysOf(inherited), keysOf(table))), "%s.%s says omit, and no notice above has it", table.key, n.key)
			}
		}
	}
	var names []string
	for _, f := range above.fragments {
		names = append(names, f.base)
	}
	var here []string
	for _, f := range own.fragments {
		here = append(here, f.base)
	}
	for _, f := range own.fragments {
		if f.front.flag("omit") && !slices.Contains(names, f.base) {
			r.problems.Add(f.front.valueAt("omit"), omitHint(f.base, without(names, here)), "%s says omit, and no notice above has a file of this name", f.base)
		}
	}
}

func keysOf(n *node) []string {
	if n == nil {
		return nil
	}
	return n.order
}

func omitHint(name string, known []string) message.Text {
	if len(known) == 0 {
		return message.Say("take it away")
	}
	return problem.DidYouMean(name, known)
}

// lost reports whether a milestone stands in a file in a way that does not fit,
// which has been reported: a name that is not known may be meant for it, and is
// not reported too.
func (b *noticeBuilder) lost() bool {
	misspelt := func(key string) bool { return problem.Nearest(key, []string{"milestone"}) != "" }
	milestones := b.facts.get("milestone")
	return milestones != nil && len(milestones.dropped) > 0 || slices.ContainsFunc(b.facts.dropped, misspelt)
}

// timeNames are the keys of which a milestone needs one; courseKeys those on which
// its part in the course of its service hangs.
var (
	timeNames  = []string{"at", "tbd", "after", "before"}
	courseKeys = append([]string{"kind", "service", "services"}, timeNames...)
)

// lacks reports whether one of the keys stood in a table and did not fit.
func (n *node) lacks(keys []string) bool {
	return slices.ContainsFunc(n.dropped, func(key string) bool { return slices.Contains(keys, key) })
}

// doubted reports whether a milestone, or what the course of its service hangs
// on, does not fit and has been reported.
func (b *noticeBuilder) doubted() bool {
	return b.lost() || slices.ContainsFunc(b.facts.get("milestone").entries(), func(m *node) bool { return m.lacks(courseKeys) })
}
