package html

import (
	"tonggao/generator/article"
	"tonggao/generator/now"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// Notes keep what several pages of one notice say alike, so that it is worded once: a
// notice, its editions, its milestones, its texts. They are those of one writing page at a
// time, and begin anew with another notice. What they hold is not changed.
type notes struct {
	notice *site.Notice
	seams  map[[2]string][]seam // of a title and the authors' own
	in     map[site.Language]*worded
}

// worded is what is said in one language.
type worded struct {
	entries  map[*site.Milestone]entry // without an address, which is another on each page
	facts    map[*site.Course]now.Fact
	articles map[*site.Audience]*article.Article
}

// about returns the notes for a page of a notice, or for another page, where it is nil.
func (t *notes) about(n *site.Notice) *notes {
	if n == nil || t.notice != n {
		*t = notes{notice: n, seams: map[[2]string][]seam{}, in: map[site.Language]*worded{}}
	}
	return t
}

func (t *notes) language(lang site.Language) *worded {
	w := t.in[lang]
	if w == nil {
		w = &worded{map[*site.Milestone]entry{}, map[*site.Course]now.Fact{}, map[*site.Audience]*article.Article{}}
		t.in[lang] = w
	}
	return w
}

// once returns what has been kept of a key, or makes it and keeps it.
func once[K comparable, V any](kept map[K]V, key K, make func() V) V {
	v, known := kept[key]
	if !known {
		v = make()
		kept[key] = v
	}
	return v
}

// entry is a milestone in a list of this page.
func (p *page) entry(m *site.Milestone) entry {
	e := once(p.notes.language(p.output.Language).entries, m, func() entry { return p.entryOf(m) })
	e.Href = p.toPage(plan.MilestoneDir(m))
	return e
}

// fact is how a course stands at any instant.
func (p *page) fact(c *site.Course) now.Fact {
	return once(p.notes.language(p.output.Language).facts, c, func() now.Fact { return p.teller().Course(c) })
}

// text is a notice or its edition, in Chinese where the page's language cannot say all of it.
func (p *page) text(n *site.Notice, a *site.Audience, chinese bool) *article.Article {
	lang := p.output.Language
	if chinese {
		lang = site.Chinese
	}
	return once(p.notes.language(lang).articles, a, func() *article.Article { return article.Of(p.reader(chinese), n, a) })
}

// seams cuts a title, in the page's language, where the authors' own can be broken.
func (p *page) seams(original, title string) []seam {
	return once(p.notes.seams, [2]string{original, title}, func() []seam { return p.writer.seams(original, title) })
}

// reader is the voice of the article: the page's own where it can say all of it,
// else the authors', since half a translation of a notice misleads.
func (p *page) reader(chinese bool) phrase.Voice {
	if chinese {
		return phrase.In(site.Chinese)
	}
	return p.voice
}
