package source

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// A noticeBuilder turns one region's merged facts into a Notice.
type noticeBuilder struct {
	facts     *toml.Node
	region    *site.Region
	above     cascading
	problems  *problem.List
	notice    *site.Notice
	nodes     map[string]*toml.Node    // each milestone's table, by id
	doubtful  map[*site.Milestone]bool // those that have been reported as doubles
	uncertain bool                     // a stop or recovery is broken, so their order says nothing
	due       site.Day                 // on which it is to be published; zero for none
	published bool                     // false: only the regions below issue it, and what it lacks they add
	annexes   []string                 // ids of the fragments that are annexes
	outline   site.Outline             // the headings of the whole notice

	vocabulary words // the words that the notice can use, its own among them
}

func (b *noticeBuilder) build(folder string, files []*fragment, words words) *site.Notice {
	n := &site.Notice{ID: b.region.ID + "/" + folder, Folder: folder, Region: b.region, Number: b.facts.Text("number"), Addressee: b.facts.Text("addressee"), Source: b.facts.Text("source"),
		Issued: b.day(b.facts, "issued"), Issuers: b.facts.Texts("issuers"), Related: b.facts.Text("related"), At: b.facts.At}
	b.notice = n
	n.Called = called(b.facts, n.ID, homeOf(b.region))
	if b.published || b.due != (site.Day{}) {
		toml.Require(b.facts, schema.NoticeTable, "the notice", b.problems)
	}
	b.vocabulary = words.extend(b.facts, b.problems)
	n.Vocabulary = b.vocabulary.Vocabulary
	b.issuers()
	b.title()
	if written := b.facts.Text("published"); written != "" {
		n.Published = b.time(b.facts, "published", written)
	}
	b.annexes = annexIDs(files)
	b.terms()
	b.milestones()
	b.unaffected()
	b.outages()
	b.fragments(files)
	b.editions()
	b.revisions()
	b.checkWords(files)
	if (b.published || b.due != (site.Day{})) && !b.broken() { // those below issue and lint what is not published here
		b.lint(files)
	}
	return n
}

// issuers are the notice's own, or the region's.
func (b *noticeBuilder) issuers() {
	if len(b.notice.Issuers) > 0 {
		return
	}
	if b.region.Issuer == "" && b.published {
		b.problems.Add(b.region.At, `add issuer = "…" to region.toml, or issuers = […] to the notice`, "the region issues a notice (%s) and has no issuer", b.notice.Folder)
	}
	b.notice.Issuers = []string{b.region.Issuer}
}

func (b *noticeBuilder) day(n *toml.Node, key string) site.Day {
	v := n.Get(key)
	if v == nil {
		return site.Day{}
	}
	t, _ := v.Scalar.(time.Time)
	if t.Year() < 1949 || t.Year() > 2999 {
		b.problems.Add(v.Value, "write it as 2021-12-20", "%s = %s names a day that cannot be", key, v.Written())
	}
	return site.Day{Year: t.Year(), Month: t.Month(), Day: t.Day()}
}

// title fills in the names that a title may hold, so that a cascading notice
// speaks in each region's own name.
func (b *noticeBuilder) title() {
	words := b.words(b.facts, "title")
	b.checkTyped(words)
	for _, w := range words {
		switch w := w.(type) {
		case prose.Text:
			b.notice.Title += w.Value
		case prose.Placeholder:
			switch w.Name {
			case "issuer":
				b.notice.Title += b.notice.Issuers[0]
			case "region":
				b.notice.Title += b.region.Name
			default:
				b.problems.Add(w.At, "a title can hold {{issuer}} and {{region}}", "the title holds {{%s}}", w.Name)
			}
		}
	}
}

// words reads a text with placeholders.
func (b *noticeBuilder) words(n *toml.Node, key string) prose.Words {
	v := n.Get(key)
	if v == nil {
		return nil
	}
	at := v.Value
	at.Column++ // behind the opening quote
	words, problems := prose.ParseWords(v.Scalar.(string), at)
	*b.problems = append(*b.problems, problems...)
	return words
}

func (b *noticeBuilder) terms() {
	for _, n := range b.facts.Get("term").Entries() {
		toml.Require(n, schema.TermTable, "term "+n.Key, b.problems)
		b.notice.Terms = append(b.notice.Terms, &site.Term{ID: n.Key, Name: n.Text("name"), Means: n.Text("means")})
	}
}

func (b *noticeBuilder) unaffected() {
	for _, n := range b.facts.Get("unaffected").Entries() {
		toml.Require(n, schema.UnaffectedTable, "unaffected "+n.Key, b.problems)
		u := &site.Unaffected{ID: n.Key, Notice: b.notice, Service: b.service(n), Text: b.words(n, "text"), From: b.milestone(n, "from"), To: b.milestone(n, "to"),
			Scope: n.Text("scope"), Audience: b.audience(n, "audience"), Channels: b.channels(n), At: n.At}
		b.notice.Unaffected = append(b.notice.Unaffected, u)
	}
}

// milestone resolves a key that names a milestone.
func (b *noticeBuilder) milestone(n *toml.Node, key string) *site.Milestone {
	id := n.Text(key)
	if id == "" {
		return nil
	}
	m := b.notice.Milestone(id)
	if m == nil && !b.lost() {
		b.problems.Add(n.ValueAt(key), problem.DidYouMean(id, sortedKeys(b.nodes)), "%s = %q names no milestone of this notice", key, id)
	}
	return m
}

func (b *noticeBuilder) service(n *toml.Node) *site.Service {
	id := n.Text("service")
	if id == "" {
		return nil
	}
	s := b.notice.Vocabulary.Service(id)
	if s == nil {
		b.problems.Add(n.ValueAt("service"), unknownWord(id, "service", ids(b.notice.Vocabulary.Services, func(s *site.Service) string { return s.ID })),
			"service = %q is not in the vocabulary", id)
	}
	return s
}

// services resolves the services that a milestone is about, which one key or the
// other names.
func (b *noticeBuilder) services(n *toml.Node) []*site.Service {
	if n.Get("services") == nil {
		if s := b.service(n); s != nil {
			return []*site.Service{s}
		}
		return nil
	}
	if n.Get("service") != nil {
		b.problems.Add(n.ValueAt("service"), "put it into the list and leave the key out", "%s has service and services", n.Key)
	}
	return resolve(b, n, "services", "service", b.notice.Vocabulary.Service, ids(b.notice.Vocabulary.Services, func(s *site.Service) string { return s.ID }))
}

func unknownWord(id, kind string, known []string) string {
	if near := problem.Nearest(id, known); near != "" {
		return "did you mean " + near + "?"
	}
	hint := fmt.Sprintf("add [%s.%s] to site.toml, region.toml or notice.toml", kind, id)
	if len(known) > 0 {
		hint += "; known here: " + strings.Join(known, ", ")
	}
	return hint
}

func ids[T any](all []*T, id func(*T) string) []string {
	var known []string
	for _, w := range all {
		known = append(known, id(w))
	}
	return known
}

// audience resolves a key that lists audiences.
func (b *noticeBuilder) audience(n *toml.Node, key string) []*site.Audience {
	return resolve(b, n, key, "audience", b.notice.Vocabulary.Audience, ids(b.notice.Vocabulary.Audiences, func(a *site.Audience) string { return a.ID }))
}

func (b *noticeBuilder) channels(n *toml.Node) []*site.Channel {
	return resolve(b, n, "channels", "channel", b.notice.Vocabulary.Channel, ids(b.notice.Vocabulary.Channels, func(c *site.Channel) string { return c.ID }))
}

func resolve[T any](b *noticeBuilder, n *toml.Node, key, kind string, find func(string) *T, known []string) []*T {
	v := n.Get(key)
	if v == nil {
		return nil
	}
	var found []*T
	for _, i := range v.List {
		id, _ := i.Scalar.(string)
		word := find(id)
		switch {
		case word == nil:
			b.problems.Add(i.Value, unknownWord(id, kind, known), "%q is no %s of the vocabulary", id, kind)
		case slices.Contains(found, word):
			b.problems.Add(i.Value, "name it once", "%s names %s twice", key, id)
		default:
			found = append(found, word)
		}
	}
	return found
}

// editions are those that the author lists, or every audience that a fragment,
// an annex or a question is kept for.
func (b *noticeBuilder) editions() {
	if b.facts.Get("editions") != nil {
		b.notice.Editions = b.audience(b.facts, "editions")
		return
	}
	named := map[*site.Audience]bool{}
	for _, f := range b.notice.Fragments {
		for _, a := range f.Audience {
			named[a] = true
		}
		for _, h := range headings(f.Prose) {
			for _, id := range h.Audience {
				named[b.notice.Vocabulary.Audience(id)] = true
			}
		}
	}
	for _, x := range b.notice.Annexes {
		for _, a := range x.Audience {
			named[a] = true
		}
	}
	for _, a := range b.notice.Vocabulary.Audiences {
		if named[a] {
			b.notice.Editions = append(b.notice.Editions, a)
		}
	}
}

func headings(f *prose.Fragment) []*prose.Heading {
	var all []*prose.Heading
	for _, block := range f.Blocks {
		if h, ok := block.(*prose.Heading); ok {
			all = append(all, h)
		}
	}
	return all
}

func (b *noticeBuilder) revisions() {
	b.notice.Revisions = []site.Revision{{Number: 1, On: b.notice.Issued}}
	if series := b.facts.Get("revision"); series != nil {
		for _, n := range series.List {
			b.revision(n)
		}
	}
	later := b.notice.Revisions[1:]
	slices.SortStableFunc(later, func(x, y site.Revision) int { return x.On.Compare(y.On) })
	for i := range later {
		later[i].Number = i + 2
	}
}

// revision adds a later version. One from the notice above that is not later
// than this region's own issue changed nothing here.
func (b *noticeBuilder) revision(n *toml.Node) {
	if !toml.Require(n, schema.RevisionTable, "the revision", b.problems) {
		return
	}
	on := b.day(n, "on")
	if on.Compare(b.notice.Issued) >= 0 {
		b.notice.Revisions = append(b.notice.Revisions, site.Revision{On: on, What: n.Text("what")})
		return
	}
	if n.At.File == b.facts.At.File {
		b.problems.Add(n.ValueAt("on"), "", "the revision of %s is older than the notice, issued %s", on, b.notice.Issued)
	}
}
