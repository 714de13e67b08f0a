package publish

import (
	"crypto/sha256"
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
	packed  sync.Map                 // path of a shared file → func() (loaded, error) that packs it once
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
	bench := benches.Get().(*bench)
	defer benches.Put(bench)
	seen := keys.Append(keys.Append(bench.seen[:0], key), b.program)
	for _, i := range b.members[o.Notice] {
		path := b.plan.Path(int(i))
		file, _ := b.stage.of(path)
		seen = append(keys.Append(seen, path), file.SHA256[:]...)
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
	m := manifest.Manifest{Program: b.program, Site: b.plan.Site.Name, BaseURL: b.plan.Site.BaseURL, Notices: []manifest.Notice{describe(n)}}
	entries := make(map[string]manifest.Entry, len(files))
	for name, f := range files {
		entries[name] = f.entry
	}
	m.Files = manifest.FilesOf(entries)
	return m.Encode()
}

// gather finds the files of a bundle. What is said of those that are the stage's as they
// are was found when they were written, so they are read when their turn comes. The others
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
		case b.stage != nil && !offline:
			f.entry = b.stage.entry(o.Path)
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

// read reads a file onto a bench. One that is taken over is still where it was published, and
// somebody may have written into it since it was found good.
func (b *Bundles) read(on *bench, path string) ([]byte, error) {
	content, err := on.read(b.files, path)
	if err != nil || b.stage == nil {
		return content, err
	}
	file, has := b.stage.of(path)
	if has && (int64(len(content)) != file.Size || file.from > 0 && sha256.Sum256(content) != file.SHA256) {
		return nil, b.stage.spoilt(path, errChanged)
	}
	return content, nil
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

// Places are the names that published files have in the bundle of a notice, whose folder
// becomes the top.
type places struct {
	facts string // of the region
	tops  []top
}

// A top is a language's folder in a bundle, and the folder of the notice that it comes from.
type top struct{ name, from string }

func (b *Bundles) placesOf(n *site.Notice) places {
	p := places{facts: plan.RegionFacts(n.Region)}
	for _, lang := range b.plan.Site.Languages {
		p.tops = append(p.tops, top{plan.In(lang, ""), plan.In(lang, plan.NoticeDir(n))})
	}
	return p
}

// of returns the name in the bundle of a published file, and false for one that is not part
// of it.
func (p places) of(path string) (string, bool) {
	if path == p.facts {
		return "notices.json", true
	}
	if strings.HasPrefix(path, plan.AssetDir) {
		return path, true
	}
	for _, t := range p.tops {
		if rest, ok := strings.CutPrefix(path, t.from); ok && rest != "bundle.zip" {
			return t.name + rest, true
		}
	}
	return "", false
}
