package source

import (
	"io/fs"
	"maps"
	"slices"
	"strings"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/toml"
)

// Origins knows of every value that holds for a region, a notice or a milestone
// where it was written. It is made from files that may have mistakes: what is
// asked is often just why they do.
type Origins struct {
	ids     []string // regions before the notices and regions in them
	regions map[string]*toml.Node
	notices map[string]*issued
}

// issued is a notice as a region issues it, inheritance done.
type issued struct {
	facts     *toml.Node
	words     *toml.Node // the vocabulary that it can name
	region    *toml.Node // the region's effective facts
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
	o := &Origins{regions: map[string]*toml.Node{}, notices: map[string]*issued{}}
	r := &reader{fsys: fsys, gate: gate{}, origins: o}
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
		return o.regions[id].Text("name")
	}
	issuer := n.region.Text("issuer")
	if issuers := n.facts.Texts("issuers"); len(issuers) > 0 {
		issuer = issuers[0]
	}
	words, _ := prose.ParseWords(n.facts.Text("title"), n.facts.At) // its problems are told by the reader
	title := ""
	for _, w := range words {
		switch w := w.(type) {
		case prose.Text:
			title += w.Value
		case prose.Placeholder:
			title += map[string]string{"issuer": issuer, "region": n.region.Text("name")}[w.Name]
		}
	}
	return title
}

// Milestones lists the ids of a notice's milestones, in the order of their files.
func (o *Origins) Milestones(notice string) []string {
	var all []string
	if n := o.notices[notice]; n != nil {
		for _, m := range n.facts.Get("milestone").Entries() {
			all = append(all, m.Key)
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
	case isMilestone && notice != nil && notice.facts.Get("milestone").Get(milestone) != nil:
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
func (o *Origins) keepRegion(id string, facts, words, above *toml.Node) *toml.Node {
	if o == nil {
		return nil
	}
	tree := toml.Empty(facts.At)
	for _, key := range []string{"hotlines", "contact"} {
		if n := above.Get(key); n != nil {
			tree.Set(n)
		}
	}
	for _, n := range slices.Concat(facts.Entries(), words.Entries()) {
		tree.Set(n)
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

func (o *Origins) region(id string) *toml.Node {
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
			if one.front.Flag("omit") {
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
	for _, e := range n.facts.Entries() {
		if slices.Contains(vocabularyNames, e.Key) {
			continue
		}
		values = append(values, valuesOf(e.Key, e)...)
		n.uses(e, used)
	}
	if issuer := n.region.Get("issuer"); issuer != nil && n.facts.Get("issuers") == nil {
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
		for _, e := range n.facts.Get(name).Entries() {
			used[name+"."+e.Key] = true
		}
	}
	return append(values, n.vocabulary(used)...)
}

// milestone returns a milestone's values, those of the milestones that it
// follows, and the words that it uses.
func (n *issued) milestone(id string) []Value {
	var values []Value
	used := map[string]bool{}
	m := n.facts.Get("milestone").Get(id)
	values = append(values, valuesOf("milestone."+id, m)...)
	n.uses(m, used)
	for seen := []string{id}; ; {
		followed := m.Text("at")
		m = n.facts.Get("milestone").Get(followed)
		if m == nil || slices.Contains(seen, followed) {
			break
		}
		seen = append(seen, followed)
		if at := m.Get("at"); at != nil {
			values = append(values, valueOf("milestone."+followed+".at", at))
		}
	}
	return append(values, n.vocabulary(used)...)
}

// uses adds the words of the vocabulary that a tree names.
func (n *issued) uses(tree *toml.Node, used map[string]bool) {
	for _, e := range tree.Entries() {
		kind := map[string]string{"service": "service", "services": "service", "audience": "audience", "editions": "audience", "channels": "channel"}[e.Key]
		switch {
		case e.IsTable():
			n.uses(e, used)
		case kind != "" && e.IsList:
			for _, i := range e.List {
				id, _ := i.Scalar.(string)
				used[kind+"."+id] = true
			}
		case kind != "":
			used[kind+"."+tree.Text(e.Key)] = true
		}
	}
}

func (n *issued) vocabulary(used map[string]bool) []Value {
	var values []Value
	for _, word := range slices.Sorted(maps.Keys(used)) {
		kind, id, _ := strings.Cut(word, ".")
		values = append(values, valuesOf(word, n.words.Get(kind).Get(id))...)
	}
	return values
}

// values returns where a fragment stands, its title beside it, and its front
// matter.
func (f *fragment) values() []Value {
	top := func(f *fragment) problem.Position { return problem.Position{File: f.front.At.File, Line: 1} }
	file := Value{Key: f.base, Value: f.front.Text("title"), Position: top(f)}
	for over := f.over; over != nil; over = over.over {
		file.Replaces = append(file.Replaces, Replaced{over.front.Text("title"), top(over)})
	}
	return append([]Value{file}, valuesOf(f.base, f.front)...)
}
