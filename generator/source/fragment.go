package source

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/advice"
	"tonggao/generator/message"
	"tonggao/generator/outline"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// fragment reads a Markdown file: front matter between +++ lines, then prose.
func (r *reader) fragment(name, base, text string) *fragment {
	f := &fragment{base: base, front: toml.Empty(r.at(name))}
	body, first := text, 1
	if strings.HasPrefix(text, "---\n") {
		r.problems.Add(problem.Position{File: path.Join(Root, name), Line: 1, Column: 1}, "write +++ above and below it, and its lines as TOML: title = \"…\"", "the front matter stands between --- lines")
		return f
	}
	if strings.HasPrefix(text, "+++\n") {
		front, rest, closed := strings.Cut(text[4:], "\n+++")
		if strings.HasPrefix(text[4:], "+++") {
			front, rest, closed = "", text[7:], true
		}
		if !closed {
			at := r.at(name)
			at.Line, at.Column = 1, 1
			r.problems.Add(at, "end it with a second line of +++", "the front matter never ends")
			return f
		}
		if n := r.facts(name, front, 2, schema.FrontTable); n != nil {
			f.front = n
		}
		_, body, _ = strings.Cut(rest, "\n")
		first = strings.Count(text[:len(text)-len(body)], "\n") + 1
	}
	if f.front.Flag("omit") && strings.TrimSpace(body) != "" {
		r.problems.Add(f.front.Get("omit").At, "take omit away to print the text, or the text to drop what is inherited", "the file is to be dropped, and yet has a text")
	}
	var problems problem.List
	f.prose, problems = prose.Parse(path.Join(Root, name), []byte(body), first)
	r.problems = append(r.problems, problems...)
	f.prose.Address(prose.AddressOf(f.id()), addressesOf(f.front.Texts("former"))...)
	f.times = advice.TypedTimes(f.prose)
	r.problems = append(r.problems, r.colleague.Prose(f.prose.Blocks, f.front.Text("kind") == "faq")...)
	return f
}

var order = regexp.MustCompile(`^[0-9]+-`)

// id is the fragment's name in anchors and placeholders: 10-guide.md is guide.
func (f *fragment) id() string {
	return order.ReplaceAllString(strings.TrimSuffix(f.base, ".md"), "")
}

func addressesOf(names []string) []string {
	var all []string
	for _, name := range names {
		all = append(all, prose.AddressOf(name))
	}
	return all
}

// overlay replaces the parent's fragments by the child's of the same file name
// and returns all in name order.
func overlay(parent, child []*fragment) []*fragment {
	byName := map[string]*fragment{}
	for _, f := range parent {
		byName[f.base] = f
	}
	for _, f := range child {
		f.over = byName[f.base]
		byName[f.base] = f
	}
	var all []*fragment
	for _, name := range sortedKeys(byName) {
		if !byName[name].front.Flag("omit") {
			all = append(all, byName[name])
		}
	}
	return all
}

// annexIDs lists the fragments that are annexes.
func annexIDs(files []*fragment) []string {
	var annexes []string
	for _, f := range files {
		if f.front.Text("kind") == "annex" {
			annexes = append(annexes, f.id())
		}
	}
	return annexes
}

// fragments turns a notice's files into fragments and annexes.
func (b *noticeBuilder) fragments(files []*fragment) {
	seen := map[string]string{}
	for _, f := range files {
		id := f.id()
		if first, taken := seen[id]; taken {
			b.problems.Add(f.front.At, "give one of the two another name", "%s and %s are both called %s", first, f.base, id)
		}
		seen[id] = f.base
		if f.prose == nil {
			f.prose = &prose.Fragment{}
		}
		kind, audience := f.front.Text("kind"), b.audience(f.front, "audience")
		if kind == "annex" {
			if f.front.Text("title") == "" {
				b.problems.Add(f.front.At, `add title = "…" between the +++ lines`, "the annex has no title")
			}
			b.notice.Annexes = append(b.notice.Annexes, &site.Annex{ID: id, Former: f.front.Texts("former"), Title: f.front.Text("title"), Audience: audience, Lists: f.lists(), Prose: f.prose})
			continue
		}
		if kind == "" {
			kind = string(site.Section)
		}
		b.notice.Fragments = append(b.notice.Fragments, &site.Fragment{ID: id, Former: f.front.Texts("former"), Title: f.front.Text("title"),
			Kind: site.FragmentKind(kind), Audience: audience, Lists: f.lists(), Prose: f.prose})
	}
	for _, n := range b.facts.Get("annex").Entries() {
		if toml.Require(n, schema.AnnexTable, message.Say("annex %s", n.Key), b.problems) {
			b.notice.Annexes = append(b.notice.Annexes, &site.Annex{ID: n.Key, Title: n.Text("title"), Missing: n.Flag("missing"),
				Note: n.Text("note"), Audience: b.audience(n, "audience")})
		}
	}
	b.outline = outline.Of(b.notice, nil)
	for _, f := range files {
		b.prose(f)
	}
	b.checkAddresses(files)
}

// lists is the level of the numbers that the lists of a file begin with, 0 for that of 1.
func (f *fragment) lists() int {
	if form := f.front.Text("list"); form != "" && form != "1." {
		return 1 + slices.Index(schema.FrontTable.Key("list").One, form)
	}
	return 0
}

// checkAddresses reports an address that two headings were given.
func (b *noticeBuilder) checkAddresses(files []*fragment) {
	taken := map[string]message.Text{}
	for _, f := range files {
		taken[prose.AddressOf(f.id())] = message.Plain(f.base)
	}
	for _, f := range files {
		for _, h := range headings(f.prose) {
			if h.ID == "" {
				continue
			}
			if first, double := taken[h.ID]; double {
				b.problems.Add(h.At, "give one of them another: a link must lead to one place", "{#%s} is the address of %s too", h.ID, first)
			}
			taken[h.ID] = message.Say("the heading %q", h.Words.Source())
		}
	}
}
