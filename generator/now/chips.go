package now

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tonggao/generator/site"
	"tonggao/generator/words"
)

// Chips are what the script marks notices and regions in lists with. They travel as
// JSON in the page. Many regions have the outages of the one above, so the page
// names each spans once, and elements by their number here.
type Chips struct {
	Words *words.Chips `json:"words"`
	Spans []string     `json:"spans"`
}

// Number is the number of spans in the page; none at all have one too.
func (c *Chips) Number(spans string) string {
	i := slices.Index(c.Spans, spans)
	if i < 0 {
		i = len(c.Spans)
		c.Spans = append(c.Spans, spans)
	}
	return strconv.Itoa(i)
}

// Spans writes the spans of a region's notices, for the script.
func Spans(r *site.Region) string {
	var all []string
	for _, n := range r.Notices {
		if one := Span(n); one != "" {
			all = append(all, one)
		}
	}
	return strings.Join(all, " ")
}

// Span writes when a notice's services first stop, when all are back, when they
// last change and when the notice becomes history, in seconds since 1970, as
// from-to-last-history for the script; to is 0 where an end is not announced,
// history where there is none, and all is empty where no beginning is known.
func Span(n *site.Notice) string {
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
