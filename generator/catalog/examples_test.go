package catalog

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"tonggao/generator"
	office "tonggao/generator/document"
	"tonggao/generator/issued"
	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/publish"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// corpus are the tiny sites of the whole program, and those of this room, which meet
// the problems that no other site has.
var corpus = []string{"testdata/*.txtar", "../testdata/*.txtar", "../testdata/sites/*.txtar"}

// A meeting is an archive of the corpus and all that the program says of it.
type meeting struct {
	name     string
	problems problem.List
}

// meetings runs the corpus. testdata/README.md says what an archive can hold.
func meetings(t *testing.T) []meeting {
	t.Helper()
	var all []meeting
	for _, pattern := range corpus {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatal("no test sites ", pattern, err)
		}
		for _, name := range names {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, meeting{strings.TrimPrefix(filepath.ToSlash(name), "../"), met(t, archive)})
		}
	}
	return all
}

// met is what the program says of an archive: of its documents, each by itself, then of
// its site, held against what was published before where it has that.
func met(t *testing.T, archive *txtar.Archive) problem.List {
	t.Helper()
	before, regions, templates := below(archive, "before/"), below(archive, "regions/"), below(archive, "templates/")
	problems := ofDocuments(below(archive, "document/"))
	if len(regions) == 0 {
		return problems
	}
	o := generator.Options{Regions: regions, Look: look.New(over{templates, testkit.Templates()})}
	if len(before) == 0 {
		_, _, more, err := generator.Prepare(o)
		if err != nil {
			t.Fatal(err)
		}
		return append(problems, more...)
	}
	target := generator.Target{Options: publish.Options{Output: filepath.Join(t.TempDir(), "output")}}
	o.Plan.Formats = []plan.Format{plan.HTML, plan.ICS, plan.Data}
	first := o
	first.Regions = before
	if _, wrong, err := generator.Build(context.Background(), first, target); err != nil || wrong.Failed() {
		t.Fatal(err, wrong)
	}
	for name, f := range below(archive, "published/") {
		if err := os.WriteFile(filepath.Join(target.Output, filepath.FromSlash(name)), f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	_, more, err := generator.Build(context.Background(), o, target)
	if err != nil {
		t.Fatal(err)
	}
	for i := range more {
		more[i].Message = strings.ReplaceAll(more[i].Message, target.Output, "output")
		for j, v := range more[i].Wrong.Values {
			if name, is := v.(string); is { // the folder of the test has another name each time
				more[i].Wrong.Values[j] = strings.ReplaceAll(name, target.Output, "output")
			}
		}
	}
	return append(problems, more...)
}

// ofDocuments reads each file of an office; what has words is looked through for damage.
// A folder is a file whose parts it has.
func ofDocuments(files fstest.MapFS) problem.List {
	var all problem.List
	last := ""
	for _, name := range names(files) {
		whole, _, packed := strings.Cut(name, "/")
		switch {
		case !packed:
			all = append(all, ofDocument(name, files[name].Data)...)
		case whole != last:
			all = append(all, ofDocument(whole, zipped(files, whole))...)
			last = whole
		}
	}
	return all
}

func ofDocument(name string, raw []byte) problem.List {
	text, problems := office.Read(name, raw)
	if text != nil {
		_, damage := issued.Read(name, text.Words, site.Vocabulary{}, nil, site.Day{})
		problems = append(problems, damage...)
	}
	return problems
}

// zipped is a folder as the ZIP file that an office keeps its parts in.
func zipped(files fstest.MapFS, folder string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range names(files) {
		if part, in := strings.CutPrefix(name, folder+"/"); in {
			w, err := z.Create(part)
			if err == nil {
				_, err = w.Write(files[name].Data)
			}
			if err != nil {
				panic(err) // memory does not fail
			}
		}
	}
	_ = z.Close()
	return out.Bytes()
}

// below are the files of an archive under a folder, with what stands for bulk and for
// octets in them spelled out, links being links.
func below(archive *txtar.Archive, folder string) fstest.MapFS {
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		name, in := strings.CutPrefix(f.Name, folder)
		if !in {
			continue
		}
		if link, to, is := strings.Cut(name, " -> "); is {
			mode := fs.ModeSymlink
			if to == "device" {
				mode = fs.ModeDevice
			}
			files[link] = &fstest.MapFile{Data: []byte(to), Mode: mode}
			continue
		}
		files[name] = &fstest.MapFile{Data: spelled(f.Data)}
	}
	return files
}

var shorthand = regexp.MustCompile(`⟪(?:(\d+)×((?s:.*?))|hex ([0-9a-f ]+)|U\+([0-9A-F]+))⟫\n?`)

// spelled replaces ⟪3×text⟫ by texttexttext, № in it counting up, ⟪hex 504b⟫ by
// octets and ⟪U+200B⟫ by a character, each with the line end behind the first two.
func spelled(text []byte) []byte {
	return shorthand.ReplaceAllFunc(text, func(found []byte) []byte {
		m := shorthand.FindSubmatch(found)
		switch {
		case m[3] != nil:
			raw, _ := hex.DecodeString(strings.ReplaceAll(string(m[3]), " ", ""))
			return raw
		case m[4] != nil:
			r, _ := strconv.ParseUint(string(m[4]), 16, 32)
			return append([]byte(string(rune(r))), bytes.TrimPrefix(found, m[0][:len(bytes.TrimSuffix(m[0], []byte("\n")))])...)
		}
		n, _ := strconv.Atoi(string(m[1]))
		if !bytes.Contains(m[2], []byte("№")) {
			return bytes.Repeat(m[2], n)
		}
		var out bytes.Buffer
		for i := range n {
			out.WriteString(strings.ReplaceAll(string(m[2]), "№", strconv.Itoa(i+1)))
		}
		return out.Bytes()
	})
}

// over is a file system over another.
type over struct{ upper, lower fs.FS }

func (o over) Open(name string) (fs.File, error) {
	f, err := o.upper.Open(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && isFolder(f) {
		return o.lower.Open(name)
	}
	return f, err
}

func isFolder(f fs.File) bool {
	info, err := f.Stat()
	return err == nil && info.IsDir()
}

// names are those of files, in order.
func names(files fstest.MapFS) []string {
	var all []string
	_ = fs.WalkDir(files, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			all = append(all, path.Clean(name))
		}
		return err
	})
	return all
}
