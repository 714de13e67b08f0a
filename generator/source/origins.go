package source

import (
	"io/fs"
	"maps"
	"slices"
	"strings"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
)

// Origins knows of every value that holds for a region, a notice or a milestone
// where it was written. It is made from files that may have mistakes: what is
// asked is often just why they do.
type Origins struct {
	ids     []string // regions before the notices and regions in them
	regions map[string]*node
	notices map[string]*issued
}

// issued is a notice as a region issues it, inheritance done.
type issued struct {
	facts     *node
	words     *node // the vocabulary that it can name
	region    *node // the region's effective facts
	fragments []*fragment
	left      []*fragment // inherited ones that are left out
}

// A Value is one value that holds, and where it was written.
type Value struct {
	Key   string `json:"key"`   // milestone.stop.at, or 10-guide.md.title
	Value any    `json:"value"` // a string, a bool, or a list of strings
	problem.Position
	Replaces []Replaced `json:"replaces,omitempty"` // what it overrides, the nearest first
}

// A Replaced is a value from further up that does not hold.
type Replaced struct {
	Value any `json:"value"`
	problem.Position
}

// ReadOrigins reads a regions folder for its origins. The problems are those of
// Read; the error is the machine's.
func ReadOrigins(fsys fs.FS) (*Origins, problem.List, error) {
	o := &Origins{regions: map[string]*node{}, notices: map[string]*issued{}}
	r := &reader{fsys: fsys, family: family{}, gate: gate{}, origins: o}
	root, err := r.folder(".", 0)
	if err != nil {
		return nil, nil, err
	}
	r.site(root)
	return o, r.problems.Sorted(), nil
}

// IDs lists the regions and notices, those that only the regions below issue
// among them, in the order of the folders.
func (o *Origins) IDs() []string { return o.ids }

// IsNotice reports whether an id is a notice's.
func (o *Origins) IsNotice(id string) bool { return o.notices[id] != nil }

// Title is the name of a region, or the title of a notice with its names filled in.
func (o *Origins) Title(id string) string {
	n := o.notices[id]
	if n == nil {
		return o.regions[id].text("name")
	}
	issuer := n.region.text("issuer")
	if issuers := n.facts.texts("issuers"); len(issuers) > 0 {
		issuer = issuers[0]
	}
	words, _ := prose.ParseWords(n.facts.text("title"), n.facts.at) // its problems are told by the reader
	title := ""
	for _, w := range words {
		switch w := w.(type) {
		case prose.Text:
			title += w.Value
		case prose.Placeholder:
			title += map[string]string{"issuer": issuer, "region": n.region.text("name")}[w.Name]
		}
	}
	return title
}

// Milestones lists the ids of a notice's milestones, in the order of their files.
func (o *Origins) Milestones(notice string) []string {
	var all []string
	if n := o.notices[notice]; n != nil {
		for _, m := range n.facts.get("milestone").entries() {
			all = append(all, m.key)
		}
	}
	return all
}

// Has reports whether there is such a region, notice or, with #id, milestone.
func (o *Origins) Has(path string) bool {
	_, known := o.Explain(path)
	return known
}

// Explain returns the values of a region, a notice, or with #id a milestone, in
// the order of their files; false when there is no such thing.
func (o *Origins) Explain(path string) ([]Value, bool) {
	id, milestone, isMilestone := strings.Cut(path, "#")
	notice := o.notices[id]
	switch {
	case isMilestone && notice != nil && notice.facts.get("milestone").get(milestone) != nil:
		return notice.milestone(milestone), true
	case isMilestone:
		return nil, false
	case notice != nil:
		return notice.all(), true
	case o.regions[id] != nil:
		return valuesOf("", o.regions[id]), true
	}
	return nil, false
}

// keepRegion remembers a region's facts with those that it takes over.
func (o *Origins) keepRegion(id string, facts, words, above *node) *node {
	if o == nil {
		return nil
	}
	tree := &node{at: facts.at, table: map[string]*node{}}
	for _, key := range []string{"hotlines", "contact"} {
		if n := above.get(key); n != nil {
			tree.set(n)
		}
	}
	for _, n := range slices.Concat(facts.entries(), words.entries()) {
		tree.set(n)
	}
	if id != "" {
		o.ids = append(o.ids, id)
		o.regions[id] = tree
	}
	return tree
}

func (o *Origins) keepNotice(id string, n *issued) {
	if o != nil {
		o.ids = append(o.ids, id)
		o.notices[id] = n
	}
}

func (o *Origins) region(id string) *node {
	if o == nil {
		return nil
	}
	return o.regions[id]
}

// leftOut are the files that say omit, and so leave out one of a folder above.
func (f *folder) leftOut() []*fragment {
	var left []*fragment
	if f != nil {
		for _, one := range f.fragments {
			if one.front.flag("omit") {
				left = append(left, one)
			}
		}
	}
	return left
}

// all returns the notice's values: its own, those of its files, the issuer that
// it takes from its region, and the words of the vocabulary that it uses.
func (n *issued) all() []Value {
	var values []Value
	used := map[string]bool{}
	for _, e := range n.facts.entries() {
		if slices.Contains(vocabularyNames, e.key) {
			continue
		}
		values = append(values, valuesOf(e.key, e)...)
		n.uses(e, used)
	}
	if issuer := n.region.get("issuer"); issuer != nil && n.facts.get("issuers") == nil {
		values = append(values, valueOf("issuers", issuer))
	}
	for _, f := range n.fragments {
		values = append(values, f.values()...)
		n.uses(f.front, used)
	}
	for _, f := range n.left {
		values = append(values, f.values()...)
	}
	for _, name := range vocabularyNames {
		for _, e := range n.facts.get(name).entries() {
			used[name+"."+e.key] = true
		}
	}
	return append(values, n.vocabulary(used)...)
}

// milestone returns a milestone's values, those of the milestones that it
// follows, and the words that it uses.
func (n *issued) milestone(id string) []Value {
	var values []Value
	used := map[string]bool{}
	m := n.facts.get("milestone").get(id)
	values = append(values, valuesOf("milestone."+id, m)...)
	n.uses(m, used)
	for seen := []string{id}; ; {
		followed := m.text("at")
		m = n.facts.get("milestone").get(followed)
		if m == nil || slices.Contains(seen, followed) {
			break
		}
		seen = append(seen, followed)
		if at := m.get("at"); at != nil {
			values = append(values, valueOf("milestone."+followed+".at", at))
		}
	}
	return append(values, n.vocabulary(used)...)
}

// uses adds the words of the vocabulary that a tree names.
func (n *issued) uses(tree *node, used map[string]bool) {
	for _, e := range tree.entries() {
		kind := map[string]string{"service": "service", "services": "service", "audience": "audience", "editions": "audience", "channels": "channel"}[e.key]
		switch {
		case e.isTable():
			n.uses(e, used)
		case kind != "" && e.isList:
			for _, i := range e.list {
				id, _ := i.scalar.(string)
				used[kind+"."+id] = true
			}
		case kind != "":
			used[kind+"."+tree.text(e.key)] = true
		}
	}
}

func (n *issued) vocabulary(used map[string]bool) []Value {
	var values []Value
	for _, word := range slices.Sorted(maps.Keys(used)) {
		kind, id, _ := strings.Cut(word, ".")
		values = append(values, valuesOf(word, n.words.get(kind).get(id))...)
	}
	return values
}

// values returns where a fragment stands, its title beside it, and its front
// matter.
func (f *fragment) values() []Value {
	top := func(f *fragment) problem.Position { return problem.Position{File: f.front.at.File, Line: 1} }
	file := Value{Key: f.base, Value: f.front.text("title"), Position: top(f)}
	for over := f.over; over != nil; over = over.over {
		file.Replaces = append(file.Replaces, Replaced{over.front.text("title"), top(over)})
	}
	return append([]Value{file}, valuesOf(f.base, f.front)...)
}
