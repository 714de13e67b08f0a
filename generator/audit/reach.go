package audit

import (
	"slices"
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// phone judges a number against the notice's hotlines, contacts and words.
func (a *auditor) phone(p *issued.Phone) Finding {
	found := place(a.f, p.Span, Phone, p.Number)
	near := a.f.Doc.In(a.f.Doc.Sentence(p.Start))
	for _, known := range a.numbers() {
		if sameNumber(known, p.Number) {
			found.Verdict = Has
			return found
		}
	}
	for _, c := range a.n.Region.Contacts {
		if strings.Contains(near, c.Name) && !slices.ContainsFunc(issued.PhonesIn(near), func(o issued.Phone) bool { return hasNumber(c, o.Number) }) {
			found.Verdict = Contradicts
			found.Note = message.Say("the line names %s, whose numbers are %s", c.Name, message.Names(c.Numbers()))
			return found
		}
	}
	found.Verdict, found.Note = Lacks, message.Say("no contact has it")
	if close := problem.Nearest(p.Number, a.numbers()); close != "" && close != p.Number {
		found.Note = message.Say("no contact has it; the nearest number is %s", close)
	}
	return found
}

// numbers returns every number that the data has, in its canonical form.
func (a *auditor) numbers() []string {
	var all []string
	for _, n := range a.n.Region.Hotlines {
		all = append(all, issued.Canonical(n))
	}
	for _, c := range a.n.Region.Contacts {
		for _, n := range c.Numbers() {
			all = append(all, issued.Canonical(n))
		}
	}
	for _, p := range issued.PhonesIn(a.prose) {
		all = append(all, p.Number)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// hasNumber reports whether a number is one of a contact.
func hasNumber(c *site.Contact, number string) bool {
	return slices.ContainsFunc(c.Numbers(), func(known string) bool { return sameNumber(issued.Canonical(known), number) })
}

// sameNumber compares two numbers; where one lacks the area code, by what both
// have.
func sameNumber(a, b string) bool {
	areaA, localA, okA := strings.Cut(a, "-")
	areaB, localB, okB := strings.Cut(b, "-")
	switch {
	case okA && okB:
		return areaA == areaB && localA == localB
	case okA:
		return localA == b
	case okB:
		return localB == a
	}
	return a == b
}

// link judges an address against the notice's channels, contacts and links.
func (a *auditor) link(l *issued.Link) Finding {
	found := place(a.f, l.Span, Link, l.Address)
	for _, known := range a.addresses() {
		if bare(known) == bare(l.Address) {
			found.Verdict = Has
			return found
		}
	}
	if strings.Contains(a.prose, l.Address) {
		found.Verdict = Has
		return found
	}
	found.Verdict, found.Note = Lacks, message.Say("no channel, contact or link has it")
	host, _, _ := strings.Cut(bare(l.Address), "/")
	for _, known := range a.addresses() {
		if strings.HasPrefix(bare(known), host) {
			found.Note = message.Say("the data has another address of that site: %s", known)
			return found
		}
	}
	return found
}

// addresses returns the addresses that the data has.
func (a *auditor) addresses() []string {
	var all []string
	for _, c := range a.n.Vocabulary.Channels {
		all = append(all, c.URL)
	}
	for _, c := range a.n.Region.Channels {
		all = append(all, c.URL)
	}
	for _, c := range a.n.Region.Contacts {
		all = append(all, c.URL)
	}
	all = append(all, issued.AddressesIn(a.prose)...)
	slices.Sort(all)
	all = slices.Compact(all)
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// bare is an address without scheme, www. and a slash at its end.
func bare(address string) string {
	address = strings.ToLower(address)
	for _, prefix := range [...]string{"https://", "http://", "www."} {
		address = strings.TrimPrefix(address, prefix)
	}
	return strings.TrimSuffix(address, "/")
}

// unstated lists the facts of the data that the text does not state: milestones,
// and the numbers and addresses that the notice prints.
func (a *auditor) unstated() []Unstated {
	var all []Unstated
	for _, m := range a.n.Milestones {
		var note message.Text
		switch {
		case m.Withdrawn || a.seen[m] == whole || a.boundOnly(m):
		case m.Moment.Pending:
			note = message.Say("the text does not say that its time is to be announced")
		case a.seen[m] == timeOnly:
			note = message.Say("its time stands in the text, but not in a sentence about %s", serviceNames(m.Services))
		default:
			note = message.Say("the text does not have its time, %s", a.say(m))
		}
		if !note.Empty() {
			all = append(all, Unstated{Milestone: m.ID, At: m.At, Note: note, Unsure: a.seen[m] == timeOnly})
		}
	}
	for _, number := range a.printed() {
		if !slices.ContainsFunc(a.f.Phones, func(p issued.Phone) bool { return sameNumber(p.Number, number) }) {
			all = append(all, Unstated{Phone: number, At: a.n.At, Note: message.Say("the notice prints it; the text does not")})
		}
	}
	for _, known := range a.addresses() {
		if strings.Contains(a.prose, known) && !slices.ContainsFunc(a.f.Links, func(l issued.Link) bool { return bare(l.Address) == bare(known) }) {
			all = append(all, Unstated{Link: known, At: a.n.At, Note: message.Say("the notice prints it; the text does not")})
		}
	}
	return all
}

// boundOnly reports a milestone without a time and without 另行通知, whose bounds
// are stated or are other milestones'.
func (a *auditor) boundOnly(m *site.Milestone) bool {
	if m.Moment.Known() || m.Moment.Pending {
		return false
	}
	for _, bound := range [...]*site.Moment{m.Moment.After, m.Moment.Before} {
		if bound == nil {
			continue
		}
		if slices.ContainsFunc(a.f.Times, func(x issued.Fact) bool { return x.Moment.Same(*bound) }) {
			return true
		}
	}
	return false
}

// printed returns the numbers that stand in the notice's own words.
func (a *auditor) printed() []string {
	var all []string
	for _, number := range a.numbers() {
		_, local, cut := strings.Cut(number, "-")
		if strings.Contains(a.prose, number) || cut && strings.Contains(a.prose, local) {
			all = append(all, number)
		}
	}
	return all
}
