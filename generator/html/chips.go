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

// span writes when a notice's services first stop, when all are back, when they
// last change and when the notice becomes history, in seconds since 1970, as
// from-to-last-history for the script; to is 0 where an end is not announced,
// history where there is none, and all is empty where no beginning is known.
func span(n *site.Notice) string {
	var from, last int64
	isOpen := false
	for _, c := range n.Courses {
		if len(c.Steps) == 1 {
			continue
		}
		if start := c.Steps[1].From.Unix(); from == 0 || start < from {
			from = start
		}
		end := c.Steps[len(c.Steps)-1]
		last = max(last, end.From.Unix())
		isOpen = isOpen || end.State != site.On && end.State != site.Ended
	}
	if from == 0 {
		return ""
	}
	to := last
	if isOpen {
		to = 0
	}
	return fmt.Sprintf("%d-%d-%d-%d", from, to, last, unix(n.History))
}
