package pdf

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/image/font/sfnt"

	"tonggao/generator/plan"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// faceFile is one of the vendored faces.
func faceFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := fs.ReadFile(templates(), "fonts/"+name)
	if err != nil {
		t.Fatal(err)
	}
	return data
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
		_, err := openFace(fstest.MapFS{"fonts/x.ttf": {Data: c.data}}, "fonts/x.ttf")
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), "fonts/x.ttf") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := openFace(fstest.MapFS{}, "fonts/x.ttf"); !errors.Is(err, fs.ErrNotExist) {
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
	c := &cutting{face: f}
	composites := 0
	for r := rune(0x20); r < 0x3100; r++ {
		if glyph := f.index(r); glyph != 0 {
			c.code(glyphKey{glyph: glyph}, r)
			if _, composite := f.glyph(int(glyph)); composite {
				composites++
			}
		}
	}
	c.code(glyphKey{glyph: f.index('，'), half: true}, '，')
	file := c.cut(&knife{})
	cut, err := parseFace(withCmap(file, f.tables["cmap"]))
	if err != nil {
		t.Fatal(err)
	}
	if cut.glyphs != len(c.used) {
		t.Errorf("%d glyphs, want %d", cut.glyphs, len(c.used))
	}
	for code := range c.used {
		if got := cut.advance(uint16(code)); got != c.width(code) {
			t.Errorf("code %d is %d wide, want %d", code, got, c.width(code))
		}
	}
	t.Logf("%d composite glyphs", composites)
}

// withCmap adds a table that the cut face has no need of, so that our own reader
// takes it.
func withCmap(file, cmap []byte) []byte {
	tables := tablesOf(file)
	empty := []byte{0, 0, 0, 0}
	_ = cmap
	tables["cmap"] = empty
	return assemble(nil, tables)
}

// TestCharactersBeyondTheBasicPlane prints place names that few programs can and
// copies them back.
func TestCharactersBeyondTheBasicPlane(t *testing.T) {
	w, p := press(t, edited(t, map[string]string{changshu + "30-other.md": "\n\n有关𬒈、𠅤、𪩘等地的业务，另行通知。\n"}))
	for _, o := range notices(p) {
		if o.Notice.Region.Name != "常熟市" {
			continue
		}
		if text := raw(t, print(t, w, o)); !strings.Contains(text, "𬒈、𠅤、𪩘等地") {
			t.Errorf("%s does not copy them", o.Path)
		}
	}
}

// TestGlyphProblems puts characters that no face has into prose, a clause and a
// title, and wants each at its place.
func TestGlyphProblems(t *testing.T) {
	files := edited(t, map[string]string{changshu + "30-other.md": "\n\n办理点设在𱁬路。\n"}).(fstest.MapFS)
	notice := files[changshu+"notice.toml"]
	notice.Data = bytes.Replace(notice.Data, []byte("医保线上业务同时暂停办理"), []byte("医保线上𱍐业务同时暂停办理"), 1)
	notice.Data = bytes.Replace(notice.Data, []byte(`"关于暂停全市医保业务办理的通告"`), []byte(`"关于暂停全市医保业务办理的通告🀄"`), 1)
	s, problems, err := source.Read(files)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	p, _ := plan.Make(s, plan.Options{})
	_, problems, err = New(templates(), p)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"30-other.md:", "notice.toml:"}
	for i, r := range []string{"𱁬", "𱍐", "🀄"} {
		found := false
		for _, problem := range problems {
			if strings.Contains(problem.Message, r) {
				found = true
				t.Log(problem)
				if !strings.Contains(problem.String(), want[min(i, 1)]) || problem.Line == 0 {
					t.Errorf("%s is told at %s", r, problem.Position)
				}
			}
		}
		if !found {
			t.Errorf("%s is not told: %v", r, problems)
		}
	}
}

// TestFontsAreSeen has another program list the faces of a file: embedded, cut,
// with their text.
func TestFontsAreSeen(t *testing.T) {
	program := testkit.Need(t, "pdffonts")
	w, p := press(t, regions())
	path := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(path, print(t, w, notices(p)[0]), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(program, path).CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n")[2:] {
		if !strings.Contains(line, "yes yes yes") || line[6] != '+' {
			t.Errorf("not embedded, cut and readable: %s", line)
		}
	}
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
	c := &cutting{face: f}
	code := c.code(glyphKey{glyph: f.index('Ä')}, 'Ä')
	cut, err := parseFace(withCmap(c.cut(&knife{}), nil))
	if err != nil {
		t.Fatal(err)
	}
	was, composite := f.glyph(int(f.index('Ä')))
	is, still := cut.glyph(int(code))
	if !composite || !still {
		t.Fatal("no composite glyph")
	}
	before, _ := f.glyph(be16(was, 12))
	after, _ := cut.glyph(be16(is, 12))
	if len(before) == 0 || !bytes.HasPrefix(after, before) {
		t.Error("the first part is another glyph")
	}
}
