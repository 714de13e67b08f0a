package site

import "slices"

// Called is what a region, notice or milestone was called before: its author's former
// names, made whole. Nothing that was published under them is lost.
type Called struct {
	Former []string // ids that it had, none of which is anything else's
	Origin string   // the first id that it was published under; empty when it has that one still
}

// first is the id under which a thing was first published: calendars, feeds and codes
// know it by that for ever.
func (c Called) first(id string) string {
	if c.Origin != "" {
		return c.Origin
	}
	return id
}

// First is the id under which the region was first published.
func (r *Region) First() string { return r.first(r.ID) }

// First is the id under which the notice was first published.
func (n *Notice) First() string { return n.first(n.ID) }

// First is the id that the milestone first had in its notice.
func (m *Milestone) First() string { return m.first(m.ID) }

// Is reports whether an id is the thing's, or was.
func (c Called) is(id, asked string) bool { return id == asked || slices.Contains(c.Former, asked) }

// Is reports whether the id is the region's, or was.
func (r *Region) Is(id string) bool { return r.is(r.ID, id) }

// Is reports whether the id is the notice's, or was.
func (n *Notice) Is(id string) bool { return n.is(n.ID, id) }

// Is reports whether the id is the milestone's, or was.
func (m *Milestone) Is(id string) bool { return m.is(m.ID, id) }
