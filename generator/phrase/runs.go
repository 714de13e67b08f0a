package phrase

import (
	"fmt"
	"slices"
	"strings"

	"tonggao/generator/prose"
	"tonggao/generator/site"
	"tonggao/generator/timing"
)

// Runs fills in the placeholders of an author's words for a notice and one of
// its editions (nil for the whole). The reader has checked every name, so a
// placeholder that resolves to nothing cannot occur.
func (v Voice) Runs(n *site.Notice, a *site.Audience, words prose.Words) []Run {
	if len(words) == 0 {
		return nil
	}
	return v.runs(make([]Run, 0, len(words)), n, a, words)
}

// runs adds such runs to others.
func (v Voice) runs(runs []Run, n *site.Notice, a *site.Audience, words prose.Words) []Run {
	if v.foreign() && len(words) > 0 {
		translated, ok := v.lookUp(words)
		if !ok {
			return append(runs, v.original(n, a, words)...)
		}
		words = translated
	}
	return v.fill(runs, n, a, words)
}

// fill words what has already been looked up.
func (v Voice) fill(runs []Run, n *site.Notice, a *site.Audience, words prose.Words) []Run {
	for _, w := range words {
		runs = v.inline(runs, n, a, w)
	}
	return runs
}

// inline adds the runs of some words to those before them.
func (v Voice) inline(runs []Run, n *site.Notice, a *site.Audience, w prose.Inline) []Run {
	switch w := w.(type) {
	case prose.Text:
		return addressed(runs, w.Value)
	case prose.Meant:
		return append(runs, Run{Text: w.Value, Meant: true})
	case prose.Break:
		return append(runs, Run{Break: true})
	case prose.Strong:
		from := len(runs)
		runs = v.fill(runs, n, a, w.Words)
		for i := range runs[from:] {
			runs[from+i].Strong = true
		}
		return runs
	case prose.Link:
		return append(runs, v.link(n, a, w)...)
	case prose.Placeholder:
		return v.placeholder(runs, n, w)
	}
	return runs
}

func (v Voice) placeholder(runs []Run, n *site.Notice, p prose.Placeholder) []Run {
	if m := n.Milestone(p.Name); m != nil {
		return v.moments(runs, n, m, p)
	}
	kind, id, _ := strings.Cut(p.Name, ".")
	text := ""
	switch kind {
	case "region":
		text = v.name(n.Region.Name)
	case "issuer":
		text = v.name(n.Issuers[0])
	case "title":
		text = v.name(n.Title)
	case "hotlines":
		text = v.Hotlines(n.Region)
	case "term":
		text = v.term(n, id, slices.Contains(p.Options, prose.Define))
	case "service":
		text = v.name(n.Vocabulary.Service(id).Name)
	case "audience":
		text = v.name(n.Vocabulary.Audience(id).Name)
	case "channel":
		text = v.name(n.Vocabulary.Channel(id).Name)
	case "channels":
		text = v.channels(n, p.Options)
	case "contact":
		text = v.Contact(n.Region.Contact(id))
	case "annex":
		text = v.AnnexLabel(n, n.Annex(id))
	case "section":
		return append(runs, v.reference(n, id))
	}
	return append(runs, Run{Text: text})
}

// moments words a moment, a window of two, or what else a milestone knows of its
// time.
func (v Voice) moments(runs []Run, n *site.Notice, m *site.Milestone, p prose.Placeholder) []Run {
	form := forms(p.Options)
	if p.To != nil {
		return v.window(runs, m, n.Milestone(p.To.Name).Moment, form, forms(p.To.Options))
	}
	at := m.Moment
	switch {
	case slices.Contains(p.Options, prose.Daily) && m.Hours != nil:
		return append(runs, Run{Text: v.HoursOf(m)})
	case slices.Contains(p.Options, prose.Window):
		return v.when(runs, m, form)
	case slices.Contains(p.Options, prose.Until) && m.Until != nil:
		at = *m.Until
	}
	return append(runs, Run{Text: v.Moment(at, form), Datetime: at.Datetime()})
}

// window adds Window in runs, with a form for each end. An end without a time of
// its own makes no window that a reader could use: it stands in brackets.
func (v Voice) window(runs []Run, m *site.Milestone, to site.Moment, first, second timing.Form) []Run {
	from := m.Moment
	if !to.Known() {
		begin := Run{Text: v.Moment(from, first), Datetime: from.Datetime()}
		if v.Bound(to, second) == "" {
			return around(runs, v.Theirs(v.words.OpenWindow, m.Services), begin)
		}
		return around(runs, v.Theirs(v.words.Bounded, m.Services), begin, Run{Text: v.Moment(to, second)})
	}
	a, b := v.Ends(from, to, first, second)
	begin := Run{Text: a, Datetime: from.Datetime()}
	if b == "" {
		return append(runs, begin)
	}
	return around(runs, v.words.Window, begin, Run{Text: b, Datetime: to.Datetime()})
}

// around adds runs in the places that a format has for them, with its words around them.
func around(runs []Run, format string, in ...Run) []Run {
	runs = slices.Grow(runs, 2*len(in)+1)
	for place := 0; ; place++ {
		before, rest, more := strings.Cut(format, "%s")
		if before != "" {
			runs = append(runs, Run{Text: before})
		}
		if !more {
			return runs
		}
		if in[place].Text != "" {
			runs = append(runs, in[place])
		}
		format = rest
	}
}

// both puts two texts into the places that a format has for them.
func both(format, first, second string) string {
	before, rest, _ := strings.Cut(format, "%s")
	between, after, _ := strings.Cut(rest, "%s")
	return before + first + between + second + after
}

var formOf = map[string]timing.Form{prose.DateOnly: timing.DateOnly, prose.Short: timing.Short, prose.Time: timing.Time, prose.As24: timing.As24, prose.As0: timing.As0,
	prose.Weekday: timing.Weekday, prose.Deadline: timing.Deadline, prose.Pending: timing.Pending}

func forms(options []string) timing.Form {
	var form timing.Form
	for _, o := range options {
		form |= formOf[o]
	}
	return form
}

func (v Voice) term(n *site.Notice, id string, define bool) string {
	t := n.Term(id)
	if define {
		return fmt.Sprintf(v.words.Defined, v.name(t.Means), v.name(t.Name))
	}
	return v.name(t.Name)
}

func (v Voice) channels(n *site.Notice, ids []string) string {
	var names []string
	for _, id := range ids {
		names = append(names, v.name(n.Vocabulary.Channel(id).Name))
	}
	return v.List(names)
}

// Hotlines words the hotlines that a region answers at.
func (v Voice) Hotlines(r *site.Region) string {
	if len(r.Hotlines) < 2 {
		return strings.Join(r.Hotlines, "")
	}
	last := len(r.Hotlines) - 1
	return v.List(r.Hotlines[:last]) + v.words.Or + r.Hotlines[last]
}

// Contact words a contact with its numbers in one line.
func (v Voice) Contact(c *site.Contact) string {
	if numbers := v.Phones(c); numbers != "" {
		return both(v.words.Numbers, v.name(c.Name), numbers)
	}
	return v.name(c.Name)
}

// Phones words a contact's numbers, each group with its purpose.
func (v Voice) Phones(c *site.Contact) string {
	var groups []string
	if len(c.Phones) > 0 {
		groups = append(groups, v.List(c.Phones))
	}
	for _, l := range c.Lines {
		groups = append(groups, both(v.words.Purpose, v.List(l.Phones), v.name(l.Purpose)))
	}
	return v.List(groups)
}

// AnnexLabel words the name by which the text refers to an annex: without a
// number where there is only one (GB/T 9704, 7.3.4).
func (v Voice) AnnexLabel(n *site.Notice, x *site.Annex) string {
	if len(n.Annexes) == 1 {
		return v.words.Annex
	}
	return fmt.Sprintf(v.words.Annexes, slices.Index(n.Annexes, x)+1)
}
