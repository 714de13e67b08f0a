package blank

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// A Place is what stands in the regions folder before something is added.
type Place struct {
	Files fs.FS
	Site  *site.Site // empty for a new folder
}

// Has reports whether a file is there.
func (p Place) Has(name string) bool {
	_, err := fs.Stat(p.Files, name)
	return err == nil
}

// Begin returns the files that a region needs: its own, those of the regions above that
// are missing, and the settings of a new site. Its region above, and its issuer where it
// says none, are taken from the place. A missing region above that looks like a slip for
// one that is there is an error, and so is a path that leads out of the folder.
func (p Place) Begin(r Region) ([]File, error) {
	if !fs.ValidPath(r.ID) || r.ID == "." {
		return nil, message.Errorf("%q is no place below the folder of regions: write its path from there, such as jiangsu/suzhou", r.ID)
	}
	var files []File
	if !p.Has("site.toml") {
		files = append(files, Site())
	}
	for _, above := range upward(path.Dir(r.ID)) {
		if p.Has(above + "/region.toml") {
			continue
		}
		if near := problem.Nearest(path.Base(above), p.neighbours(above)); near != "" {
			return nil, message.Errorf("there is no region %s; did you mean %s? If not: tonggao new region %s", above, path.Join(path.Dir(above), near), above)
		}
		files = append(files, Region{ID: above, Above: p.above(above)}.File())
	}
	r.Above = p.above(r.ID)
	if r.Issuer == "" {
		r.Issuer = IssuerOf(r.Name, p.nearest(r.ID))
	}
	return append(files, r.File()), nil
}

// upward lists a folder and those above it, the topmost first.
func upward(dir string) []string {
	var all []string
	for ; dir != "."; dir = path.Dir(dir) {
		all = append(all, dir)
	}
	slices.Reverse(all)
	return all
}

// above is the region above a folder, nil at the top or where it is missing too.
func (p Place) above(id string) *site.Region { return p.Site.Region(path.Dir(id)) }

// neighbours are the names of the folders beside a region's.
func (p Place) neighbours(id string) []string {
	var names []string
	for _, r := range p.Site.Regions {
		if path.Dir(r.ID) == path.Dir(id) {
			names = append(names, path.Base(r.ID))
		}
	}
	return names
}

// nearest lists the regions by how near they are: above, beside, anywhere.
func (p Place) nearest(id string) []*site.Region {
	near := slices.Clone(p.Site.Regions)
	slices.SortStableFunc(near, func(a, b *site.Region) int { return shared(b.ID, id) - shared(a.ID, id) })
	return near
}

// shared is how many folders two paths begin with alike.
func shared(a, b string) int {
	n := 0
	x, y := strings.Split(a, "/"), strings.Split(b, "/")
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n
}
