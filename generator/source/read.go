// Package source reads what authors wrote, an fs.FS of TOML and Markdown, into a
// site.Site. It finds every mistake of every file in one run and reports it with
// file, line and column; a Site is returned only when there is none.
//
// The way of a file: folder.go walks the folders; toml.Read (values and their places),
// toml.Check (does the schema allow it), toml.Merge (what does it inherit); then one
// function for each noun of package site, from build.go on: notice.go, milestone.go,
// moment.go and those beside them. What is wrong here is what keeps a file from being
// read: a key that is missing, a name that nobody has, a time that cannot be. What a
// careful colleague would say of files that can be read is package advice's; source
// hands over each file, each notice and the site, and puts all problems in order.
//
// Where each value was written (package origin) is read the same way. Begin with Read, then
// build.go.
package source

import (
	"cmp"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"tonggao/generator/advice"
	"tonggao/generator/origin"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// Root is the name under which positions show the folder that is read.
const Root = "regions"

// Read reads a regions folder. The site is nil when a problem is an error. The
// error is the machine's: a file that cannot be read.
func Read(fsys fs.FS) (*site.Site, problem.List, error) {
	r := &reader{fsys: fsys, gate: gate{}}
	root, err := r.folder(".", 0)
	if err != nil {
		return nil, nil, err
	}
	s := r.site(root)
	r.problems = append(r.problems, r.colleague.Site(s)...)
	problems := r.gate.open(r.problems).Sorted()
	if problems.Failed() {
		return nil, problems, nil
	}
	return s, problems, nil
}

type reader struct {
	fsys      fs.FS
	problems  problem.List
	colleague advice.Colleague
	values    []site.Value
	gate      gate
	origins   *origin.Origins      // nil unless they are asked for
	claims    []claim              // former names
	lines     map[*toml.Node]*line // see noticeBuilder.line
	history   int                  // days after its last time from which a notice is history
}

func (r *reader) at(name string) problem.Position {
	return problem.Position{File: path.Join(Root, name)}
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
	if info.Size() <= 2*toml.MaxOctets {
		return fs.ReadFile(r.fsys, name)
	}
	f, err := r.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, 2*toml.MaxOctets))
}

func (r *reader) facts(name, text string, first int, t *schema.Table) *toml.Node {
	n := toml.Read(path.Join(Root, name), text, first, &r.problems)
	if n == nil {
		return nil
	}
	n.At = r.at(name)
	n.At.Line = first
	n.Value = n.At
	toml.Check(n, t, &r.problems)
	toml.EachText(n, t, r.value)
	r.problems = append(r.problems, r.colleague.Facts(n, t)...)
	return n
}

// value keeps a text of a TOML file that is printed somewhere.
func (r *reader) value(n *toml.Node, k *schema.Key) {
	if slices.Contains(addresses, k.Name) {
		return
	}
	text, _ := n.Scalar.(string)
	at := n.Inside()
	prose.Unmarked(text, at, &r.problems)
	r.values = append(r.values, site.Value{Text: text, At: at})
}

// addresses are the keys whose values are read by programs alone.
var addresses = []string{"url", "report_url", "base_url", "logo"}

func sortNotices(notices []*site.Notice) {
	slices.SortStableFunc(notices, func(a, b *site.Notice) int { return cmp.Or(b.Issued.Compare(a.Issued), cmp.Compare(a.ID, b.ID)) })
}
