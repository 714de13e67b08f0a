package source

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator/testkit"
)

// TestMemoryReadsAsAnew edits sites at random, as authors, editors and file managers do,
// and wants of a reading that remembers the ones before exactly what one says that
// remembers nothing: after a mistake and after it was mended, with files and folders that
// came, went and changed their names, told which folders changed or not.
func TestMemoryReadsAsAnew(t *testing.T) {
	good, bad := 0, 0
	for seed := range uint64(3) {
		e := newEditing(t, seed)
		m := &Memory{}
		for step := range 50 {
			what, changed := e.step()
			if e.IntN(3) == 0 {
				changed = nil
			}
			have, told, err := m.Read(maps.Clone(e.files), changed)
			want, said, wrong := Read(maps.Clone(e.files))
			if fmt.Sprint(err) != fmt.Sprint(wrong) {
				t.Fatalf("seed %d, step %d, %s: %v, anew %v", seed, step, what, err, wrong)
			}
			if fmt.Sprint(told) != fmt.Sprint(said) {
				t.Fatalf("seed %d, step %d, %s:\n%v\nanew\n%v", seed, step, what, told, said)
			}
			if where := differs(have, want); where != "" {
				t.Fatalf("seed %d, step %d, %s: another site than anew: %s", seed, step, what, where)
			}
			if have == nil {
				bad++
			} else {
				good++
			}
		}
	}
	if good < 20 || bad < 20 {
		t.Errorf("%d sites were made and %d refused: that tells little", good, bad)
	}
}

// TestMemoryKeeps holds that one edit leaves what it does not concern as it was: another
// province's regions, and other files of its own.
func TestMemoryKeeps(t *testing.T) {
	files, m := testkit.Nation(120), &Memory{}
	before, _, err := m.Read(files, nil)
	if err != nil || before == nil {
		t.Fatal(err)
	}
	edited := before.Regions[len(before.Regions)-1].ID
	file := edited + "/region.toml"
	files[file] = &fstest.MapFile{Data: append([]byte("other_names = [\"县\"]\n"), files[file].Data...)}
	after, _, err := m.Read(files, []string{edited})
	if err != nil || after == nil {
		t.Fatal(err)
	}
	province, _, _ := strings.Cut(edited, "/")
	for i, r := range after.Regions {
		if same, inside := r == before.Regions[i], r.ID == province || strings.HasPrefix(r.ID, province+"/"); same == inside {
			t.Errorf("%s: kept is %v", r.ID, same)
		}
	}
}

// An editing is a site that somebody works on.
type editing struct {
	*rand.Rand
	files, first fstest.MapFS
	changed      map[string]bool
}

func newEditing(t *testing.T, seed uint64) *editing {
	e := &editing{Rand: rand.New(rand.NewPCG(seed, 21)), files: fstest.MapFS{}}
	switch seed % 3 {
	case 0:
		e.files = testkit.Edited(t, nil)
	case 1:
		e.files = testkit.Nation(14)
	default:
		any := testkit.AnySite(e.Rand)
		testkitFiles(t, any, e.files)
	}
	e.first = maps.Clone(e.files)
	return e
}

func testkitFiles(t *testing.T, from fs.FS, to fstest.MapFS) {
	t.Helper()
	err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(from, name)
		to[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// step makes one edit, or some, and tells what, and the folders in which.
func (e *editing) step() (what string, changed []string) {
	e.changed = map[string]bool{}
	for range 1 + e.IntN(2) {
		what += e.edit() + "; "
	}
	return what, slices.Sorted(maps.Keys(e.changed))
}

func (e *editing) any() string {
	names := slices.Sorted(maps.Keys(e.files))
	return names[e.IntN(len(names))]
}

func (e *editing) put(name string, data []byte) {
	e.files[name] = &fstest.MapFile{Data: data}
	e.changed[path.Dir(name)] = true
}

func (e *editing) drop(name string) {
	delete(e.files, name)
	e.changed[path.Dir(name)] = true
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) { // a folder without files is none here
		e.changed[path.Dir(dir)] = true
	}
}

func (e *editing) edit() string {
	name := e.any()
	if len(e.files) < 3 {
		return "all as it was: " + e.restore()
	}
	switch e.IntN(14) {
	case 0, 1, 2, 3:
		return "all as it was: " + e.restore()
	case 4:
		e.put(name, e.damaged(e.files[name].Data))
		return "damaged " + name
	case 5:
		e.drop(name)
		return "removed " + name
	case 6:
		other := e.any()
		a, b := e.files[name].Data, e.files[other].Data
		e.put(name, b)
		e.put(other, a)
		return "exchanged " + name + " and " + other
	case 7:
		return e.move(path.Dir(name), path.Dir(name)+"-x")
	case 8:
		return e.move(path.Dir(name), path.Join(path.Dir(path.Dir(e.any())), path.Base(path.Dir(name))))
	case 9:
		e.put(path.Join(path.Dir(name), []string{"en.toml", "50-more.md", "notice.toml", "region.toml", "x.txt", ".hidden"}[e.IntN(6)]), e.files[e.any()].Data)
		return "added beside " + name
	case 10:
		e.put(name, append(slices.Clone(e.files[name].Data), "\n# 注\n"...))
		return "a comment behind " + name
	}
	if above := e.above(); e.IntN(2) == 0 {
		name = above[e.IntN(len(above))]
	}
	parts := strings.Split(string(e.files[name].Data), `= "`)
	if len(parts) < 2 {
		return "nothing"
	}
	at := 1 + e.IntN(len(parts)-1)
	e.put(name, []byte(strings.Join(parts[:at], `= "`)+`= "新`+strings.Join(parts[at:], `= "`)))
	return "another word in " + name
}

// above are the files from which all regions take over.
func (e *editing) above() []string {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(e.files)), func(name string) bool { return strings.Contains(name, "/") })
	if len(names) == 0 {
		return []string{e.any()}
	}
	return names
}

// restore brings files back as they first were, and now and then takes away all others.
func (e *editing) restore() string {
	if e.IntN(2) == 0 {
		for name := range maps.Clone(e.files) {
			if e.first[name] == nil {
				e.drop(name)
			}
		}
	}
	for name, file := range e.first {
		if e.files[name] == nil || string(e.files[name].Data) != string(file.Data) {
			e.put(name, file.Data)
			e.drop2(name)
		}
	}
	return "mended"
}

// drop2 tells of the folders above, which may be new.
func (e *editing) drop2(name string) {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		e.changed[path.Dir(dir)] = true
	}
}

func (e *editing) damaged(data []byte) []byte {
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
func (e *editing) move(from, to string) string {
	if from == "." || from == to || strings.HasPrefix(to, from+"/") {
		return "nothing"
	}
	for name, file := range maps.Clone(e.files) {
		if rest, inside := strings.CutPrefix(name, from+"/"); inside {
			e.drop(name)
			e.put(path.Join(to, rest), file.Data)
			e.drop2(path.Join(to, rest))
		}
	}
	return "moved " + from + " to " + to
}

// differs is where two values differ, with all that they point at; "" for nowhere. What is
// computed when it is asked for is left out, and so are maps by address.
func differs(a, b any) string {
	type pair struct{ a, b uintptr }
	seen := map[pair]bool{}
	var walk func(where string, a, b reflect.Value) string
	walk = func(where string, a, b reflect.Value) string {
		if a.IsValid() != b.IsValid() || a.IsValid() && a.Type() != b.Type() {
			return where
		}
		switch a.Kind() {
		case reflect.Invalid, reflect.Func:
			return ""
		case reflect.Pointer, reflect.Map:
			if a.IsNil() || b.IsNil() {
				if a.IsNil() == b.IsNil() {
					return ""
				}
				return where
			}
			if p := (pair{a.Pointer(), b.Pointer()}); seen[p] {
				return ""
			} else {
				seen[p] = true
			}
			if a.Kind() == reflect.Pointer {
				return walk(where, a.Elem(), b.Elem())
			}
			if a.Len() != b.Len() {
				return where
			}
			if a.Type().Key().Kind() == reflect.Pointer {
				return "" // no key of one is in the other
			}
			for _, key := range a.MapKeys() {
				if found := walk(fmt.Sprintf("%s[%v]", where, key), a.MapIndex(key), b.MapIndex(key)); found != "" {
					return found
				}
			}
		case reflect.Interface:
			return walk(where, a.Elem(), b.Elem())
		case reflect.Slice, reflect.Array:
			if a.Len() != b.Len() {
				return where
			}
			for i := range a.Len() {
				if found := walk(fmt.Sprintf("%s[%d]", where, i), a.Index(i), b.Index(i)); found != "" {
					return found
				}
			}
		case reflect.Struct:
			for i := range a.NumField() {
				if found := walk(where+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i)); found != "" {
					return found
				}
			}
		default:
			if !a.Equal(b) {
				return where
			}
		}
		return ""
	}
	return walk("site", reflect.ValueOf(a), reflect.ValueOf(b))
}
