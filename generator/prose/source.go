package prose

import "strings"

// Source writes words back as an author writes them, each in one way: what was
// written in two ways but reads alike has one source. A dictionary finds words by
// their source.
func (w Words) Source() string {
	if len(w) == 1 {
		if t, ok := w[0].(Text); ok {
			return t.Value
		}
	}
	var b strings.Builder
	for _, in := range w {
		switch in := in.(type) {
		case Text:
			b.WriteString(in.Value)
		case Strong:
			b.WriteString("**" + in.Words.Source() + "**")
		case Link:
			b.WriteString("[" + in.Words.Source() + "](" + in.URL + ")")
		case Break:
			b.WriteString("\n")
		case Meant:
			b.WriteString("{{meant " + in.Value + "}}")
		case Placeholder:
			b.WriteString("{{" + in.source() + "}}")
		}
	}
	return b.String()
}

func (p Placeholder) source() string {
	text := strings.Join(append([]string{p.Name}, p.Options...), " ")
	if p.To != nil {
		text += " to " + p.To.source()
	}
	return text
}

// Placeholders lists what the words point at, in order, as it is written between
// the braces.
func (w Words) Placeholders() []string {
	var all []string
	w.Walk(func(in Inline) {
		if p, ok := in.(Placeholder); ok {
			all = append(all, p.source())
		}
	})
	return all
}
