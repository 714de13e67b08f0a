// Package folders reads regions/ as it lies there: folders of regions and of notices, each
// file in it parsed and held against its schema. It says what is wrong with a file by
// itself, or with a name, and knows nothing of what a folder inherits, which is source's.
//
// A folder that was read before is read again for what has changed since: a file whose text
// is the same stays the same value, and so does a folder of which everything is the same, so
// that whoever made something of it can keep that. What was read is not changed by whoever
// uses it.
//
// Begin reading at Read.
package folders

import (
	"strings"

	"tonggao/generator/advice"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// Root is the name under which positions show the folder that is read.
const Root = "regions"

// A Folder is a region's folder, or a notice's, with its files read.
type Folder struct {
	Name         string     // its path under regions; "." at the top
	Facts        *toml.Node // site.toml, region.toml or notice.toml; nil when broken
	Fragments    []*Fragment
	Regions      []*Folder
	Notices      []*Folder
	Dictionaries []*Dictionary // en.toml, zh-hant.toml

	isNotice bool
	listing  string // its entries
	files    []*file
	problems problem.List // of its name and its entries
}

// A Fragment is a Markdown file with its front matter.
type Fragment struct {
	Base  string // its file name, by which a child replaces it
	Front *toml.Node
	Prose *prose.Fragment
	Times []advice.TypedTime // times that its author typed
}

// A Dictionary is a file of translations.
type Dictionary struct {
	Language site.Language
	Words    site.Dictionary
	At       map[string]problem.Position // of each entry
}

// A file is one file, read.
type file struct {
	base, text string
	facts      *toml.Node
	fragment   *Fragment
	dictionary *Dictionary
	found      Found
}

// Found is what there is to say of files, besides their content.
type Found struct {
	Problems  problem.List
	Values    []site.Value // texts of TOML files that are printed somewhere
	Colleague advice.Colleague
}

// Add takes over what was found elsewhere.
func (f *Found) Add(other *Found) {
	f.Problems = append(f.Problems, other.Problems...)
	f.Values = append(f.Values, other.Values...)
	f.Colleague.Join(&other.Colleague)
}

// Found is what was found in a folder and in all below it.
func (f *Folder) Found() *Found {
	values, problems := 0, 0
	f.each(func(one *Folder) {
		problems += len(one.problems)
		for _, file := range one.files {
			values, problems = values+len(file.found.Values), problems+len(file.found.Problems)
		}
	})
	all := &Found{Values: make([]site.Value, 0, values), Problems: make(problem.List, 0, problems)}
	f.each(func(one *Folder) {
		all.Problems = append(all.Problems, one.problems...)
		for _, file := range one.files {
			all.Add(&file.found)
		}
	})
	return all
}

func (f *Folder) each(do func(*Folder)) {
	do(f)
	for _, all := range [][]*Folder{f.Notices, f.Regions} {
		for _, below := range all {
			below.each(do)
		}
	}
}

// at is the position of a file or folder as a whole.
func at(name string) problem.Position {
	if name == "." {
		return problem.Position{File: Root}
	}
	return problem.Position{File: Root + "/" + name}
}

// join is the name of what lies in a folder.
func join(folder, base string) string {
	if folder == "." {
		return base
	}
	return folder + "/" + base
}

// ID is the fragment's name in anchors and placeholders: 10-guide.md is guide.
func (f *Fragment) ID() string {
	name := strings.TrimSuffix(f.Base, ".md")
	id, ordered := strings.CutPrefix(strings.TrimLeft(name, "0123456789"), "-")
	if ordered && name[0] != '-' {
		return id
	}
	return name
}
