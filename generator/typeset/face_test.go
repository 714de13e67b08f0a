package typeset

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/image/font/sfnt"

	"tonggao/generator/testkit"
)

// faceFile is one of the vendored faces.
func faceFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := unpack(testkit.Templates(), "fonts/"+name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestPackedFaces opens a face beside its packed twin, a damaged one, and none: the file as it
// lies goes first.
func TestPackedFaces(t *testing.T) {
	small, err := fs.ReadFile(testkit.Templates(), "fonts/song.ttf")
	if err != nil {
		t.Fatal(err)
	}
	packer, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	twin := packer.EncodeAll(small, nil)
	files := fstest.MapFS{
		"a.ttf.zst": {Data: twin}, "b.ttf": {Data: small}, "b.ttf.zst": {Data: []byte("x")},
		"c.ttf.zst": {Data: twin[:len(twin)/2]}, "d.ttf.zst": {Data: packer.EncodeAll(make([]byte, mostFace+1), nil)},
	}
	for _, name := range []string{"a.ttf", "b.ttf"} {
		if f, err := Open(files, name); err != nil || !bytes.Equal(f.File(), small) {
			t.Errorf("%s is not read: %v", name, err)
		}
	}
	for _, name := range []string{"c.ttf", "d.ttf", "e.ttf"} {
		f, err := Open(files, name)
		if err == nil {
			err = f.Whole()
		}
		if err == nil || errors.Is(err, fs.ErrNotExist) != (name == "e.ttf") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// BenchmarkOpen opens the largest face.
func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		if _, err := Open(testkit.Templates(), "fonts/fang.ttf"); err != nil {
			b.Fatal(err)
		}
	}
}

// TestFacesThatCannotBeUsed gives each kind of wrong file and wants the message
// that says what to do.
func TestFacesThatCannotBeUsed(t *testing.T) {
	good := faceFile(t, "hei-bold.ttf")
	forbidden := bytes.Clone(good)
	os2 := tablesOf(forbidden)["OS/2"]
	os2[8], os2[9] = 0, 2
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"cff":        {append([]byte("OTTO"), good[4:]...), errCFF},
		"collection": {append([]byte("ttcf"), good[4:]...), errCollection},
		"picture":    {[]byte("\x89PNG\r\n\x1a\n0000000000"), errNoFont},
		"empty":      {nil, errNoFont},
		"cut off":    {good[:len(good)/3], errBroken},
		"forbidden":  {forbidden, errForbidden},
	} {
		_, err := Open(fstest.MapFS{"fonts/x.ttf": {Data: c.data}}, "fonts/x.ttf")
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), "fonts/x.ttf") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Open(fstest.MapFS{}, "fonts/x.ttf"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
}

// TestCmapAgrees compares our reading of a face with that of another library.
func TestCmapAgrees(t *testing.T) {
	for _, name := range []string{"fang.ttf", "song-bold.ttf", "hei-bold.ttf", "kai.ttf"} {
		data := faceFile(t, name)
		other, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		f, err := parseFace(data)
		if err != nil {
			t.Fatal(err)
		}
		var b sfnt.Buffer
		for r := rune(0x20); r < 0x32000; r++ {
			glyph, err := other.GlyphIndex(&b, r)
			if got := f.index(r); err != nil || got != uint16(glyph) {
				t.Fatalf("%s: %U is glyph %d, want %d (%v)", name, r, got, glyph, err)
			}
		}
	}
}

// TestCutFaceIsAFont cuts a face, composite glyphs too, and reads it with another
// library: as many glyphs, the widths of the original, outlines that load.
func TestCutFaceIsAFont(t *testing.T) {
	f, err := parseFace(faceFile(t, "song-bold.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	c := &Cutting{Face: f}
	composites := 0
	for r := rune(0x20); r < 0x3100; r++ {
		if glyph := f.index(r); glyph != 0 {
			c.code(glyph, false, r)
			if _, composite := f.now().glyph(int(glyph)); composite {
				composites++
			}
		}
	}
	c.code(f.index('，'), true, '，')
	file := Join(c.Cut(&Knife{}))
	cut, err := parseFace(withCmap(file))
	if err != nil {
		t.Fatal(err)
	}
	if cut.glyphs != len(c.used) {
		t.Errorf("%d glyphs, want %d", cut.glyphs, len(c.used))
	}
	for code := range c.used {
		if got := cut.advance(uint16(code)); got != c.Width(code) {
			t.Errorf("code %d is %d wide, want %d", code, got, c.Width(code))
		}
	}
	t.Logf("%d composite glyphs", composites)
}

// withCmap adds a table that the cut face has no need of, so that our own reader
// takes it.
func withCmap(file []byte) []byte {
	k := &Knife{}
	k.add("cmap", func(own []byte) []byte { return append(own, 0, 0, 0, 0) })
	for name := range tablesOf(file) {
		k.take(&Face{drawn: func() (*drawing, error) { return &drawing{tables: tablesOf(file)}, nil }}, name)
	}
	k.assemble()
	return Join(k.file)
}

// TestCompositeGlyphs cuts a face whose accented letters are made of parts, and
// finds the same parts under their new numbers.
func TestCompositeGlyphs(t *testing.T) {
	const fonts = "/usr/share/fonts/truetype/dejavu/"
	data, err := os.ReadFile(testkit.File(t, "fonts-dejavu-core", fonts+"DejaVuSans.ttf", fonts+"DejaVuSerif-Bold.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := parseFace(data)
	if err != nil {
		t.Fatal(err)
	}
	c := &Cutting{Face: f}
	code := c.code(f.index('Ä'), false, 'Ä')
	cut, err := parseFace(withCmap(Join(c.Cut(&Knife{}))))
	if err != nil {
		t.Fatal(err)
	}
	was, composite := f.now().glyph(int(f.index('Ä')))
	is, still := cut.now().glyph(int(code))
	if !composite || !still {
		t.Fatal("no composite glyph")
	}
	before, _ := f.now().glyph(be16(was, 12))
	after, _ := cut.now().glyph(be16(is, 12))
	if len(before) == 0 || !bytes.HasPrefix(after, before) {
		t.Error("the first part is another glyph")
	}
}

// TestFaceMayLackCharacters takes a face with no character at all for the text: what it
// lacks comes from the spare face behind it, not from the first other one.
func TestFaceMayLackCharacters(t *testing.T) {
	k := testKit(t)
	poor := *k.Faces[body]
	poor.basic = make([]uint16, 0x10000)
	own := k.Faces[body]
	k = NewKit([]*Face{&poor, k.Faces[title], own}, []int{2, 0, 0}, nil)
	face, glyph := k.lookup(body, '医')
	if k.Faces[face].Name() != own.Name() || glyph != own.index('医') {
		t.Errorf("it comes from %s", k.Faces[face].Name())
	}
}
