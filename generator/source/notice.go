package source

import (
	"iter"
	"path"
	"slices"
	"strings"
	"time"

	"tonggao/generator/advice"
	"tonggao/generator/message"
	"tonggao/generator/outline"
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
	nodes     map[string]*toml.Node // each milestone's table, by id
	doubtful  []*site.Milestone     // those that have been reported as doubles
	uncertain bool                  // a stop or recovery is broken, so their order says nothing
	due       site.Day              // on which it is to be published; zero for none
	published bool                  // false: only the regions below issue it, and what it lacks they add
	annexes   []string              // ids of the fragments that are annexes
	outline   outline.Headings      // see sections
	inherits  bool                  // its files are those of the notice above, and no others
	lines     map[*toml.Node]*line  // see line

	vocabulary words // the words that the notice can use, its own among them
}

func (b *noticeBuilder) build(folder string, files []*fragment, words words) *site.Notice {
	n := &site.Notice{ID: b.region.ID + "/" + folder, Folder: folder, Region: b.region, Number: b.facts.Text("number"), Addressee: b.facts.Text("addressee"), Source: b.facts.Text("source"),
		Issued: b.day(b.facts, "issued"), Issuers: b.facts.Texts("issuers"), Related: b.facts.Text("related"), At: b.facts.At}
	b.notice = n
	n.Called = called(b.facts, n.ID, homeOf(b.region))
	if b.published || b.due != (site.Day{}) {
		toml.Require(b.facts, schema.NoticeTable, message.Say("the notice"), b.problems)
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
	return n
}

// told is the notice as the colleague is given it. Those below issue, and have read over,
// what is not published here.
func (b *noticeBuilder) told(files []*fragment, family string) *advice.Notice {
	n := &advice.Notice{Notice: b.notice, Facts: b.facts, Above: b.above.told, Family: family, Published: b.published,
		Sound: (b.published || b.due != (site.Day{})) && !b.broken()}
	n.Files = make([]advice.File, len(files))
	for i, f := range files {
		n.Files[i] = advice.File{Front: f.Front, Prose: f.Prose}
	}
	return n
}

// broken reports whether a file that the notice is made from has an error: a file
// of its own folder, or of a region's or notice's folder above.
func (b *noticeBuilder) broken() bool {
	own := Root + "/" + b.notice.ID
	return slices.ContainsFunc(*b.problems, func(p problem.Problem) bool {
		if p.Level != problem.Error {
			return false
		}
		dir := strings.TrimSuffix(path.Dir(p.File), "/"+b.notice.Folder)
		return dir == Root || strings.HasPrefix(own, dir+"/")
	})
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
	b.checkTimes(b.line(b.facts, "title").times)
	for _, w := range b.words(b.facts, "title") {
		switch w := w.(type) {
		case prose.Text:
			b.notice.Title += w.Value
		case prose.Meant:
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

// A line is a text with placeholders, read once however many regions take it over.
type line struct {
	words    prose.Words
	problems problem.List
	times    []advice.TypedTime // times that its author typed
}

// line reads the line of a key.
func (b *noticeBuilder) line(n *toml.Node, key string) *line {
	v := n.Get(key)
	if v == nil {
		return &line{}
	}
	l := b.lines[v]
	if l == nil {
		l = &line{}
		l.words, l.problems = prose.ParseWords(v.Scalar.(string), v.Inside())
		l.times = advice.TypedIn(l.words)
		b.lines[v] = l
	}
	return l
}

// words are those of the line of a key.
func (b *noticeBuilder) words(n *toml.Node, key string) prose.Words {
	l := b.line(n, key)
	*b.problems = append(*b.problems, l.problems...)
	return l.words
}

func (b *noticeBuilder) terms() {
	for _, n := range b.facts.Get("term").Entries() {
		toml.Require(n, schema.TermTable, message.Say("term %s", n.Key), b.problems)
		b.notice.Terms = append(b.notice.Terms, &site.Term{ID: n.Key, Name: n.Text("name"), Means: n.Text("means")})
	}
}

func (b *noticeBuilder) unaffected() {
	for _, n := range b.facts.Get("unaffected").Entries() {
		toml.Require(n, schema.UnaffectedTable, message.Say("unaffected %s", n.Key), b.problems)
		u := &site.Unaffected{ID: n.Key, Notice: b.notice, Service: b.service(n), Text: b.words(n, "text"), From: b.milestone(n, "from"), To: b.milestone(n, "to"),
			Scope: n.Text("scope"), Audience: b.audience(n, "audience"), Channels: b.channels(n), At: n.At}
		b.notice.Unaffected = append(b.notice.Unaffected, u)
	}
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
		for h := range headings(f.Prose) {
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

// headings goes through those of a file.
func headings(f *prose.Fragment) iter.Seq[*prose.Heading] {
	return func(yield func(*prose.Heading) bool) {
		for _, block := range f.Blocks {
			if h, ok := block.(*prose.Heading); ok && !yield(h) {
				return
			}
		}
	}
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
	if !toml.Require(n, schema.RevisionTable, message.Say("the revision"), b.problems) {
		return
	}
	on := b.day(n, "on")
	if on.Compare(b.notice.Issued) >= 0 {
		b.notice.Revisions = append(b.notice.Revisions, site.Revision{On: on, What: n.Text("what")})
		return
	}
	if n.At.File == b.facts.At.File {
		b.problems.Add(n.ValueAt("on"), "correct the day; what changed before the issue is no revision", "the revision of %s is older than the notice, issued %s", on, b.notice.Issued)
	}
}
