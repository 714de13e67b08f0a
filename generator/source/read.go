// Package source reads what authors wrote, an fs.FS of TOML and Markdown, into a
// site.Site. It finds every mistake of every file in one run and reports it with
// file, line and column; a Site is returned only when there is none.
//
// The way of a file: scan (where is each key), the TOML library (what is its
// value), check (does the schema allow it), merge (what does it inherit), then
// one function for each noun of package site, last what a careful colleague would
// say (lint.go). Only here is the TOML library imported. The rules live here and
// in no room of their own, since half of what they say is said of a key and its
// place, which a Site no longer has; for the same reason Origins is here.
package source

import (
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// Root is the name under which positions show the folder that is read.
const Root = "regions"

// maxFolders bounds how deep regions may lie in one another.
const maxFolders = 8

// Read reads a regions folder. The site is nil when a problem is an error. The
// error is the machine's: a file that cannot be read.
func Read(fsys fs.FS) (*site.Site, problem.List, error) {
	r := &reader{fsys: fsys, family: family{}}
	root, err := r.folder(".", 0)
	if err != nil {
		return nil, nil, err
	}
	s := r.site(root)
	r.lintSite(s)
	problems := r.problems.Sorted()
	if problems.Failed() {
		return nil, problems, nil
	}
	return s, problems, nil
}

type reader struct {
	fsys      fs.FS
	problems  problem.List
	spellings spellings
	family    family
	origins   *Origins // nil unless they are asked for
	related   []relation
}

// A folder is a region's folder, or a notice's, with its files read.
type folder struct {
	name      string // its path under regions; "." at the top
	facts     *node  // site.toml, region.toml or notice.toml; nil when broken
	fragments []*fragment
	regions   []*folder
	notices   []*folder

	dictionaries []*dictionary // en.toml, zh-hant.toml
}

// A fragment is a Markdown file with its front matter.
type fragment struct {
	base  string // its file name, by which a child replaces it
	front *node
	prose *prose.Fragment
	times []typedTime // times that its author typed
	over  *fragment   // the one of a folder above that this one replaces
}

func (r *reader) at(name string) problem.Position {
	return problem.Position{File: path.Join(Root, name)}
}

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
	own, factTable := "region.toml", regionTable
	if depth == 0 {
		own, factTable = "site.toml", siteTable
	}
	if has(entries, "notice.toml") && depth > 0 {
		return f, r.notice(f, entries)
	}
	if !has(entries, own) {
		r.problems.Add(r.at(name), "add "+own+", or run tonggao new region", "the folder has no %s", own)
	}
	for _, e := range entries {
		if err := r.entry(f, e, own, factTable, depth); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// entry reads one entry of a region's folder.
func (r *reader) entry(f *folder, e fs.DirEntry, own string, t *table, depth int) error {
	name := path.Join(f.name, e.Name())
	switch {
	case ignored(e.Name()):
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
	if !identifier.MatchString(base) && !year.MatchString(base) {
		r.problems.Add(r.at(name), "use small letters, digits and hyphens: it appears in addresses", "%q is no name for a folder", base)
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

// year lets a notice's folder begin with its year: 2021-platform.
var year = regexp.MustCompile(`^[0-9]{4}(-[a-z0-9]+)+$`)

func (f *folder) isNotice() bool { return f.fragments != nil }

// notice reads a notice's folder: its facts and its fragments in name order.
func (r *reader) notice(f *folder, entries []fs.DirEntry) error {
	f.fragments = []*fragment{}
	for _, e := range entries {
		name := path.Join(f.name, e.Name())
		switch {
		case ignored(e.Name()):
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
	text, err := r.text(name)
	if err != nil {
		return err
	}
	if base == "notice.toml" {
		f.facts = r.facts(name, text, 1, noticeTable)
		return nil
	}
	f.fragments = append(f.fragments, r.fragment(name, base, text))
	return nil
}

// text reads a file as UTF-8 with plain line ends, without a byte order mark. Of
// one that is too large it reads just enough for the readers of its format to say
// so: a file can be larger than the machine's memory.
func (r *reader) text(name string) (string, error) {
	content, err := r.content(name)
	if err != nil {
		return "", err
	}
	return strings.ReplaceAll(strings.TrimPrefix(string(content), "\ufeff"), "\r\n", "\n"), nil
}

func (r *reader) content(name string) ([]byte, error) {
	info, err := fs.Stat(r.fsys, name)
	if err != nil {
		return nil, err
	}
	if info.Size() <= 2*maxOctets {
		return fs.ReadFile(r.fsys, name)
	}
	f, err := r.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, 2*maxOctets))
}

func (r *reader) facts(name, text string, first int, t *table) *node {
	n := readTOML(path.Join(Root, name), text, first, &r.problems)
	if n == nil {
		return nil
	}
	n.at = r.at(name)
	n.at.Line = first
	n.value = n.at
	check(n, t, &r.problems)
	r.lintFile(n, t)
	return n
}

func has(entries []fs.DirEntry, name string) bool {
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == name && !e.IsDir() })
}

// ignored reports what editors and file managers leave lying about.
func ignored(base string) bool {
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") || strings.HasSuffix(base, "~") ||
		base == "Thumbs.db" || base == "desktop.ini"
}
