package plan

import (
	"iter"
	"slices"
	"strings"

	"tonggao/generator/site"
)

// At returns the output of a path, and false where there is none.
func (p *Plan) At(path string) (Output, bool) {
	o, planned := p.atOwn(path)
	for part := range p.owners(path) {
		if planned {
			break
		}
		o, planned = part.atOwn(path)
	}
	if !planned || len(p.formats) > 0 && !slices.Contains(p.formats, o.Format) {
		return Output{}, false
	}
	return o, true
}

func (p *Plan) atOwn(path string) (Output, bool) {
	i, planned := p.places[path]
	if !planned {
		return Output{}, false
	}
	return p.own[i], true
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

// place keeps where outputs of a part stand, or those of the site itself, with what
// stands at former addresses.
func (p *Plan) place(outputs []Output) {
	p.own, p.places = slices.Concat(outputs, p.former), make(map[string]int32, len(outputs)+len(p.former))
	for i := range p.own {
		if _, taken := p.places[p.own[i].Path]; taken {
			p.doubtful = true
			continue
		}
		p.places[p.own[i].Path] = int32(i)
	}
}

// enclose keeps whether a region's outputs stand in its folder, and by which names: no two
// regions can have the same then, unless one lies in the other, by a name that is among
// these.
func (p *Plan) enclose(r *site.Region) {
	p.names = map[string]bool{}
	for i := range p.Outputs {
		rest, in := strings.CutPrefix(p.plain(p.Outputs[i].Path), r.ID+"/")
		name, _, _ := strings.Cut(rest, "/")
		p.names[name] = true
		p.doubtful = p.doubtful || !in
	}
	p.doubtful = p.doubtful || len(p.former) > 0
}

// mayClash reports whether two outputs can share a path. Where it is false, which nearly
// always it is, not all paths need be held against each other.
func (p *Plan) mayClash(own []Output, parts []*Plan) bool {
	if slices.ContainsFunc(parts, func(part *Plan) bool { return part.doubtful }) {
		return true
	}
	names, seen := map[string]bool{}, map[string]bool{}
	for _, lang := range p.Site.Languages {
		names[strings.TrimSuffix(In(lang, ""), "/")] = true
	}
	for _, o := range own {
		name, _, _ := strings.Cut(o.Path, "/")
		plain, _, _ := strings.Cut(p.plain(o.Path), "/")
		names[name], names[plain] = true, true
		if seen[o.Path] {
			return true
		}
		seen[o.Path] = true
	}
	for id := range p.regions {
		first, _, _ := strings.Cut(id, "/")
		if names[first] {
			return true
		}
		for i := strings.LastIndexByte(id, '/'); i > 0; i = strings.LastIndexByte(id[:i], '/') {
			name, _, _ := strings.Cut(id[i+1:], "/")
			if above := p.regions[id[:i]]; above != nil && above.names[name] {
				return true
			}
		}
	}
	return false
}
