// Package origin knows of every value that holds for a region, a notice or a milestone
// where it was written, and what it replaces: tonggao explain shows it, amend and blank
// change and copy what stands there.
//
// It reads no file: source keeps the trees of what it reads here, where that is asked for
// (source.ReadOrigins), also of files with mistakes. Begin with Explain; values.go lays a
// tree out.
package origin

import (
	"maps"
	"slices"
	"strings"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/schema"
	"tonggao/generator/toml"
)

// Origins knows of every value that holds for a region, a notice or a milestone
// where it was written. It is made from files that may have mistakes: what is
// asked is often just why they do.
type Origins struct {
	ids     []string // regions before the notices and regions in them
	regions map[string]*toml.Node
	notices map[string]*Notice
}

// A Notice is a notice as a region issues it, inheritance done, in the trees that it was
// read from.
type Notice struct {
	Facts  *toml.Node
	Words  *toml.Node // the vocabulary that it can name
	Region *toml.Node // the region's effective facts, as KeepRegion returned them
	Files  []File
	Left   []File // inherited ones that are left out
}

// A File is a Markdown file with its front matter.
type File struct {
	Base  string // its name in the folder
	Front *toml.Node
	Over  *File // the one of a folder above that this one replaces
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

// New returns origins that know of nothing yet.
func New() *Origins { return &Origins{regions: map[string]*toml.Node{}, notices: map[string]*Notice{}} }

// IDs lists the regions and notices, those that only the regions below issue
// among them, in the order of the folders.
func (o *Origins) IDs() []string { return o.ids }

// IsNotice reports whether an id is a notice's.
func (o *Origins) IsNotice(id string) bool { return o.notices[id] != nil }

// Cascades reports whether the regions below issue a notice too.
func (o *Origins) Cascades(notice string) bool {
	return o.IsNotice(notice) && o.notices[notice].Facts.Flag("cascade")
}

// Title is the name of a region, or the title of a notice with its names filled in.
func (o *Origins) Title(id string) string {
	n := o.notices[id]
	if n == nil {
		return o.regions[id].Text("name")
	}
	issuer := n.Region.Text("issuer")
	if issuers := n.Facts.Texts("issuers"); len(issuers) > 0 {
		issuer = issuers[0]
	}
	words, _ := prose.ParseWords(n.Facts.Text("title"), n.Facts.At) // its problems are told by the reader
	title := ""
	for _, w := range words {
		switch w := w.(type) {
		case prose.Text:
			title += w.Value
		case prose.Placeholder:
			title += map[string]string{"issuer": issuer, "region": n.Region.Text("name")}[w.Name]
		}
	}
	return title
}

// Milestones lists the ids of a notice's milestones, in the order of their files.
func (o *Origins) Milestones(notice string) []string {
	var all []string
	if n := o.notices[notice]; n != nil {
		for _, m := range n.Facts.Get("milestone").Entries() {
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
	case isMilestone && notice != nil && notice.Facts.Get("milestone").Get(milestone) != nil:
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

// KeepRegion remembers a region's facts with those that it takes over.
func (o *Origins) KeepRegion(id string, facts, words, above *toml.Node) *toml.Node {
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

// KeepNotice remembers a notice.
func (o *Origins) KeepNotice(id string, n *Notice) {
	if o != nil {
		o.ids = append(o.ids, id)
		o.notices[id] = n
	}
}

// Region returns what KeepRegion returned for a region.
func (o *Origins) Region(id string) *toml.Node {
	if o == nil {
		return nil
	}
	return o.regions[id]
}

// all returns the notice's values: its own, those of its files, the issuer that
// it takes from its region, and the words of the vocabulary that it uses.
func (n *Notice) all() []Value {
	var values []Value
	used := map[string]bool{}
	for _, e := range n.Facts.Entries() {
		if slices.Contains(schema.Vocabulary, e.Key) {
			continue
		}
		values = append(values, valuesOf(e.Key, e)...)
		n.uses(e, used)
	}
	if issuer := n.Region.Get("issuer"); issuer != nil && n.Facts.Get("issuers") == nil {
		values = append(values, valueOf("issuers", issuer))
	}
	for _, f := range n.Files {
		values = append(values, f.values()...)
		n.uses(f.Front, used)
	}
	for _, f := range n.Left {
		values = append(values, f.values()...)
	}
	for _, name := range schema.Vocabulary {
		for _, e := range n.Facts.Get(name).Entries() {
			used[name+"."+e.Key] = true
		}
	}
	return append(values, n.vocabulary(used)...)
}

// milestone returns a milestone's values, those of the milestones that it
// follows, and the words that it uses.
func (n *Notice) milestone(id string) []Value {
	var values []Value
	used := map[string]bool{}
	m := n.Facts.Get("milestone").Get(id)
	values = append(values, valuesOf("milestone."+id, m)...)
	n.uses(m, used)
	for seen := []string{id}; ; {
		followed := m.Text("at")
		m = n.Facts.Get("milestone").Get(followed)
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
func (n *Notice) uses(tree *toml.Node, used map[string]bool) {
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

func (n *Notice) vocabulary(used map[string]bool) []Value {
	var values []Value
	for _, word := range slices.Sorted(maps.Keys(used)) {
		kind, id, _ := strings.Cut(word, ".")
		values = append(values, valuesOf(word, n.Words.Get(kind).Get(id))...)
	}
	return values
}

// values returns where a fragment stands, its title beside it, and its front
// matter.
func (f *File) values() []Value {
	top := func(f *File) problem.Position { return problem.Position{File: f.Front.At.File, Line: 1} }
	file := Value{Key: f.Base, Value: f.Front.Text("title"), Position: top(f)}
	for over := f.Over; over != nil; over = over.Over {
		file.Replaces = append(file.Replaces, Replaced{over.Front.Text("title"), top(over)})
	}
	return append([]Value{file}, valuesOf(f.Base, f.Front)...)
}
