package draft

import (
	"strings"

	"tonggao/generator/site"
)

// written is a moment in the form of notice.toml.
func written(m site.Moment) string {
	switch m.Precision {
	case site.Month:
		return m.Instant.Format("2006-01")
	case site.ToDay:
		return m.Instant.Format("2006-01-02")
	}
	if m.As24 {
		return m.Day().String() + " 24:00"
	}
	return m.Instant.Format("2006-01-02 15:04")
}

// quoted writes a TOML basic string.
func quoted(words string) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, r := range unmarked(words) {
		switch {
		case r == '"' || r == '\\':
			out.WriteByte('\\')
		case r < ' ' || r == 0x7F:
			continue
		}
		out.WriteRune(r)
	}
	out.WriteByte('"')
	return out.String()
}

func list(words []string) string {
	var all []string
	for _, w := range words {
		all = append(all, quoted(w))
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// oneLine keeps a comment on its line.
func oneLine(words string) string { return strings.Join(strings.Fields(words), " ") }
