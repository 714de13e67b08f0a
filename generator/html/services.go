package html

import (
	"cmp"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// A serviceRow is an outage in the table: when it begins, its stages, when it is
// over. The rows of one course stand under one name, however often it stops.
type serviceRow struct {
	Name      phrase.Run
	Lane      string
	Heads     phrase.Heads // in the service's own words
	First     bool         // of its course: it has the name
	Span      int          // rows that the name is for; 0 for its own alone
	Columns   int          // columns of what stands below the row
	Stop      []entry      // one, with its stated end where nothing else ends it; none where a stage begins it
	Reduced   string       // the name of the stage that begins it
	Stages    []entry
	Back      []entry // one, or none when no end is announced
	Open      bool    // no end is announced, or there never is one
	Never     bool    // stopped for good
	Extent    string  // what belongs to the service and what does not
	Meanwhile []phrase.Run
	Below     bool // another row has the extent and the meantime
}

func (p *page) services(courses []*site.Course) []serviceRow {
	var rows []serviceRow
	for _, c := range courses {
		own := p.outages(c)
		span := 0
		for _, row := range own {
			if span++; row.Below {
				span++
			}
		}
		for i := range own {
			own[i].Columns = 4
			if len(own) > 1 {
				own[i].Span, own[i].Columns = span, 3
			}
		}
		rows = append(rows, own...)
	}
	return rows
}

// outages are the rows of one course. What stands below one is not repeated below
// the next.
func (p *page) outages(c *site.Course) []serviceRow {
	var rows []serviceRow
	var extent, meanwhile string
	for i, o := range c.Outages {
		row := p.outage(c, o)
		row.Name, row.Lane, row.First, row.Heads = p.voice.Name(c.Service.Name), p.lane(c), i == 0, p.heads([]*site.Course{c})
		if row.Extent == extent {
			row.Extent = ""
		}
		if phrase.Plain(row.Meanwhile) == meanwhile {
			row.Meanwhile = nil
		}
		row.Below = len(row.Meanwhile) > 0 || row.Extent != ""
		extent, meanwhile = cmp.Or(row.Extent, extent), cmp.Or(phrase.Plain(row.Meanwhile), meanwhile)
		rows = append(rows, row)
	}
	return rows
}

// outage is the row of an outage. The stated end of a window stands with its
// beginning, since it claims no recovery; reduced service is no stop.
func (p *page) outage(c *site.Course, o *site.Outage) serviceRow {
	row := serviceRow{Never: o.Stop.Permanent, Extent: p.voice.ExtentOf(c.Service, o.Stop)}
	first := p.entry(o.Stop)
	if o.End != nil {
		first.When = p.when(o.Stop.Begins())
		row.Back = append(row.Back, p.entry(o.End))
	}
	if o.Stop.Kind == site.Partial {
		row.Reduced, row.Stages = first.Kind, append(row.Stages, first)
	} else {
		row.Stop = append(row.Stop, first)
	}
	for _, m := range o.Stages {
		row.Stages = append(row.Stages, p.entry(m))
	}
	_, closes := o.Stop.Closes()
	row.Open = o.End == nil && !closes
	row.Meanwhile = first.Instead
	return row
}

func (p *page) heads(courses []*site.Course) phrase.Heads {
	return p.voice.Heads(courses, phrase.Heads{Stop: p.Words.Stop, Stages: p.Words.Stages, Back: p.Words.Back, Never: p.Words.NeverBack, Meanwhile: p.Words.Meanwhile})
}
