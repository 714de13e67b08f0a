package testkit

import (
	"io/fs"
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// An Editing is a site that somebody works on, in mistaken ways too.
type Editing struct {
	*rand.Rand
	Files fstest.MapFS

	first   fstest.MapFS
	changed map[string]bool
}

// NewEditing begins to work on some files.
func NewEditing(t testing.TB, r *rand.Rand, files fs.FS) *Editing {
	t.Helper()
	e := &Editing{Rand: r, Files: fstest.MapFS{}}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(files, name)
		e.Files[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	e.first = maps.Clone(e.Files)
	return e
}

// Step makes one edit, or some, and tells what, and the folders in which: a file is
// damaged, taken away, exchanged with another, said otherwise; a folder is moved; or all is
// as it was at first.
func (e *Editing) Step() (what string, changed []string) {
	e.changed = map[string]bool{}
	for range 1 + e.IntN(2) {
		what += e.edit() + "; "
	}
	return what, slices.Sorted(maps.Keys(e.changed))
}

func (e *Editing) any() string {
	names := slices.Sorted(maps.Keys(e.Files))
	return names[e.IntN(len(names))]
}

func (e *Editing) put(name string, data []byte) {
	e.Files[name] = &fstest.MapFile{Data: data}
	e.changed[path.Dir(name)] = true
}

func (e *Editing) drop(name string) {
	delete(e.Files, name)
	e.changed[path.Dir(name)] = true
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) { // a folder without files is none here
		e.changed[path.Dir(dir)] = true
	}
}

func (e *Editing) edit() string {
	name := e.any()
	if len(e.Files) < 3 {
		return "all as it was: " + e.restore()
	}
	switch e.IntN(14) {
	case 0, 1, 2, 3:
		return "all as it was: " + e.restore()
	case 4:
		e.put(name, e.damaged(e.Files[name].Data))
		return "damaged " + name
	case 5:
		e.drop(name)
		return "removed " + name
	case 6:
		other := e.any()
		a, b := e.Files[name].Data, e.Files[other].Data
		e.put(name, b)
		e.put(other, a)
		return "exchanged " + name + " and " + other
	case 7:
		return e.move(path.Dir(name), path.Dir(name)+"-x")
	case 8:
		return e.move(path.Dir(name), path.Join(path.Dir(path.Dir(e.any())), path.Base(path.Dir(name))))
	case 9:
		e.put(path.Join(path.Dir(name), []string{"en.toml", "50-more.md", "notice.toml", "region.toml", "x.txt", ".hidden"}[e.IntN(6)]), e.Files[e.any()].Data)
		return "added beside " + name
	case 10:
		e.put(name, append(slices.Clone(e.Files[name].Data), "\n# 注\n"...))
		return "a comment behind " + name
	}
	if above := e.above(); e.IntN(2) == 0 {
		name = above[e.IntN(len(above))]
	}
	parts := strings.Split(string(e.Files[name].Data), `= "`)
	if len(parts) < 2 {
		return "nothing"
	}
	at := 1 + e.IntN(len(parts)-1)
	e.put(name, []byte(strings.Join(parts[:at], `= "`)+`= "新`+strings.Join(parts[at:], `= "`)))
	return "another word in " + name
}

// above are the files from which all regions take over.
func (e *Editing) above() []string {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(e.Files)), func(name string) bool { return strings.Contains(name, "/") })
	if len(names) == 0 {
		return []string{e.any()}
	}
	return names
}

// restore brings files back as they first were, and now and then takes away all others.
func (e *Editing) restore() string {
	if e.IntN(2) == 0 {
		for name := range maps.Clone(e.Files) {
			if e.first[name] == nil {
				e.drop(name)
			}
		}
	}
	for name, file := range e.first {
		if e.Files[name] == nil || string(e.Files[name].Data) != string(file.Data) {
			e.put(name, file.Data)
			e.tell(name)
		}
	}
	return "mended"
}

// tell tells of the folders above, which may be new.
func (e *Editing) tell(name string) {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		e.changed[path.Dir(dir)] = true
	}
}

func (e *Editing) damaged(data []byte) []byte {
	if len(data) == 0 {
		return []byte("x")
	}
	at := e.IntN(len(data))
	switch e.IntN(3) {
	case 0:
		return data[:at]
	case 1:
		return slices.Delete(slices.Clone(data), at, at+1)
	}
	return slices.Insert(slices.Clone(data), at, []byte("\n[nothing]\n")...)
}

// move gives a folder, with all in it, another name.
func (e *Editing) move(from, to string) string {
	if from == "." || from == to || strings.HasPrefix(to, from+"/") {
		return "nothing"
	}
	for name, file := range maps.Clone(e.Files) {
		if rest, inside := strings.CutPrefix(name, from+"/"); inside {
			e.drop(name)
			e.put(path.Join(to, rest), file.Data)
			e.tell(path.Join(to, rest))
		}
	}
	return "moved " + from + " to " + to
}
