package typeset

import (
	"io/fs"
	"reflect"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"tonggao/generator/testkit"
)

// TestPackedFacesMeasureAsWholeOnes opens this program's faces as far as texts need, and whole:
// they measure the same, and then draw the same.
func TestPackedFacesMeasureAsWholeOnes(t *testing.T) {
	for _, name := range []string{"fang", "kai", "song-bold", "hei-bold"} {
		file := faceFile(t, name+".ttf")
		want, err := parseFace(file)
		if err != nil {
			t.Fatal(err)
		}
		front, err := unpackFront(testkit.Templates(), "fonts/"+name+".ttf")
		if err != nil || len(front) > len(file)/10 {
			t.Fatalf("%s: %d of %d octets are unpacked, %v", name, len(front), len(file), err)
		}
		got, err := Open(testkit.Templates(), "fonts/"+name+".ttf")
		if err != nil {
			t.Fatal(err)
		}
		one, other := *got, *want
		if one.drawn, other.drawn = nil, nil; !reflect.DeepEqual(one, other) {
			t.Errorf("%s is measured otherwise", name)
		}
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				if err := got.Whole(); err != nil || got.Name() != want.Name() || !slices.Equal(got.File(), file) {
					t.Errorf("%s is not whole: %v", name, err)
				}
			})
		}
		all.Wait()
	}
}

// TestPackedFacesMayBeDamaged holds that a face whose outlines are damaged, or not any more
// what was measured, is told of when it is asked for them, by its name.
func TestPackedFacesMayBeDamaged(t *testing.T) {
	file := packedFile(t, "kai")
	for name, change := range map[string]func(f fstest.MapFS){
		"cut":   func(f fstest.MapFS) { f["kai.ttf.zst"].Data = file[:len(file)/2] },
		"gone":  func(f fstest.MapFS) { delete(f, "kai.ttf.zst") },
		"other": func(f fstest.MapFS) { f["kai.ttf.zst"].Data = packedFile(t, "fang") },
	} {
		files := fstest.MapFS{"kai.ttf.zst": {Data: file}}
		f, err := Open(files, "kai.ttf")
		if err != nil {
			t.Fatal(err)
		}
		change(files)
		if err := NewKit([]*Face{f}, nil, nil).Whole(); err == nil {
			t.Errorf("%s: nothing is wrong", name)
		}
	}
}

func packedFile(t *testing.T, name string) []byte {
	t.Helper()
	file, err := fs.ReadFile(testkit.Templates(), "fonts/"+name+".ttf"+packed)
	if err != nil {
		t.Fatal(err)
	}
	return file
}
