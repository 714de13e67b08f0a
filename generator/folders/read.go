package folders

import (
	"encoding/binary"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/schema"
)

// maxFolders bounds how deep regions may lie in one another.
const maxFolders = 8

// Read reads a regions folder. Of what was read before it looks again at the folders that
// may have changed since, with all below them; nil stands for all. The error is the
// machine's: a file that cannot be read.
func Read(files fs.FS, before *Folder, changed []string) (*Folder, error) {
	w := &walk{changed: changed}
	if before == nil {
		w.changed = nil
	}
	top, err := (&opened{files: files, dir: "."}).folder(".")
	if err != nil {
		return nil, err
	}
	defer top.Close()
	return w.folder(top, ".", 0, before)
}

// A walk goes through the folders.
type walk struct {
	changed []string // nil for all
}

// mayDiffer reports whether something in a folder, or below it, may have changed.
func (w *walk) mayDiffer(name string) bool {
	return w.changed == nil || slices.ContainsFunc(w.changed, func(c string) bool { return inside(c, name) || inside(name, c) })
}

// inside reports whether a folder is another, or stands somewhere in it.
func inside(inner, outer string) bool {
	return outer == "." || inner == outer || strings.HasPrefix(inner, outer+"/")
}

// folder reads a folder and those in it.
func (w *walk) folder(here *opened, name string, depth int, before *Folder) (*Folder, error) {
	entries, err := here.list(name)
	if err != nil {
		return nil, err
	}
	f := &Folder{Name: name, listing: listing(entries)}
	own, factTable := "region.toml", schema.RegionTable
	if depth == 0 {
		own, factTable = "site.toml", schema.SiteTable
	}
	switch {
	case depth > maxFolders:
		f.problems.Add(at(name), "move it up", "the folder lies more than %d deep", maxFolders)
		entries = nil
	case depth > 0 && holds(entries, "notice.toml"):
		f.isNotice, own, factTable = true, "notice.toml", schema.NoticeTable
	case !holds(entries, own):
		f.problems.Add(at(name), lacks(name, own), "the folder has no %s", own)
	}
	if err := w.entries(here, f, entries, depth, before, func(base string) *schema.Table {
		if base == own {
			return factTable
		}
		return nil
	}); err != nil {
		return nil, err
	}
	if before != nil && f.same(before) {
		return before, nil
	}
	return f, nil
}

// A part is what one entry adds to its folder.
type part struct {
	file     *file
	below    *Folder
	problems problem.List
	err      error
}

// entries reads the entries of a folder, those at the top side by side: it is the machine
// that is waited for, and what lies there has nothing to do with what lies beside it.
func (w *walk) entries(here *opened, f *Folder, entries []fs.DirEntry, depth int, before *Folder, table func(string) *schema.Table) error {
	parts := make([]part, len(entries))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, e := range entries {
		read := func() error {
			parts[i] = w.entry(here, f, e, depth, before, table(e.Name()))
			return nil
		}
		if depth == 0 {
			group.Go(read)
		} else if _ = read(); parts[i].err != nil {
			break
		}
	}
	_ = group.Wait() // the first error by name is told, whichever came first
	for _, p := range parts {
		if p.err != nil {
			return p.err
		}
		f.add(p)
	}
	return nil
}

func (f *Folder) add(p part) {
	f.problems = append(f.problems, p.problems...)
	switch {
	case p.below != nil && p.below.isNotice:
		f.Notices = append(f.Notices, p.below)
	case p.below != nil:
		f.Regions = append(f.Regions, p.below)
	case p.file != nil:
		f.files = append(f.files, p.file)
		switch {
		case p.file.fragment != nil:
			f.Fragments = append(f.Fragments, p.file.fragment)
		case p.file.dictionary != nil:
			f.Dictionaries = append(f.Dictionaries, p.file.dictionary)
		default:
			f.Facts = p.file.facts
		}
	}
}

// entry reads one entry of a folder.
func (w *walk) entry(here *opened, f *Folder, e fs.DirEntry, depth int, before *Folder, t *schema.Table) (p part) {
	name := join(f.Name, e.Name())
	switch {
	case Ignored(e.Name()):
	case e.Type()&fs.ModeSymlink != 0:
		p.problems.Add(at(name), "copy what it points at", "a symbolic link is not followed")
	case e.IsDir() && f.isNotice:
		p.problems.Add(at(name), "move it up, beside the notice", "a notice's folder has no folders in it")
	case e.IsDir():
		w.below(&p, here, name, depth, before)
	case !e.Type().IsRegular():
		p.problems.Add(at(name), "move it away", "it is no file that can be read")
	case !utf8.ValidString(e.Name()): // as an archive of another machine may leave it
		p.problems.Add(at(name), "rename it: its name is not in UTF-8", "it is no file that can be read")
	case f.reads(name, t, depth, &p.problems):
		p.file, p.err = w.file(here, name, t, before)
	}
	return p
}

// reads reports whether a file of a folder is one that is read, and says why it is not.
func (f *Folder) reads(name string, t *schema.Table, depth int, problems *problem.List) bool {
	base := path.Base(name)
	_, translates := dictionaryFiles[base]
	meant := intended(base)
	switch {
	case t != nil, !f.isNotice && translates:
		return true
	case meant != "" && (!f.isNotice || meant == "notice.toml" || strings.HasSuffix(meant, ".md")):
		problems.Add(at(name), message.Say("rename it to %s; Windows shows whole names after View, File name extensions", meant), "the file is not used: its whole name is %s", base)
	case !f.isNotice:
		known := []string{"site.toml", "en.toml", "zh-hant.toml"}
		if depth > 0 {
			known = []string{"region.toml", "en.toml", "zh-hant.toml", "notice.toml"}
		}
		problems.Add(at(name), problem.DidYouMean(base, known), "the file is not used")
	case path.Ext(base) != ".md":
		problems.Add(at(name), "a notice has notice.toml and Markdown files ending in .md", "the file is not used")
	case schema.IsDevice(base):
		problems.Add(at(name), schema.DeviceHint, "%s is the name of a device in Windows", base)
	default:
		checkCopy(name, problems)
		return true
	}
	return false
}

// below reads a folder inside a region's folder: a region or a notice.
func (w *walk) below(p *part, here *opened, name string, depth int, before *Folder) {
	base := path.Base(name)
	switch {
	case !schema.IsFolder(base):
		p.problems.Add(at(name), nameHint(base), "%q is no name for a folder", base)
		return
	case schema.IsDevice(base):
		p.problems.Add(at(name), schema.DeviceHint, "%s is the name of a device in Windows", base)
		return
	}
	was := before.folder(name)
	if was != nil && !w.mayDiffer(name) {
		p.below = was
		return
	}
	inner, err := here.folder(base)
	if err != nil {
		p.err = named(err, name)
		return
	}
	defer inner.Close()
	if depth == 0 {
		inner.room = new([]byte) // no file of it is read while another is
	}
	p.below, p.err = w.folder(inner, name, depth+1, was)
}

// folder is one of the folders in a folder that was read before, or nil.
func (f *Folder) folder(name string) *Folder {
	if f == nil {
		return nil
	}
	for _, all := range [][]*Folder{f.Notices, f.Regions} {
		if i, found := slices.BinarySearchFunc(all, name, func(f *Folder, name string) int { return strings.Compare(f.Name, name) }); found {
			return all[i]
		}
	}
	return nil
}

// file reads a file, or takes over what was read of it when it had the same text.
func (w *walk) file(here *opened, name string, t *schema.Table, before *Folder) (*file, error) {
	text, err := here.text(name)
	if err != nil {
		return nil, err
	}
	if before != nil {
		if i := slices.IndexFunc(before.files, func(f *file) bool { return f.base == path.Base(name) }); i >= 0 && before.files[i].text == text {
			return before.files[i], nil
		}
	}
	return parse(at(name).File, text, t), nil
}

// same reports whether nothing in a folder has changed.
func (f *Folder) same(before *Folder) bool {
	return f.listing == before.listing && slices.Equal(f.files, before.files) && slices.Equal(f.Regions, before.Regions) && slices.Equal(f.Notices, before.Notices)
}

// listing tells the entries of a folder from any others, as far as the reading heeds them.
func listing(entries []fs.DirEntry) string {
	var all []byte
	for _, e := range entries {
		if !Ignored(e.Name()) {
			all = append(append(all, e.Name()...), 0)
			all = binary.LittleEndian.AppendUint32(all, uint32(e.Type()))
		}
	}
	return string(all)
}

// lacks says what to do about a folder without its file.
func lacks(name, own string) message.Text {
	if name == "." {
		return message.Say("add %s, or run tonggao new region", own)
	}
	if !strings.Contains(name, "/") {
		return message.Say("add it: tonggao new region %s; what is no region has no place here", name)
	}
	return message.Say("a region: tonggao new region %[1]s; a notice: tonggao new notice %[1]s; what is neither has no place here", name)
}

// holds reports whether a file is there, be it under a name that only seems right.
func holds(entries []fs.DirEntry, name string) bool {
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		return !e.IsDir() && (e.Name() == name || intended(e.Name()) == name)
	})
}

// Ignored reports, by the name of a file or folder, what editors and file managers leave lying about.
func Ignored(base string) bool {
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") || strings.HasSuffix(base, "~") ||
		base == "Thumbs.db" || base == "desktop.ini"
}
