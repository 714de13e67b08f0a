package html

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tonggao/generator/site"
)

// A chipView is what the script marks notices and regions with. It travels as
// JSON in the page. Many regions have the outages of the one above, so the page
// names each spans once, and elements by their number here.
type chipView struct {
	Words *chipWords `json:"words"`
	Spans []string   `json:"spans"`
}

// chips has the page mark notices and regions in its lists.
func (p *page) chips() {
	p.Chips = &chipView{Words: &p.Words.Chips, Spans: []string{}}
	p.script("chips.js")
}

// spans is the number of spans in the page; none at all have one too.
func (p *page) spans(text string) string {
	i := slices.Index(p.Chips.Spans, text)
	if i < 0 {
		i = len(p.Chips.Spans)
		p.Chips.Spans = append(p.Chips.Spans, text)
	}
	return strconv.Itoa(i)
}

// spans writes the spans of a region's notices, for the script.
func spans(r *site.Region) string {
	var all []string
	for _, n := range r.Notices {
		all = append(all, present(span(n))...)
	}
	return strings.Join(all, " ")
}

// span writes when a notice's outages begin, end and last change, in seconds since
// 1970, as from-to-last for the script; to is 0 where an end is not announced,
// and all is empty where no beginning is known.
func span(n *site.Notice) string {
	var from, to, last int64
	isOpen := false
	for _, o := range n.Outages {
		if start, ok := begins(o.Stop); ok && (from == 0 || start.Unix() < from) {
			from = start.Unix()
		}
		for _, m := range o.Recoveries() {
			if m.Moment.Known() {
				last = max(last, m.Moment.End().Unix())
			}
		}
		if !o.Stop.Permanent {
			isOpen = isOpen || o.End == nil || !o.End.Moment.Known()
		}
	}
	if from == 0 {
		return ""
	}
	if !isOpen {
		to = max(last, from)
	}
	return fmt.Sprintf("%d-%d-%d", from, to, last)
}
