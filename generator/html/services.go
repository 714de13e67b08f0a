package html

import (
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// A serviceRow is an outage in the table: when it begins, its stages, when it is
// over. The rows of one course stand under one name, however often it stops.
type serviceRow struct {
	Name      phrase.Run
	Lane      string
	First     bool // of its course: it has the name
	Span      int  // rows that the name is for; 0 for its own alone
	Columns   int  // columns of what stands below the row
	Stop      entry
	Stages    []entry
	Back      []entry // one, or none when no end is announced
	Closes    string  // the stated end of a window that nothing else ends
	Open      bool    // no end is announced, or there never is one
	Never     bool    // stopped for good
	Extent    string  // what belongs to the service and what does not
	Meanwhile []phrase.Run
	Below     bool // another row has the extent and the meantime
}

func (p *page) services(courses []*site.Course) []serviceRow {
	var rows []serviceRow
	for _, c := range courses {
		var own []serviceRow
		span := 0
		for i, o := range c.Outages {
			row := p.outage(o)
			row.Name, row.Lane, row.First = p.voice.Name(c.Service.Name), p.lane(c), i == 0
			if span++; row.Below {
				span++
			}
			own = append(own, row)
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

func (p *page) outage(o *site.Outage) serviceRow {
	row := serviceRow{Stop: p.entry(o.Stop), Never: o.Stop.Permanent, Extent: p.voice.Extent(o.Stop)}
	row.Stop.When = p.when(phrase.Begins(o.Stop))
	row.Meanwhile = row.Stop.Instead
	for _, m := range o.Stages {
		row.Stages = append(row.Stages, p.entry(m))
	}
	if o.End != nil {
		row.Back = append(row.Back, p.entry(o.End))
	} else {
		row.Closes = p.voice.Closing(o.Stop)
	}
	row.Open = o.End == nil && row.Closes == ""
	row.Below = len(row.Meanwhile) > 0 || row.Extent != ""
	return row
}
