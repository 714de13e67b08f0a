package source

import (
	"slices"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// bundled reads which regions have bundles, nil where nothing is said. A name of no region
// would leave a hall without its bundle, so it is a problem.
func (r *reader) bundled(facts *toml.Node, s *site.Site) []string {
	if facts.Get("bundles") == nil {
		return nil
	}
	named := make([]string, 0, 4)
	for _, id := range facts.Texts("bundles") {
		if !slices.ContainsFunc(s.Regions, func(one *site.Region) bool { return one.ID == id }) {
			r.Problems.Add(facts.ValueAt("bundles"), nearestRegion(id, s), "bundles = %q is no region", id)
		}
		named = append(named, id)
	}
	return named
}

func nearestRegion(id string, s *site.Site) message.Text {
	if near := problem.Nearest(id, ids(s.Regions, func(one *site.Region) string { return one.ID })); near != "" {
		return message.Say("did you mean %s?", near)
	}
	return message.Say("write the folder of a region, such as jiangsu/suzhou; those below it have bundles too")
}
