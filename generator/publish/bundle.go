package publish

import (
	"bytes"
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
	shelf := shelves.Get().(*bytes.Buffer)
	defer shelves.Put(shelf)
	shelf.Reset()
	files, entries, err := b.gather(o.Notice, shelf)
	if err != nil {
		return message.Errorf("write %s: %w", o.Path, err)
	}
	m := manifest.Manifest{Program: b.program, Site: b.plan.Site.Name, BaseURL: b.plan.Site.BaseURL, Notices: []manifest.Notice{describe(o.Notice)}, Files: entries}
	for name, content := range files {
		if e := entries[name]; e.SHA256 == "" || e.Size != int64(len(content)) {
			s := sha256.Sum256(content)
			entries[name] = manifest.Entry{SHA256: hex.EncodeToString(s[:]), Size: int64(len(content))}
		}
	}
	text := m.Encode()
	files[manifest.Name] = text
	if b.stage != nil && b.stage.signer != nil {
		if files[manifest.SignatureName], err = b.stage.signer.Sign(text); err != nil {
			return err
		}
	}
	if err := pack.Write(w, sorted(files), o.Notice.Latest().On.Start()); err != nil {
		return message.Errorf("write %s: %w", o.Path, err)
	}
	return nil
}

// sorted lists files by name.
func sorted(files map[string][]byte) []pack.File {
	list := make([]pack.File, 0, len(files))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		list = append(list, pack.File{Name: name, Content: files[name]})
	}
	return list
}

// shelves are kept: a bundle has some megabytes, and a country thousands of bundles.
var shelves = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// gather reads the files of a bundle onto a shelf, by their names in it, and tells of
// those that are the stage's as they are what was found when they were written.
func (b *Bundles) gather(n *site.Notice, shelf *bytes.Buffer) (map[string][]byte, map[string]manifest.Entry, error) {
	files, entries := map[string][]byte{}, map[string]manifest.Entry{}
	for _, i := range b.members[n] {
		o := &b.plan.Outputs[i]
		content, err := shelve(shelf, b.files, o.Path)
		if err != nil {
			return nil, nil, err
		}
		name, _ := b.place(n, o.Path)
		switch {
		case o.Format == plan.HTML && o.Notice != nil:
			content = b.offline(n, o.Path, content)
		case b.stage != nil:
			entries[name] = b.stage.entry(o.Path)
		}
		files[name] = content
	}
	names := slices.Sorted(maps.Keys(files))
	files["README.txt"] = []byte(b.readme(n, names))
	return files, entries, nil
}

// shelve reads a file behind those on a shelf.
func shelve(shelf *bytes.Buffer, files fs.FS, name string) ([]byte, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	from := shelf.Len()
	_, err = shelf.ReadFrom(f)
	return shelf.Bytes()[from:shelf.Len():shelf.Len()], err
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
