package sketch

import (
	"slices"

	"tonggao/generator/site"
)

// yield drops what a recovery of everything says of a service which the text brings back
// by its name at another time: 上述业务4月1日恢复；缴费4月2日恢复.
func (d *Sheet) yield() {
	for _, s := range slices.Clone(d.Sketches) {
		if s.Named != "" || !s.returns() || !slices.ContainsFunc(d.Sketches, func(o *Sketch) bool { return o.Named != "" && o.overrules(s) }) {
			continue
		}
		heir := d.beside(s)
		if heir == nil {
			continue // it says nothing of any other service
		}
		for at, held := range d.At {
			if held == s {
				d.At[at] = heir
			}
		}
		d.Sketches = slices.DeleteFunc(d.Sketches, func(o *Sketch) bool { return o == s })
	}
}

// returns reports whether a sketch wholly brings something back at a time of its own.
func (s *Sketch) returns() bool {
	return s.Kind == site.Resume && !s.Tbd && !s.Withdrawn && s.Before == nil && s.Later == nil
}

// overrules reports whether a sketch brings the same service back at another time than another one does.
func (s *Sketch) overrules(o *Sketch) bool {
	return s.returns() && s.Service == o.Service && s.Scope == o.Scope && !s.Moment.Same(o.Moment)
}

// beside is what the same words say of another service.
func (d *Sheet) beside(s *Sketch) *Sketch {
	for _, o := range d.Sketches {
		if o != s && o.Start == s.Start && o.Kind == s.Kind && o.Service != s.Service {
			return o
		}
	}
	return nil
}
