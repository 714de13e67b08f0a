package source

import (
	"slices"

	"tonggao/generator/folders"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// orphan reports a folder that overlays a notice above which does not cascade.
// What its file leaves to the notice above would be reported key by key else.
func (r *reader) orphan(region *site.Region, name string, own *folders.Folder, above cascading) bool {
	if above.facts != nil || own.Facts.Get("title") != nil || own.Facts.Lacks("title") {
		return false
	}
	for up := region.Parent; up != nil; up = up.Parent {
		for _, n := range up.Notices {
			if n.Folder == name {
				r.Problems.Add(own.Facts.At, message.Say("add cascade = true to %s, or write a whole notice here, with title and issued", n.At.File),
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
func (r *reader) checkOmits(own *folders.Folder, above cascading) {
	for _, table := range own.Facts.Entries() {
		inherited := above.facts.Get(table.Key)
		for _, n := range table.Entries() {
			if n.IsTable() && n.Flag("omit") && inherited.Get(n.Key) == nil {
				r.Problems.Add(n.At, omitHint(n.Key, without(inherited.Keys(), table.Keys())), "%s.%s says omit, and no notice above has it", table.Key, n.Key)
			}
		}
	}
	var names []string
	for _, f := range above.fragments {
		names = append(names, f.Base)
	}
	var here []string
	for _, f := range own.Fragments {
		here = append(here, f.Base)
	}
	for _, f := range own.Fragments {
		if f.Front.Flag("omit") && !slices.Contains(names, f.Base) {
			r.Problems.Add(f.Front.ValueAt("omit"), omitHint(f.Base, without(names, here)), "%s says omit, and no notice above has a file of this name", f.Base)
		}
	}
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
	milestones := b.facts.Get("milestone")
	return milestones != nil && len(milestones.Dropped()) > 0 || slices.ContainsFunc(b.facts.Dropped(), misspelt)
}

// timeNames are the keys of which a milestone needs one; courseKeys those on which
// its part in the course of its service hangs.
var (
	timeNames  = []string{"at", "tbd", "after", "before"}
	courseKeys = append([]string{"kind", "service", "services"}, timeNames...)
)

// doubted reports whether a milestone, or what the course of its service hangs
// on, does not fit and has been reported.
func (b *noticeBuilder) doubted() bool {
	return b.lost() || slices.ContainsFunc(b.facts.Get("milestone").Entries(), func(m *toml.Node) bool { return m.Lacks(courseKeys...) })
}
