package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"tonggao/generator/advice"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/schema"
	"tonggao/generator/toml"
)

// maxFolders bounds how deep regions may lie in one another.
const maxFolders = 8

// A folder is a region's folder, or a notice's, with its files read.
type folder struct {
	name      string     // its path under regions; "." at the top
	facts     *toml.Node // site.toml, region.toml or notice.toml; nil when broken
	fragments []*fragment
	regions   []*folder
	notices   []*folder

	dictionaries []*dictionary // en.toml, zh-hant.toml
}

// A fragment is a Markdown file with its front matter.
type fragment struct {
	base  string // its file name, by which a child replaces it
	front *toml.Node
	prose *prose.Fragment
	times []advice.TypedTime // times that its author typed
	over  *fragment          // the one of a folder above that this one replaces
}

// folder reads a folder and those in it.
func (r *reader) folder(name string, depth int) (*folder, error) {
	entries, err := fs.ReadDir(r.fsys, name)
	if err != nil {
		return nil, err
	}
	f := &folder{name: name}
	if depth > maxFolders {
		r.problems.Add(r.at(name), "move it up", "the folder lies more than %d deep", maxFolders)
		return f, nil
	}
	own, factTable := "region.toml", schema.RegionTable
	if depth == 0 {
		own, factTable = "site.toml", schema.SiteTable
	}
	if has(entries, "notice.toml") && depth > 0 {
		return f, r.notice(f, entries)
	}
	if !has(entries, own) {
		r.problems.Add(r.at(name), message.Say("add %s, or run tonggao new region", own), "the folder has no %s", own)
	}
	if depth == 0 {
		return f, r.apart(f, entries)
	}
	for _, e := range entries {
		if err := r.entry(f, e, own, factTable, depth); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// entry reads one entry of a region's folder.
func (r *reader) entry(f *folder, e fs.DirEntry, own string, t *schema.Table, depth int) error {
	name := path.Join(f.name, e.Name())
	switch {
	case Ignored(e.Name()):
		return nil
	case e.Type()&fs.ModeSymlink != 0:
		r.problems.Add(r.at(name), "copy what it points at", "a symbolic link is not followed")
		return nil
	case e.IsDir():
		return r.below(f, e.Name(), depth)
	case !e.Type().IsRegular():
		r.problems.Add(r.at(name), "move it away", "it is no file that can be read")
		return nil
	case e.Name() == own:
		text, err := r.text(name)
		if err != nil {
			return err
		}
		f.facts = r.facts(name, text, 1, t)
		return nil
	}
	if lang, ok := dictionaryFiles[e.Name()]; ok {
		d, err := r.dictionary(name, lang)
		f.dictionaries = append(f.dictionaries, d)
		return err
	}
	known := []string{own, "en.toml", "zh-hant.toml"}
	if depth > 0 {
		known = append(known, "notice.toml")
	}
	r.problems.Add(r.at(name), problem.DidYouMean(e.Name(), known), "the file is not used")
	return nil
}

// below reads a folder inside a region's folder: a region or a notice.
func (r *reader) below(f *folder, base string, depth int) error {
	name := path.Join(f.name, base)
	if !schema.IsFolder(base) {
		r.problems.Add(r.at(name), "use small letters, digits and hyphens, beginning with a letter or a year: it appears in addresses", "%q is no name for a folder", base)
		return nil
	}
	if schema.IsDevice(base) {
		r.problems.Add(r.at(name), schema.DeviceHint, "%s is the name of a device in Windows", base)
		return nil
	}
	inner, err := r.folder(name, depth+1)
	if err != nil {
		return err
	}
	if inner.isNotice() {
		f.notices = append(f.notices, inner)
	} else {
		f.regions = append(f.regions, inner)
	}
	return nil
}

func (f *folder) isNotice() bool { return f.fragments != nil }

// notice reads a notice's folder: its facts and its fragments in name order.
func (r *reader) notice(f *folder, entries []fs.DirEntry) error {
	f.fragments = []*fragment{}
	for _, e := range entries {
		name := path.Join(f.name, e.Name())
		switch {
		case Ignored(e.Name()):
			continue
		case e.Type()&fs.ModeSymlink != 0:
			r.problems.Add(r.at(name), "copy what it points at", "a symbolic link is not followed")
			continue
		case e.IsDir():
			r.problems.Add(r.at(name), "move it up, beside the notice", "a notice's folder has no folders in it")
			continue
		case !e.Type().IsRegular():
			r.problems.Add(r.at(name), "move it away", "it is no file that can be read")
			continue
		}
		if err := r.noticeFile(f, e.Name()); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) noticeFile(f *folder, base string) error {
	name := path.Join(f.name, base)
	if base != "notice.toml" && path.Ext(base) != ".md" {
		r.problems.Add(r.at(name), "a notice has notice.toml and Markdown files ending in .md", "the file is not used")
		return nil
	}
	if schema.IsDevice(base) {
		r.problems.Add(r.at(name), schema.DeviceHint, "%s is the name of a device in Windows", base)
		return nil
	}
	text, err := r.text(name)
	if err != nil {
		return err
	}
	if base == "notice.toml" {
		f.facts = r.facts(name, text, 1, schema.NoticeTable)
		return nil
	}
	f.fragments = append(f.fragments, r.fragment(name, base, text))
	return nil
}

func has(entries []fs.DirEntry, name string) bool {
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == name && !e.IsDir() })
}

// Ignored reports, by the name of a file or folder, what editors and file managers leave lying about.
func Ignored(base string) bool {
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") || strings.HasSuffix(base, "~") ||
		base == "Thumbs.db" || base == "desktop.ini"
}
