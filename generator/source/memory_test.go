package source

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"reflect"
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
		random := rand.New(rand.NewPCG(seed, 21))
		e := testkit.NewEditing(t, random, []fs.FS{testkit.Regions(), testkit.Nation(14), testkit.AnySite(random)}[seed%3])
		m := &Memory{}
		for step := range 50 {
			what, changed := e.Step()
			if e.IntN(3) == 0 {
				changed = nil
			}
			have, told, err := m.Read(maps.Clone(e.Files), changed)
			want, said, wrong := Read(maps.Clone(e.Files))
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
