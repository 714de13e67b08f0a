// Package source makes of what authors wrote, an fs.FS of TOML and Markdown, a
// site.Site. It finds every mistake of every file in one run and reports it with
// file, line and column; a Site is returned only when there is none.
//
// The way of a file: package folders reads it, toml.Merge says what it inherits; then one
// function for each noun of package site, from build.go on: notice.go, milestone.go,
// moment.go and those beside them. What is wrong here is what keeps a site from being
// made: a key that is missing, a name that nobody has, a time that cannot be. What a
// careful colleague would say of files that can be read is package advice's; source
// hands over each notice and the site, and puts all problems in order.
//
// Where each value was written (package origin) is read the same way. Begin with Read, then
// build.go.
package source

import (
	"cmp"
	"io/fs"
	"slices"

	"tonggao/generator/folders"
	"tonggao/generator/origin"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// Root is the name under which positions show the folder that is read.
const Root = folders.Root

// Read reads a regions folder. The site is nil when a problem is an error. The
// error is the machine's: a file that cannot be read.
func Read(fsys fs.FS) (*site.Site, problem.List, error) { return (&Memory{}).Read(fsys, nil) }

// A Memory keeps what was read, and what was made of it, for the next time that the same
// folder is read: what did not change is made again neither. Nobody changes a Site that
// came of it. The zero Memory remembers nothing.
type Memory struct {
	root *folders.Folder
	head *head
	tops map[string]*top // by id
}

// Read reads a regions folder as Read does, and so exactly: what is remembered is what would
// be made anew. It looks at the folders that may have changed since it last did, named from
// regions/ on, with all below them; nil stands for all.
func (m *Memory) Read(fsys fs.FS, changed []string) (*site.Site, problem.List, error) {
	root, err := folders.Read(fsys, m.root, changed)
	if err != nil {
		return nil, nil, err
	}
	m.root = root
	r := &reader{Found: *root.Found(), gate: gate{}}
	s := r.site(root, m)
	r.Problems = append(r.Problems, r.Colleague.Site(s)...)
	problems := r.gate.open(r.Problems).Sorted()
	if problems.Failed() {
		return nil, problems, nil
	}
	return s, problems, nil
}

// Holds reports whether a folder is as it was when it was last read.
func (m *Memory) Holds(fsys fs.FS) bool {
	if m.root == nil {
		return false
	}
	root, err := folders.Read(fsys, m.root, nil)
	return err == nil && root == m.root
}

// A reader makes a site, or a part of one.
type reader struct {
	folders.Found
	gate    gate
	origins *origin.Origins      // nil unless they are asked for
	claims  []claim              // former names
	lines   map[*toml.Node]*line // see noticeBuilder.line
	history int                  // days after its last time from which a notice is history
}

func sortNotices(notices []*site.Notice) {
	slices.SortStableFunc(notices, func(a, b *site.Notice) int { return cmp.Or(b.Issued.Compare(a.Issued), cmp.Compare(a.ID, b.ID)) })
}

// Ignored reports, by the name of a file or folder, what editors and file managers leave
// lying about; no reading heeds it.
func Ignored(base string) bool { return folders.Ignored(base) }
