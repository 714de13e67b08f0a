package testkit

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path"
	"regexp"
	"slices"
	"testing/fstest"
)

var (
	issuedLine = regexp.MustCompile(`(?m)^issued = (.+)$`)
	timeLine   = regexp.MustCompile(`(?m)^at = (.+)\n`)
	withMove   = regexp.MustCompile(`\.move\]`)
)

// CallOff withdraws some of the facts of AnySite that have a time and were not moved,
// as move does: with the time, a day, a reason and a revision. The sentence that cites
// one goes too, as an author would do it.
func CallOff(r *rand.Rand, site fs.FS) fs.FS {
	files := site.(fstest.MapFS)
	var names []string
	for name := range files {
		if path.Base(name) == "notice.toml" {
			names = append(names, name)
		}
	}
	slices.Sort(names) // what is drawn depends on the source alone
	for _, name := range names {
		callOff(r, files, name)
	}
	return files
}

func callOff(r *rand.Rand, files fstest.MapFS, name string) {
	data, text := files[name].Data, path.Dir(name)+"/00-text.md"
	if withMove.Match(data) {
		return // its revision is of another day
	}
	day := issuedLine.FindSubmatch(data)[1]
	var moves []byte
	data = replaceFacts(data, func(id string, table []byte) []byte {
		at := timeLine.FindSubmatch(table)
		if at == nil || r.IntN(100) < 60 {
			return table
		}
		moves = fmt.Appendf(moves, "[[milestone.%s.move]]\nfrom = %s\non = %s\nwhy = \"工程取消\"\n", id, at[1], day)
		cites := regexp.MustCompile(`\n事项见\{\{` + id + `( \w+)?\}\}。\n`)
		files[text] = &fstest.MapFile{Data: cites.ReplaceAll(files[text].Data, nil)}
		return timeLine.ReplaceAll(table, []byte("${0}withdrawn = true\n"))
	})
	if moves == nil {
		return
	}
	moves = fmt.Appendf(moves, "[[revision]]\non = %s\nwhat = \"取消\"\n", day)
	files[name] = &fstest.MapFile{Data: append(data, moves...)}
}

// replaceFacts edits the tables of milestones one by one.
func replaceFacts(data []byte, edit func(id string, table []byte) []byte) []byte {
	tables := bytes.SplitAfter(data, []byte("\n[milestone."))
	for i, table := range tables[1:] {
		id, _, _ := bytes.Cut(table, []byte("]"))
		tables[i+1] = edit(string(id), table)
	}
	return slices.Concat(tables...)
}
