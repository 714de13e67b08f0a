package source

import (
	"slices"

	"tonggao/generator/folders"
	"tonggao/generator/message"
	"tonggao/generator/outline"
	"tonggao/generator/prose"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// A fragment is a file that a notice prints, with the one of a folder above that it
// replaces.
type fragment struct {
	*folders.Fragment
	over *fragment
}

// overlay replaces the parent's fragments by the child's of the same file name
// and returns all in name order, and those that say omit.
func overlay(parent []*fragment, child []*folders.Fragment) (all, left []*fragment) {
	if len(child) == 0 {
		return parent, nil
	}
	byName := map[string]*fragment{}
	for _, f := range parent {
		byName[f.Base] = f
	}
	for _, f := range child {
		byName[f.Base] = &fragment{f, byName[f.Base]}
	}
	for _, name := range sortedKeys(byName) {
		if byName[name].Front.Flag("omit") {
			left = append(left, byName[name])
			continue
		}
		all = append(all, byName[name])
	}
	return all, left
}

// annexIDs lists the fragments that are annexes.
func annexIDs(files []*fragment) []string {
	var annexes []string
	for _, f := range files {
		if f.Front.Text("kind") == "annex" {
			annexes = append(annexes, f.ID())
		}
	}
	return annexes
}

// fragments turns a notice's files into fragments and annexes.
func (b *noticeBuilder) fragments(files []*fragment) {
	for _, f := range files {
		id := f.ID()
		kind, audience := f.Front.Text("kind"), b.audience(f.Front, "audience")
		if kind == "annex" {
			if f.Front.Text("title") == "" {
				b.problems.Add(f.Front.At, `add title = "…" between the +++ lines`, "the annex has no title")
			}
			b.notice.Annexes = append(b.notice.Annexes, &site.Annex{ID: id, Former: f.Front.Texts("former"), Title: f.Front.Text("title"), Audience: audience, Lists: f.lists(), Prose: f.Prose})
			continue
		}
		if kind == "" {
			kind = string(site.Section)
		}
		b.notice.Fragments = append(b.notice.Fragments, &site.Fragment{ID: id, Former: f.Front.Texts("former"), Title: f.Front.Text("title"),
			Kind: site.FragmentKind(kind), Audience: audience, Lists: f.lists(), Prose: f.Prose})
	}
	for _, n := range b.facts.Get("annex").Entries() {
		if toml.Require(n, schema.AnnexTable, message.Say("annex %s", n.Key), b.problems) {
			b.notice.Annexes = append(b.notice.Annexes, &site.Annex{ID: n.Key, Title: n.Text("title"), Missing: n.Flag("missing"),
				Note: n.Text("note"), Audience: b.audience(n, "audience")})
		}
	}
	for _, f := range files {
		b.prose(f)
	}
	if !b.inherits { // else they were held against each other there
		b.checkNames(files)
		b.checkAddresses(files)
	}
}

// sections are the headings of the whole notice, which few texts refer to.
func (b *noticeBuilder) sections() outline.Headings {
	if b.outline == nil {
		b.outline = outline.Of(b.notice, nil)
	}
	return b.outline
}

// lists is the level of the numbers that the lists of a file begin with, 0 for that of 1.
func (f *fragment) lists() int {
	if form := f.Front.Text("list"); form != "" && form != "1." {
		return 1 + slices.Index(schema.FrontTable.Key("list").One, form)
	}
	return 0
}

// checkNames reports files that have one name behind their numbers.
func (b *noticeBuilder) checkNames(files []*fragment) {
	seen := map[string]string{}
	for _, f := range files {
		id := f.ID()
		if first, taken := seen[id]; taken {
			b.problems.Add(f.Front.At, "give one of the two another name", "%s and %s are both called %s", first, f.Base, id)
		}
		seen[id] = f.Base
	}
}

// checkAddresses reports an address that two headings were given.
func (b *noticeBuilder) checkAddresses(files []*fragment) {
	taken := map[string]message.Text{}
	for _, f := range files {
		for h := range headings(f.Prose) {
			if h.ID == "" {
				continue
			}
			if len(taken) == 0 {
				for _, f := range files {
					taken[prose.AddressOf(f.ID())] = message.Plain(f.Base)
				}
			}
			if first, double := taken[h.ID]; double {
				b.problems.Add(h.At, "give one of them another: a link must lead to one place", "{#%s} is the address of %s too", h.ID, first)
			}
			taken[h.ID] = message.Say("the heading %q", h.Words.Source())
		}
	}
}
