// Package keys tells outputs of a build from each other without making them: a key is the
// hash of all that an output could see, and what has its key need not be made again.
//
// It reads authors' files only to hash them, and knows no published folder: publish takes
// over what has its key. Begin reading at Keys.
package keys

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// Keys tell whether an output can be taken over from an earlier build: two
// outputs of one path with one key have the same bytes. A key is the hash of
// everything that the output could see, by these rules, each on the safe side:
//
//   - Every output sees the program, the options of the build, its writer's
//     templates or typefaces, and the files at the top of regions/.
//   - What belongs to a notice sees its region's folder and the folders above it,
//     since facts and fragments are inherited from there and nowhere else, and
//     those of the notice that it is related to.
//   - What belongs to a region sees, besides, all folders below it: its page lists
//     the regions there.
//   - What belongs to the site sees every file; a calendar of the site sees what its head
//     says, and the notices of its events.
//   - Calendars and what belongs to a region see the day of the newest revision of
//     the whole site, which decides what has gone into an archive.
//
// So a comment that an author adds is reason enough to render a notice again, and
// a change in one county leaves every other county's notices alone.
type Keys struct {
	common map[plan.Format]string // what every output of a format sees
	above  map[string]string      // by region id: its folder and those above it
	below  map[string]string      // by region id: all that its own outputs see
	all    string

	// What outputs see that are calendars, and that are not: there are many of each.
	ofSite    [2]string
	ofRegions map[*site.Region]*[2]string
	ofNotices map[*site.Notice]*[2]string
}

// A Common is what all outputs of a build see besides the authors' files.
type Common struct {
	Program string                 // tells this program's code from any other
	Options []string               // those that change what an output says
	Writers map[plan.Format]string // a hash of what a writer brings: templates, typefaces
}

// New makes the keys of a plan from the files that its site was read from.
func New(in *Inputs, p *plan.Plan, c Common) *Keys {
	k := &Keys{common: map[plan.Format]string{}, above: map[string]string{}, below: map[string]string{}, ofRegions: map[*site.Region]*[2]string{}, ofNotices: map[*site.Notice]*[2]string{}}
	own := ownFiles(in, p.Site.Regions)
	for _, f := range append([]plan.Format{""}, plan.Formats...) {
		k.common[f] = sumOf(c.Program, sumOf(c.Options...), c.Writers[f], p.Site.BaseURL, own[""])
	}
	for _, r := range p.Site.Regions { // a parent before its children
		k.above[r.ID] = sumOf(k.parent(r), r.ID, own[r.ID])
	}
	for _, r := range slices.Backward(p.Site.Regions) { // children before their parent
		seen := []string{k.above[r.ID]}
		for _, child := range r.Children {
			seen = append(seen, k.below[child.ID])
		}
		k.below[r.ID] = sumOf(seen...)
	}
	var everything []string
	for _, r := range p.Site.Regions {
		everything = append(everything, k.above[r.ID])
	}
	k.all = sumOf(everything...)
	k.see(p)
	return k
}

// see keeps what outputs see.
func (k *Keys) see(p *plan.Plan) {
	newest := p.Site.Newest().String()
	both := func(seen string) [2]string { return [2]string{seen, sumOf(seen, newest)} }
	k.ofSite = both(k.all)
	for _, r := range p.Site.Regions {
		region := both(sumOf(k.below[r.ID], newest))
		k.ofRegions[r] = &region
		for _, n := range r.Notices {
			notice := both(sumOf(k.above[r.ID], k.related(p.Related(n))))
			k.ofNotices[n] = &notice
		}
	}
}

func (k *Keys) parent(r *site.Region) string {
	if r.Parent == nil {
		return ""
	}
	return k.above[r.Parent.ID]
}

// Of returns the key of an output, in hexadecimal.
func (k *Keys) Of(o plan.Output) string {
	seen := &k.ofSite
	switch {
	case o.Notice != nil:
		seen = k.ofNotices[o.Notice]
	case o.Region != nil:
		seen = k.ofRegions[o.Region]
	}
	return Of(k.common[o.Format], o.Path, string(o.Kind), string(o.Language), seen[calendar(o)])
}

// OfEvents returns the key of a calendar of the site, in hexadecimal. An event has the
// words that it has in its notice's own calendar.
func (k *Keys) OfEvents(o plan.Output, head []byte, events []*site.Milestone) string {
	list := make([]byte, 0, 64*len(events))
	for _, m := range events {
		list = Append(Append(list, k.ofNotices[m.Notice][1]), m.ID)
	}
	return Of(k.common[o.Format], o.Path, string(o.Kind), string(head), sumOf(string(list)))
}

// calendar is 1 for a calendar, else 0.
func calendar(o plan.Output) int {
	if o.Format == plan.ICS {
		return 1
	}
	return 0
}

// related is what is seen of the earlier notice that a notice names, nil for none.
func (k *Keys) related(earlier *site.Notice) string {
	if earlier == nil {
		return ""
	}
	return k.above[earlier.Region.ID]
}

// ownFiles hashes, for each region, the files that were read from its folder and
// from the folders of its notices; under "" stand those above all regions.
func ownFiles(in *Inputs, regions []*site.Region) map[string]string {
	in.mu.Lock()
	defer in.mu.Unlock()
	known := make(map[string]string, len(regions))
	for _, r := range regions {
		known[r.ID] = ""
	}
	files := map[string][]string{}
	for _, name := range slices.Sorted(maps.Keys(in.sums)) {
		id, s := owner(path.Dir(name), known), in.sums[name]
		files[id] = append(files[id], name, string(s[:]))
	}
	for id, list := range files {
		known[id] = sumOf(list...)
	}
	return known
}

// owner returns the region that a folder belongs to: itself or the nearest one
// above it, "" when there is none.
func owner(dir string, regions map[string]string) string {
	for dir != "" && dir != "." {
		if _, ok := regions[dir]; ok {
			return dir
		}
		dir = strings.TrimSuffix(path.Dir(dir), ".")
	}
	return ""
}

// sumOf is the SHA-256 of a list of values, each behind its length, so that no
// two different lists look alike.
func sumOf(values ...string) string {
	var room [roomy]byte
	s := sha256.Sum256(appendAll(room[:0], values))
	return string(s[:])
}

// roomy is how many octets most lists have at most: there are hundreds of thousands.
const roomy = 512

func appendAll(list []byte, values []string) []byte {
	for _, v := range values {
		list = Append(list, v)
	}
	return list
}

// Of is the half of a sumOf, in hexadecimal, as it stands in a manifest.
func Of(values ...string) string {
	var room [roomy]byte
	return Half(appendAll(room[:0], values))
}

// Half is half of the SHA-256 of a list, in hexadecimal.
func Half(list []byte) string {
	s := sha256.Sum256(list)
	return hex.EncodeToString(s[:16])
}

// Append adds a text behind its length, so that no two lists look alike.
func Append(list []byte, text string) []byte {
	return append(binary.AppendUvarint(list, uint64(len(text))), text...)
}

// SumFS hashes the files of a tree that are wanted, names and content, in
// hexadecimal.
func SumFS(fsys fs.FS, want func(name string) bool) (string, error) {
	h, one, room := sha256.New(), sha256.New(), make([]byte, 64<<10)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !want(name) {
			return err
		}
		file, err := fsys.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		one.Reset()
		_, err = io.CopyBuffer(one, file, room)
		h.Write([]byte(sumOf(name, string(one.Sum(nil)))))
		return err
	})
	if err != nil {
		return "", message.Errorf("hash the files of a build: %w", err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
