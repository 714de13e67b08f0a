package plan

import (
	"iter"
	"slices"
	"strings"

	"tonggao/generator/site"
)

// At returns the output of a path, and false where there is none.
func (p *Plan) At(path string) (Output, bool) {
	part, i := p.find(path)
	if part == nil || !p.wants(part.kept.records[i].format()) {
		return Output{}, false
	}
	return p.output(part, i), true
}

// Related is the notice that one names as the earlier one, of its own region or of another,
// by an id that it has or had; nil where none is published under it.
func (p *Plan) Related(n *site.Notice) *site.Notice {
	if n.Related == "" {
		return nil
	}
	for _, id := range []string{n.Region.ID + "/" + n.Related, n.Related} {
		if o, planned := p.At(id + "/index.html"); planned && o.Notice != nil && o.Notice.Is(id) {
			return o.Notice
		}
	}
	return nil
}

// find returns the part that has an output of a path, and where; nil where none has.
func (p *Plan) find(path string) (*Plan, int32) {
	if i, planned := p.kept.find(path); planned {
		return p, i
	}
	if x, planned := p.former[path]; planned {
		return p.parts[x.part], x.at
	}
	for part := range p.owners(path) {
		if i, planned := part.kept.find(path); planned {
			return part, i
		}
	}
	return nil, 0
}

// owners are the parts that an output of a path can belong to: those of the regions in
// whose folders it would stand, innermost first.
func (p *Plan) owners(path string) iter.Seq[*Plan] {
	return func(yield func(*Plan) bool) {
		dirs := []string{path, p.plain(path)}
		if dirs[1] == path {
			dirs = dirs[:1]
		}
		for _, dir := range dirs {
			for i := strings.LastIndexByte(dir, '/'); i > 0; i = strings.LastIndexByte(dir, '/') {
				dir = dir[:i]
				if part := p.regions[dir]; part != nil && !yield(part) {
					return
				}
			}
		}
	}
}

// plain is a path without the folder of its language.
func (p *Plan) plain(path string) string {
	for _, lang := range p.Site.Languages {
		if rest, in := strings.CutPrefix(path, In(lang, "")); in && lang != site.Chinese {
			return rest
		}
	}
	return path
}

// enclose keeps whether a region's outputs stand in its folder, and by which names: no two
// regions can have the same then, unless one lies in the other, by a name that is among
// these.
func (p *Plan) enclose(r *site.Region) {
	for i := range p.kept.present {
		rest, in := strings.CutPrefix(p.plain(p.kept.path(int32(i))), r.ID+"/")
		if name, _, _ := strings.Cut(rest, "/"); !slices.Contains(p.names, name) {
			p.names = append(p.names, name)
		}
		p.doubtful = p.doubtful || !in
	}
	p.doubtful = p.doubtful || len(p.kept.records) > p.kept.present
}

// mayClash reports whether two outputs can share a path. Where it is false, which nearly
// always it is, not all paths need be held against each other.
func (p *Plan) mayClash(parts []*Plan) bool {
	if p.doubtful || slices.ContainsFunc(parts, func(part *Plan) bool { return part.doubtful }) {
		return true
	}
	names := map[string]bool{}
	for _, lang := range p.Site.Languages {
		names[strings.TrimSuffix(In(lang, ""), "/")] = true
	}
	for i := range p.kept.records {
		path := p.kept.path(int32(i))
		name, _, _ := strings.Cut(path, "/")
		plain, _, _ := strings.Cut(p.plain(path), "/")
		names[name], names[plain] = true, true
	}
	for id := range p.regions {
		first, _, _ := strings.Cut(id, "/")
		if names[first] {
			return true
		}
		for i := strings.LastIndexByte(id, '/'); i > 0; i = strings.LastIndexByte(id[:i], '/') {
			name, _, _ := strings.Cut(id[i+1:], "/")
			if above := p.regions[id[:i]]; above != nil && slices.Contains(above.names, name) {
				return true
			}
		}
	}
	return false
}
