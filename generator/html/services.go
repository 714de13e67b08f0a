package html

import (
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// A serviceRow is an outage in the table: one service, when it stops, its
// stages, when it is back, what to do meanwhile.
type serviceRow struct {
	Name      phrase.Run
	Lane      string
	Stop      entry
	Stages    []entry
	Back      []entry // one, or none when no end is announced
	Never     bool    // stopped for good
	Meanwhile []phrase.Run
}

func (p *page) services(outages []*site.Outage) []serviceRow {
	var rows []serviceRow
	for _, o := range outages {
		row := serviceRow{Name: p.voice.Name(o.Service.Name), Lane: p.lane(o), Stop: p.entry(o.Stop), Never: o.Stop.Permanent}
		row.Meanwhile = row.Stop.Instead
		for _, m := range o.Stages {
			row.Stages = append(row.Stages, p.entry(m))
		}
		if o.End != nil {
			row.Back = append(row.Back, p.entry(o.End))
		}
		rows = append(rows, row)
	}
	return rows
}
