// Package bundle packs what belongs to a notice into one file for a hall that is not on the
// net: pages that lead to each other and not to the site, sheets, calendars, facts, a README
// and a manifest of their own.
//
// It packs files that somebody else has made, and puts none on disk. Begin reading at Bundles.
package bundle

import (
	"crypto/sha256"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"tonggao/generator/describe"
	"tonggao/generator/keys"
	"tonggao/generator/manifest"
	"tonggao/generator/message"
	"tonggao/generator/pack"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// Bundles are those of a plan. They may be made by many goroutines at once.
type Bundles struct {
	files   Files
	plan    *plan.Plan
	program string
	members map[*site.Notice][]int32 // indexes of the plan's outputs: a country has a hundred thousand
	shared  []int32                  // style and script of pages
	packed  sync.Map                 // path of a shared file → func() (loaded, error) that packs it once
}

// Files are what bundles are packed of: a folder, and what is known of it where it is a new
// tree in the making, whose files are all there.
type Files struct {
	fs.FS
	Entry   func(path string) manifest.Entry        // what was noted of a file; nil for a mere folder
	Confirm func(path string, content []byte) error // fails where a file is not what was noted; nil with Entry
	Signer  *manifest.Signer                        // signs the manifests; nil for none
}

// New prepares the bundles of a plan whose other outputs are files. The program is named with
// its version, as in the manifest of the whole.
func New(files Files, p *plan.Plan, program string) *Bundles {
	b := &Bundles{files: files, plan: p, program: program, members: map[*site.Notice][]int32{}}
	facts := map[*site.Region]int32{}
	for i, o := range p.Outputs() {
		switch i := int32(i); {
		case o.Leads != "" || !p.Bundled(int(i)):
		case o.Notice != nil:
			b.members[o.Notice] = append(b.members[o.Notice], i)
		case o.Kind == plan.RegionJSON:
			facts[o.Region] = i
		default:
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

// Key adds to the key of a bundle the hashes of the files that go into it. A mere folder has
// no keys.
func (b *Bundles) Key(o plan.Output, key string) string {
	bench := benches.Get().(*bench)
	defer benches.Put(bench)
	seen := keys.Append(keys.Append(bench.seen[:0], key), b.program)
	for _, i := range b.members[o.Notice] {
		path := b.plan.Path(int(i))
		sum := b.files.Entry(path).SHA256
		seen = append(keys.Append(seen, path), sum[:]...)
	}
	bench.seen = seen
	return keys.Half(seen)
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
	bench := benches.Get().(*bench)
	defer benches.Put(bench)
	files, err := b.gather(n, bench)
	if err != nil {
		return err
	}
	text := b.manifest(n, files)
	files.add(manifest.Name, text)
	if b.files.Signer != nil {
		signature, err := b.files.Signer.Sign(text)
		if err != nil {
			return err
		}
		files.add(manifest.SignatureName, signature)
	}
	z := pack.New(w, n.Latest().On.Start())
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f := files[name]
		if f.path != "" {
			if f.Content, err = b.read(bench, f.path); err != nil {
				return err
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

// A loaded file is one of a bundle, and what its manifest says of it.
type loaded struct {
	pack.File
	path  string // where it is read when its turn comes; empty for one at hand
	entry manifest.Entry
}

func (l load) add(name string, content []byte) {
	l[name] = loaded{File: pack.File{Name: name, Content: content}, entry: entryOf(content)}
}

func entryOf(content []byte) manifest.Entry {
	return manifest.Entry{SHA256: sha256.Sum256(content), Size: int64(len(content))}
}

// manifest is what a bundle says of itself.
func (b *Bundles) manifest(n *site.Notice, files load) []byte {
	m := manifest.Manifest{Program: b.program, Site: b.plan.Site.Name, BaseURL: b.plan.Site.BaseURL, Notices: []manifest.Notice{describe.Notice(n)}}
	entries := make(map[string]manifest.Entry, len(files))
	for name, f := range files {
		entries[name] = f.entry
	}
	m.Files = manifest.FilesOf(entries)
	return m.Encode()
}

// gather finds the files of a bundle. What is said of those of a new tree that go into it as
// they are was found when they were written, so they are read when their turn comes. The others
// are packed at once.
func (b *Bundles) gather(n *site.Notice, bench *bench) (load, error) {
	files, places := make(load, len(b.members[n])+3), b.placesOf(n)
	for _, i := range b.members[n] {
		o := b.plan.Output(int(i))
		name, _ := places.of(o.Path)
		f := loaded{File: pack.File{Name: name}, path: o.Path}
		offline := o.Format == plan.HTML && o.Notice != nil
		var err error
		switch {
		case strings.HasPrefix(o.Path, plan.AssetDir):
			f, err = b.asset(o.Path)
		case b.files.Entry != nil && !offline:
			f.entry = b.files.Entry(o.Path)
		default:
			f, err = b.ready(bench, places, o.Path, name, offline)
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
func (b *Bundles) asset(path string) (loaded, error) {
	once, known := b.packed.Load(path)
	if !known {
		once, _ = b.packed.LoadOrStore(path, sync.OnceValues(func() (loaded, error) {
			return b.ready(new(bench), places{}, path, path, false)
		}))
	}
	return once.(func() (loaded, error))()
}

// ready reads a file, gives a page its other links, and packs it.
func (b *Bundles) ready(bench *bench, in places, path, name string, offline bool) (f loaded, err error) {
	content, err := b.read(bench, path)
	if err != nil {
		return f, err
	}
	if offline {
		bench.page = b.offline(bench.page[:0], in, path, content)
		content = bench.page
	}
	f.entry = entryOf(content)
	f.File, err = pack.Ready(pack.File{Name: name, Content: content})
	return f, err
}

// read reads a file onto a bench.
func (b *Bundles) read(on *bench, path string) ([]byte, error) {
	content, err := on.read(b.files.FS, path)
	if err == nil && b.files.Confirm != nil {
		err = b.files.Confirm(path, content)
	}
	return content, err
}

// A bench holds the file that was read last, the page that was made last, and what the key
// that was made last is of.
type bench struct{ file, page, seen []byte }

// benches are kept: a country has thousands of bundles.
var benches = sync.Pool{New: func() any { return new(bench) }}

// read reads a file, which stays until the next is read.
func (on *bench) read(files fs.FS, name string) ([]byte, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	on.file = slices.Grow(on.file[:0], int(info.Size()))[:info.Size()]
	_, err = io.ReadFull(f, on.file)
	return on.file, err
}
