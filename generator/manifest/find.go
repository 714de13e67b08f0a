package manifest

import "slices"

// Called finds the notice of an id, or the one that had it.
func (m Manifest) Called(id string) *Notice {
	if n := m.Named(id); n != nil {
		return n
	}
	if i := m.formerly(id); i >= 0 {
		return &m.Notices[i]
	}
	return nil
}

// formerly is the place of the notice that had an id, -1 when there is none.
func (m Manifest) formerly(id string) int {
	return slices.IndexFunc(m.Notices, func(n Notice) bool { return slices.Contains(n.Former, id) })
}

// Named finds a notice by its id, nil when there is none.
func (m Manifest) Named(id string) *Notice {
	for i := range m.Notices {
		if m.Notices[i].ID == id {
			return &m.Notices[i]
		}
	}
	return nil
}

// Places lists the paths of each hash, in order.
func (m Manifest) Places() map[Hash][]string {
	places := make(map[Hash][]string, m.Files.Len())
	for path, e := range m.Files.All() {
		places[e.SHA256] = append(places[e.SHA256], path)
	}
	return places
}
