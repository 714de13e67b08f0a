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
	byDay := map[site.Day]map[string]bool{}
	var best *site.Notice
	most := 1.0
	for _, n := range notices {
		from := day
		if from.IsZero() {
			from = n.Issued
		}
		if byDay[from] == nil {
			byDay[from] = timesOf(text, from)
		}
		points := shareOf(n, byDay[from])
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

// timesOf are the times of a text that was issued on a day.
func timesOf(text string, day site.Day) map[string]bool {
	times := map[string]bool{}
	for _, t := range mention.Find(text, day) {
		times[t.Moment.Datetime()] = true
	}
	return times
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

// Likeliest returns the notice that a path names, else the only one of its region or of
// the site, else the one that the text is most like.
func Likeliest(s *site.Site, path, text string) *site.Notice {
	var all []*site.Notice
	for _, r := range s.Regions {
		for _, n := range r.Notices {
			if n.ID == path {
				return n
			}
			if path == "" || r.ID == path {
				all = append(all, n)
			}
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	return Match(text, all)
}
