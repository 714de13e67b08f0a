package advice

import (
	"maps"
	"path"
	"slices"
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// Dictionaries judges the dictionaries of a site by what its authors wrote.
type Dictionaries struct {
	site  *site.Site
	keys  map[string][]string // folder → the texts that stand in keys of its files; nil until they are asked for
	names []string            // the folders, sorted
	in    map[string][]string // folder → those that lie in it
}

// DictionariesOf makes what judges the dictionaries of a site.
func DictionariesOf(s *site.Site) *Dictionaries {
	return &Dictionaries{site: s}
}

// gather gathers what stands in keys: for the first dictionary, since most sites have none.
func (d *Dictionaries) gather() {
	if d.keys != nil {
		return
	}
	d.keys, d.in = map[string][]string{}, map[string][]string{}
	for _, v := range d.site.Values {
		folder := path.Dir(strings.TrimPrefix(v.At.File, "regions/"))
		d.keys[folder] = append(d.keys[folder], v.Text)
	}
	d.names = slices.Sorted(maps.Keys(d.keys))
	for _, name := range d.names {
		d.in[path.Dir(name)] = append(d.in[path.Dir(name)], name)
	}
}

// heard calls f for the folders in which a folder's words are written: it, those in it, and
// those that lie in a folder above, or are one.
func (d *Dictionaries) heard(folder string, f func(string)) {
	begin := folder + "/"
	if folder == "." {
		begin = ""
	}
	first, _ := slices.BinarySearch(d.names, begin)
	for _, name := range d.names[first:] {
		if !strings.HasPrefix(name, begin) {
			break
		}
		f(name)
	}
	for above := folder; ; above = path.Dir(above) {
		f(above)
		for _, name := range d.in[above] {
			f(name)
		}
		if above == "." {
			return
		}
	}
}

// Check warns of translations of words that nobody wrote, or no longer: pages then
// show the original. It is given a folder of regions, "." at the top, and for each of its
// files where each translation stands. One warning a file is enough: a region that left
// takes many words with it.
func (d *Dictionaries) Check(folder string, files []map[string]problem.Position) problem.List {
	if len(files) == 0 {
		return nil
	}
	var problems problem.List
	said := d.writtenIn(folder)
	for _, places := range files {
		said.lint(places, &problems)
	}
	return problems
}

func (w written) lint(places map[string]problem.Position, problems *problem.List) {
	var idle []string
	for words := range places {
		if !w[words] {
			idle = append(idle, words)
		}
	}
	slices.SortFunc(idle, func(a, b string) int { return places[a].Compare(places[b]) })
	switch {
	case len(idle) == 0:
	case len(idle) == 1:
		problems.Warn(places[idle[0]], w.nearest(idle[0]), "nothing says %q, so its translation is not used", idle[0])
	default:
		problems.Warn(places[idle[0]], w.nearest(idle[0]), "nothing says %q, nor what %d other translations in this file are of", idle[0], len(idle)-1)
	}
}

func (w written) nearest(words string) message.Text {
	if near := problem.Nearest(words, slices.Collect(maps.Keys(w))); near != "" {
		return message.Say("did it become %q?", near)
	}
	return message.Say("take it away")
}

// A written set gathers every text of a part of the site that can be translated.
type written map[string]bool

// writtenIn gathers what the regions of a folder and of those below it say: what stands in
// a key, there and above, whatever the key is; and what is written in words.
func (d *Dictionaries) writtenIn(folder string) written {
	w := written{}
	d.gather()
	d.heard(folder, func(of string) {
		for _, text := range d.keys[of] {
			w[text] = true
		}
	})
	for _, r := range d.site.Regions {
		if within(folder, r.ID) {
			for _, n := range r.Notices {
				w.notice(n)
			}
		}
	}
	return w
}

// within reports whether a folder is another, or stands somewhere in it.
func within(outer, inner string) bool {
	return outer == "." || inner == outer || strings.HasPrefix(inner, outer+"/")
}

func (w written) notice(n *site.Notice) {
	w[n.Title] = true // which names its issuer by a placeholder
	for _, m := range n.Milestones {
		w.words(m.Text, m.Instead)
	}
	for _, u := range n.Unaffected {
		w.words(u.Text)
	}
	for _, f := range n.Fragments {
		prose.Walk(f.Prose.Blocks, func(line prose.Words) { w.words(line) })
	}
	for _, x := range n.Annexes {
		if x.Prose != nil {
			prose.Walk(x.Prose.Blocks, func(line prose.Words) { w.words(line) })
		}
	}
}

func (w written) words(all ...prose.Words) {
	for _, words := range all {
		w[words.Source()] = true
	}
}
