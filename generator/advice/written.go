package advice

import (
	"maps"
	"slices"
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// Dictionaries warns of translations of words that nobody wrote, or no longer: pages then
// show the original. It is given a folder of regions, "." at the top, and for each of its
// files where each translation stands. One warning a file is enough: a region that left
// takes many words with it.
func Dictionaries(s *site.Site, folder string, files []map[string]problem.Position) problem.List {
	if len(files) == 0 {
		return nil
	}
	var problems problem.List
	said := writtenIn(folder, s)
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

// writtenIn gathers what the region of a folder and those below it say, and at
// the top what the site says.
func writtenIn(folder string, s *site.Site) written {
	w := written{}
	if folder == "." {
		w.add(s.Name, s.Place, s.Ask)
		w.vocabulary(s.Vocabulary)
	}
	for _, r := range s.Regions {
		if folder == "." || r.ID == folder || strings.HasPrefix(r.ID, folder+"/") {
			w.region(r)
		}
	}
	return w
}

func (w written) add(texts ...string) {
	for _, t := range texts {
		w[t] = true
	}
}

func (w written) words(all ...prose.Words) {
	for _, words := range all {
		w[words.Source()] = true
	}
}

func (w written) vocabulary(v site.Vocabulary) {
	for _, s := range v.Services {
		w.add(s.Name, s.Everyday, s.Own.On, s.Own.Off, s.Own.Partly, s.Own.Back)
		w.add(s.Items...)
		w.add(s.Except...)
	}
	for _, a := range v.Audiences {
		w.add(a.Name)
	}
	for _, c := range v.Channels {
		w.add(c.Name)
	}
}

func (w written) region(r *site.Region) {
	w.add(r.Name, r.Issuer)
	w.add(r.OtherNames...)
	for _, c := range r.Channels {
		w.add(c.Name)
	}
	for _, c := range r.Contacts {
		w.add(c.Name, c.Hours, c.Note)
		for _, l := range c.Lines {
			w.add(l.Purpose)
		}
	}
	for _, n := range r.Notices {
		w.notice(n)
	}
}

func (w written) notice(n *site.Notice) {
	w.add(n.Title, n.Source, n.Addressee)
	w.add(n.Issuers...)
	w.vocabulary(n.Vocabulary)
	for _, r := range n.Revisions {
		w.add(r.What)
	}
	for _, t := range n.Terms {
		w.add(t.Name, t.Means)
	}
	for _, m := range n.Milestones {
		w.add(m.Label, m.State, m.Scope)
		w.words(m.Text, m.Instead)
		for _, move := range m.Moves {
			w.add(move.Why)
		}
	}
	for _, u := range n.Unaffected {
		w.add(u.Scope)
		w.words(u.Text)
	}
	for _, f := range n.Fragments {
		w.add(f.Title)
		prose.Walk(f.Prose.Blocks, func(line prose.Words) { w.words(line) })
	}
	for _, x := range n.Annexes {
		w.add(x.Title, x.Note)
		if x.Prose != nil {
			prose.Walk(x.Prose.Blocks, func(line prose.Words) { w.words(line) })
		}
	}
}
