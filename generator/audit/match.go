package audit

import (
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// Match returns the notice that a text is most likely an issue of: its title, its
// day of issue and its issuer count, and the share of the notice's times that
// the text has. It is nil where none is likely.
func Match(text string, notices []*site.Notice) *site.Notice {
	doc := issued.Parse("", text)
	day := doc.Issued()
	head := ""
	for _, b := range doc.Blocks {
		if b.Role == issued.Title {
			head += issued.FullWidth(doc.Words(b))
		}
	}
	times := map[string]bool{}
	for _, t := range mention.Find(text, day) {
		times[t.Moment.Datetime()] = true
	}
	var best *site.Notice
	most := 1.0
	for _, n := range notices {
		points := shareOf(n, times)
		if strings.Contains(head, n.Title) || n.Title != "" && strings.Contains(n.Title, head) && len(head) > 12 {
			points++
		}
		if n.Issued == day {
			points += 0.5
		}
		for _, issuer := range n.Issuers {
			if strings.Contains(text, issuer) {
				points += 0.5
			}
		}
		if points > most {
			best, most = n, points
		}
	}
	return best
}

// shareOf is the share of a notice's times that a text has.
func shareOf(n *site.Notice, times map[string]bool) float64 {
	all, has := 0, 0
	for _, m := range n.Milestones {
		if !m.Moment.Known() {
			continue
		}
		all++
		if times[m.Moment.Datetime()] {
			has++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(has) / float64(all)
}
