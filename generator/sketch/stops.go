package sketch

import (
	"slices"

	"tonggao/generator/site"
)

// StoppedBefore returns the services of the last stop before an octet, those of one
// statement together.
func (d *Sheet) StoppedBefore(at int) []string {
	last := d.LastStop(at)
	var ids []string
	for _, o := range d.Sketches {
		if o.Kind == site.Suspend && !o.Withdrawn && o.Start == last && !slices.Contains(ids, o.Service) {
			ids = append(ids, o.Service)
		}
	}
	return ids
}

// LastStop is where the last stop before an octet is stated, or -1.
func (d *Sheet) LastStop(at int) int {
	last := -1
	for _, o := range d.Sketches {
		if o.Kind == site.Suspend && !o.Withdrawn && o.Start <= at && o.Start > last {
			last = o.Start
		}
	}
	return last
}

// OpenStops returns the services that have stopped without an end.
func (d *Sheet) OpenStops() []string {
	var ids []string
	for _, o := range d.Sketches {
		if o.Kind == site.Suspend && o.Until == nil && !o.Withdrawn && !o.Permanent && !slices.Contains(ids, o.Service) {
			ids = append(ids, o.Service)
		}
	}
	return ids
}
