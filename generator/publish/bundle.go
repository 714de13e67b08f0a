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
	for i, o := range p.Outputs() {
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
		path := b.plan.Output(int(i)).Path
		seen = append(seen, path, b.stage.files[path].digest())
	}
	return keys.Of(seen...)
}

// Write packs the bundle of a notice. The same files make the same bytes: names
// are sorted and every time is the day of the newest revision.
func (b *Bundles) Write(w io.Writer, o plan.Output) error {
	if err := b.write(w, o.Notice); err != nil {
		return message.Errorf("write %s: %w", o.Path, err)
	}
	return nil
}

func (b *Bundles) write(w io.Writer, n *site.Notice) error {
	shelf := shelves.Get().(*shelf)
	defer shelves.Put(shelf)
	shelf.files = shelf.files[:0]
	files, err := b.gather(n, shelf)
	if err != nil {
		return err
	}
	text := b.manifest(n, files)
	files.add(manifest.Name, text)
	if b.stage != nil && b.stage.signer != nil {
		signature, err := b.stage.signer.Sign(text)
		if err != nil {
			return err
		}
		files.add(manifest.SignatureName, signature)
	}
	z := pack.New(w, n.Latest().On.Start())
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f := files[name]
		if f.path != "" {
			if shelf.one, err = appendFile(shelf.one[:0], b.files, f.path); err != nil {
				return err
			}
			if f.Content = shelf.one; int64(len(f.Content)) != f.entry.Size {
				return errChanged
			}
		}
		if err := z.Add(f.File); err != nil {
			return err
		}
	}
	return z.Close()
}

// A load is the files of a bundle, by their names in it.
type load map[string]loaded

// A loaded file is one of a bundle. Its content is read when it is packed where what is said of
// it is known without.
type loaded struct {
	pack.File
	path  string         // where its content is read; empty for one at hand
	entry manifest.Entry // without a sum where that is to be taken
}

func (l load) add(name string, content []byte) {
	l[name] = loaded{File: pack.File{Name: name, Content: content}}
}

// manifest is what a bundle says of itself.
func (b *Bundles) manifest(n *site.Notice, files load) []byte {
	m := manifest.Manifest{Program: b.program, Site: b.plan.Site.Name, BaseURL: b.plan.Site.BaseURL, Notices: []manifest.Notice{describe(n)}, Files: map[string]manifest.Entry{}}
	for name, f := range files {
		if f.entry.SHA256 == "" {
			s := sha256.Sum256(f.Content)
			f.entry = manifest.Entry{SHA256: hex.EncodeToString(s[:]), Size: int64(len(f.Content))}
		}
		m.Files[name] = f.entry
	}
	return m.Encode()
}

// A shelf holds what was read for a bundle: what has to be at hand before anything is
// packed, one behind the other, and the last file besides.
type shelf struct{ files, one []byte }

// shelves are kept: a country has thousands of bundles.
var shelves = sync.Pool{New: func() any { return new(shelf) }}

// gather finds the files of a bundle. What is said of those that are the stage's as they
// are was found when they were written; the others are put onto a shelf.
func (b *Bundles) gather(n *site.Notice, shelf *shelf) (load, error) {
	files := load{}
	for _, i := range b.members[n] {
		o := b.plan.Output(int(i))
		name, _ := b.place(n, o.Path)
		offline := o.Format == plan.HTML && o.Notice != nil
		f := loaded{File: pack.File{Name: name}, path: o.Path}
		if b.stage != nil && !offline {
			f.entry = b.stage.entry(o.Path)
		}
		var err error
		switch {
		case strings.HasPrefix(o.Path, plan.AssetDir):
			f.path = ""
			f.File, err = b.asset(o.Path)
		case f.entry.SHA256 == "":
			f.path = ""
			f.Content, err = b.shelve(shelf, n, o.Path, offline)
		}
		if err != nil {
			return nil, err
		}
		files[name] = f
	}
	files.add("README.txt", []byte(b.readme(n, slices.Sorted(maps.Keys(files)))))
	return files, nil
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
	} else if on.one, err = appendFile(on.one[:0], b.files, path); err == nil {
		on.files = b.offline(on.files, n, path, on.one)
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
