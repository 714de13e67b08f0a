package draft

import (
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// special are characters that Markdown would read.
const special = "\\`*_[]<>~|&#"

// escape makes words literal in Markdown.
func escape(words string) string {
	var out strings.Builder
	for _, r := range words {
		if strings.ContainsRune(special, r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

// unmarked writes the signs of Markdown in full width: a value of a TOML file has
// none, and no way to escape one.
func unmarked(words string) string {
	words = strings.ReplaceAll(words, "__", "＿＿")
	if strings.HasPrefix(words, "- ") || strings.HasPrefix(words, "+ ") {
		words = "－ " + words[2:]
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(special, r) && r != '_' {
			return r - '!' + '！'
		}
		return r
	}, words)
}

var lineStart = regexp.MustCompile(`^(?:([0-9]{1,9})([.)])|([-+=]))`)

// beginLine keeps a paragraph from being read as a list or a rule.
func beginLine(words string) string { return lineStart.ReplaceAllString(words, `$1\$2$3`) }

// literal writes a span without times of the data: links as links, and whatever
// still reads as a time as meant.
func (d *drafter) literal(s issued.Span) string {
	var out strings.Builder
	at := s.Start
	for _, l := range d.Links {
		if l.Start < at || l.End > s.End {
			continue
		}
		out.WriteString(plain(strings.TrimSuffix(d.Doc.Text[at:l.Start], "<")))
		out.WriteString(linked(l.Address))
		if at = l.End; at < s.End && d.Doc.Text[at] == '>' {
			at++
		}
	}
	out.WriteString(plain(d.Doc.Text[at:s.End]))
	return out.String()
}

func linked(address string) string {
	if strings.HasPrefix(address, "www.") || strings.ContainsAny(address, "<> \\") {
		return escape(address)
	}
	return "[" + escape(address) + "](<" + address + ">)"
}

// plain writes raw text into prose. First it is escaped: an escape can part a time
// from a code.
func plain(raw string) string {
	words := escape(issued.FullWidth(issued.Clean(raw)))
	var out strings.Builder
	at := 0
	for _, found := range bracketed.FindAllStringIndex(words, -1) {
		out.WriteString(timed(words[at:found[0]]) + meant(words[found[0]:found[1]]))
		at = found[1]
	}
	return out.String() + timed(words[at:])
}

// bracketed are words in the brackets of a question: 【地铁】. Readers shall see them.
var bracketed = regexp.MustCompile(`【[^】{}\\\n]*】`)

// squared are such brackets in a value of a TOML file.
var squared = strings.NewReplacer("【", "［", "】", "］")

// lengths marks as meant what reads as the time between two milestones of the draft: 闭馆一天.
func (d *drafter) lengths(words string) string {
	var out strings.Builder
	at := 0
	for _, l := range mention.Lengths(words) {
		if !d.between(l.Minutes) || strings.Count(words[:l.Start], "{{") > strings.Count(words[:l.Start], "}}") {
			continue
		}
		out.WriteString(words[at:l.Start] + meant(words[l.Start:l.End]))
		at = l.End
	}
	return out.String() + words[at:]
}

// between reports whether some minutes lie between two times of the draft, or so many
// days, counted with the first or without it.
func (d *drafter) between(minutes int) bool {
	var all []site.Moment
	for _, s := range d.Sketches {
		if s.Moment.Known() {
			all = append(all, s.Moment)
		}
		if s.Until != nil {
			all = append(all, *s.Until)
		}
	}
	for i, a := range all {
		for _, b := range all[:i] {
			gap := int(a.Instant.Sub(b.Instant).Abs().Minutes())
			if gap == minutes || minutes%(24*60) == 0 && (minutes-gap < 24*60 && gap <= minutes || gap-minutes < 24*60 && minutes <= gap) {
				return true
			}
		}
	}
	return false
}

// timed marks what reads as a time as meant; what stands beside one may be another when
// it stands alone.
func timed(words string) string {
	var out strings.Builder
	at := 0
	for _, t := range mention.Find(words, site.Day{}) {
		out.WriteString(timed(words[at:t.Start]))
		out.WriteString(meant(t.Words(words)))
		at = t.End
	}
	if at == 0 {
		return words
	}
	return out.String() + timed(words[at:])
}

// meant writes a date that no milestone has.
func meant(words string) string { return "{{meant " + issued.Clean(words) + "}}" }

// timeless takes the times out of words, or returns others where none are left. A
// colloquial one, 下周, stays for its author to mend. The words are for a value of a TOML
// file; without their marks some more may be times.
func timeless(words, others string) string {
	words = squared.Replace(unmarked(words))
	certain := func(t mention.Time) bool { return !t.Loose }
	for times := mention.Find(words, site.Day{}); slices.ContainsFunc(times, certain); times = mention.Find(words, site.Day{}) {
		t := times[slices.IndexFunc(times, certain)]
		words = words[:t.Start] + words[t.End:]
	}
	if strings.TrimSpace(words) == "" {
		return others
	}
	return words
}
