package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"tonggao/generator/keys"
	"tonggao/generator/manifest"
	"tonggao/generator/message"
	"tonggao/generator/pack"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// Bundles pack what belongs to a notice into one file for a hall that is not on
// the net: pages, sheets, calendars, facts, a README and a manifest of their own.
// They are made from the files of the stage when all of these are there, or from
// those of a folder, and may be made by many goroutines at once.
type Bundles struct {
	stage   *Stage // nil for those of a folder, which have no key and no signature
	files   fs.FS
	plan    *plan.Plan
	program string
	members map[*site.Notice][]int32 // indexes of the plan's outputs: a country has a hundred thousand
	shared  []int32                  // style and script of pages
	packed  sync.Map                 // path of a shared file → func() (pack.File, error) that packs it once
}

// NewBundles prepares the bundles of a plan. The program is named with its
// version, as in Describe.
func NewBundles(s *Stage, p *plan.Plan, program string) *Bundles {
	b := BundlesOf(s, p, program)
	b.stage = s
	return b
}

// BundlesOf prepares the bundles of a plan whose other outputs are in a folder.
func BundlesOf(files fs.FS, p *plan.Plan, program string) *Bundles {
	b := &Bundles{files: files, plan: p, program: program, members: map[*site.Notice][]int32{}}
	facts := map[*site.Region]int32{}
	for i, o := range p.Outputs {
		switch i := int32(i); {
		case o.Format == plan.Bundle, o.Leads != "":
		case o.Notice != nil:
			b.members[o.Notice] = append(b.members[o.Notice], i)
		case o.Kind == plan.RegionJSON:
			facts[o.Region] = i
		case strings.HasPrefix(o.Path, plan.AssetDir):
			b.shared = append(b.shared, i)
		}
	}
	for n := range b.members {
		if i, ok := facts[n.Region]; ok {
			b.members[n] = append(b.members[n], i)
		}
		b.members[n] = append(b.members[n], b.shared...)
	}
	return b
}

// Key adds to the key of a bundle the hashes of the files that go into it.
func (b *Bundles) Key(o plan.Output, key string) string {
	seen := []string{key, b.program}
	b.stage.mu.Lock()
	defer b.stage.mu.Unlock()
	for _, i := range b.members[o.Notice] {
		path := b.plan.Outputs[i].Path
		seen = append(seen, path, b.stage.files[path].SHA256)
	}
	return keys.Of(seen...)
}

// Write packs the bundle of a notice. The same files make the same bytes: names
// are sorted and every time is the day of the newest revision.
func (b *Bundles) Write(w io.Writer, o plan.Output) error {
	shelf := shelves.Get().(*shelf)
	defer shelves.Put(shelf)
	shelf.files = shelf.files[:0]
	files, entries, err := b.gather(o.Notice, shelf)
	if err != nil {
		return message.Errorf("write %s: %w", o.Path, err)
	}
	m := manifest.Manifest{Program: b.program, Site: b.plan.Site.Name, BaseURL: b.plan.Site.BaseURL, Notices: []manifest.Notice{describe(o.Notice)}, Files: entries}
	for name, f := range files {
		if e := entries[name]; e.SHA256 == "" || e.Size != int64(len(f.Content)) {
			s := sha256.Sum256(f.Content)
			entries[name] = manifest.Entry{SHA256: hex.EncodeToString(s[:]), Size: int64(len(f.Content))}
		}
	}
	text := m.Encode()
	files.add(manifest.Name, text)
	if b.stage != nil && b.stage.signer != nil {
		signature, err := b.stage.signer.Sign(text)
		if err != nil {
			return err
		}
		files.add(manifest.SignatureName, signature)
	}
	if err := pack.Write(w, files.sorted(), o.Notice.Latest().On.Start()); err != nil {
		return message.Errorf("write %s: %w", o.Path, err)
	}
	return nil
}

// A load is the files of a bundle, by their names in it.
type load map[string]pack.File

func (l load) add(name string, content []byte) { l[name] = pack.File{Name: name, Content: content} }

// sorted lists files by name.
func (l load) sorted() []pack.File {
	list := make([]pack.File, 0, len(l))
	for _, name := range slices.Sorted(maps.Keys(l)) {
		list = append(list, l[name])
	}
	return list
}

// A shelf holds what was read for a bundle: the files that go into it, one behind the
// other, and the last page as it was before its links were changed.
type shelf struct{ files, page []byte }

// shelves are kept: a bundle has some megabytes, and a country thousands of bundles.
var shelves = sync.Pool{New: func() any { return new(shelf) }}

// gather reads the files of a bundle onto a shelf, and tells of
// those that are the stage's as they are what was found when they were written.
func (b *Bundles) gather(n *site.Notice, shelf *shelf) (load, map[string]manifest.Entry, error) {
	files, entries := load{}, map[string]manifest.Entry{}
	for _, i := range b.members[n] {
		o := &b.plan.Outputs[i]
		name, _ := b.place(n, o.Path)
		offline := o.Format == plan.HTML && o.Notice != nil
		if b.stage != nil && !offline {
			entries[name] = b.stage.entry(o.Path)
		}
		if strings.HasPrefix(o.Path, plan.AssetDir) {
			f, err := b.asset(o.Path)
			if err != nil {
				return nil, nil, err
			}
			files[name] = f
			continue
		}
		content, err := b.shelve(shelf, n, o.Path, offline)
		if err != nil {
			return nil, nil, err
		}
		files.add(name, content)
	}
	names := slices.Sorted(maps.Keys(files))
	files.add("README.txt", []byte(b.readme(n, names)))
	return files, entries, nil
}

// asset is a file that all bundles have, at one place.
func (b *Bundles) asset(path string) (pack.File, error) {
	once, known := b.packed.Load(path)
	if !known {
		once, _ = b.packed.LoadOrStore(path, sync.OnceValues(func() (pack.File, error) {
			content, err := fs.ReadFile(b.files, path)
			if err != nil {
				return pack.File{}, err
			}
			return pack.Ready(pack.File{Name: path, Content: content})
		}))
	}
	return once.(func() (pack.File, error))()
}

// shelve puts a file behind those on a shelf, a page with other links.
func (b *Bundles) shelve(on *shelf, n *site.Notice, path string, offline bool) (_ []byte, err error) {
	from := len(on.files)
	if !offline {
		on.files, err = appendFile(on.files, b.files, path)
	} else if on.page, err = appendFile(on.page[:0], b.files, path); err == nil {
		on.files = b.offline(on.files, n, path, on.page)
	}
	return on.files[from:len(on.files):len(on.files)], err
}

// appendFile reads a file behind what was read before.
func appendFile(to []byte, files fs.FS, name string) ([]byte, error) {
	f, err := files.Open(name)
	if err != nil {
		return to, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return to, err
	}
	from := len(to)
	to = slices.Grow(to, int(info.Size()))[:from+int(info.Size())]
	_, err = io.ReadFull(f, to[from:])
	return to, err
}

// place returns the name in a bundle of a published file, and false for one that
// is not part of it. The notice's folder becomes the top of the bundle.
func (b *Bundles) place(n *site.Notice, path string) (string, bool) {
	switch path {
	case plan.RegionDir(n.Region) + "notices.json":
		return "notices.json", true
	}
	if strings.HasPrefix(path, plan.AssetDir) {
		return path, true
	}
	for _, lang := range b.plan.Site.Languages {
		if rest, ok := strings.CutPrefix(path, plan.In(lang, plan.NoticeDir(n))); ok && rest != "bundle.zip" {
			return plan.In(lang, rest), true
		}
	}
	return "", false
}
