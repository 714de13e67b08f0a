package picture_test

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/pdf"
	"tonggao/generator/picture"
	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/sheet"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// documents lays out some sheets of the real site.
func documents(t testing.TB) map[string]*placed.Document {
	t.Helper()
	s, problems, err := source.Read(testkit.Regions())
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	templates := look.New(testkit.Templates())
	if s.Print, _, err = templates.Print(); err != nil {
		t.Fatal(err)
	}
	p, _ := plan.Make(s, plan.Options{})
	sheets, problems, err := sheet.New(templates, p)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	all := map[string]*placed.Document{}
	for _, o := range p.Outputs() {
		if (o.Kind == prints.Summary || o.Kind == prints.Poster && len(all) < 3) && o.Leads == "" {
			if all[o.Path], err = sheets.Compose(o); err != nil {
				t.Fatal(err)
			}
		}
	}
	return all
}

// TestPictureIsTheSheet holds pictures against the same sheets as an independent reader of
// PDFs draws them, but for codes, whose modules are whole pixels: see TestCodesAreRead.
func TestPictureIsTheSheet(t *testing.T) {
	pdftoppm := testkit.Need(t, "pdftoppm")
	w, spelled := picture.New(), pdf.New()
	for name, doc := range documents(t) {
		var drawn, file bytes.Buffer
		if err := w.Write(&drawn, doc, picture.Portrait); err != nil {
			t.Fatal(name, err)
		}
		if err := spelled.Write(&file, doc); err != nil {
			t.Fatal(name, err)
		}
		have, err := png.Decode(bytes.NewReader(drawn.Bytes()))
		if err != nil || have.Bounds().Max != picture.Portrait {
			t.Fatal(name, err)
		}
		if dir := os.Getenv("TONGGAO_PICTURES"); dir != "" {
			if err := os.WriteFile(filepath.Join(dir, filepath.Base(filepath.Dir(name))+".png"), drawn.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		dir := t.TempDir()
		in, out := filepath.Join(dir, "a.pdf"), filepath.Join(dir, "a")
		if err := os.WriteFile(in, file.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		if said, err := exec.Command(pdftoppm, "-png", "-singlefile", "-scale-to-x", "1018", "-scale-to-y", strconv.Itoa(picture.Portrait.Y), in, out).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
		text, err := os.ReadFile(out + ".png")
		if err != nil {
			t.Fatal(err)
		}
		want, err := png.Decode(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		// Two programs smooth edges differently, large letters have more of them, and what
		// moves by eight pixels, as wide as a square, differs by all of them.
		var codes []image.Rectangle
		for _, c := range doc.Sheets[0].Codes {
			scale := float64(picture.Portrait.Y) / doc.Height
			x, y, side := int(c.X*scale), int(c.Y*scale), int(c.Side*scale)
			codes = append(codes, image.Rect(x-3, y-3, x+side+4, y+side+4))
		}
		d, moved := difference(have, want, image.Pt(31, 0), codes), difference(have, want, image.Pt(31+8, 0), codes)
		t.Log(name, d, moved, d/moved)
		if d > moved/4 || moved < 0.02 {
			t.Errorf("%s differs from its sheet by %.4f, moved by %.4f", name, d, moved)
		}
	}
}

// difference is how much two pictures differ, from 0 to 1, in squares of eight pixels that lie
// beside some places of the second: two programs never smooth an edge alike.
func difference(a, b image.Image, at image.Point, but []image.Rectangle) float64 {
	const side = 8
	sum, count := 0.0, 0
	for y := 0; y+side <= b.Bounds().Dy(); y += side {
		for x := 0; x+side <= b.Bounds().Dx(); x += side {
			if slices.ContainsFunc(but, image.Rect(x, y, x+side, y+side).Overlaps) {
				continue
			}
			one, other := 0, 0
			for dy := range side {
				for dx := range side {
					r, g, bl, _ := a.At(min(at.X+x+dx, a.Bounds().Dx()-1), at.Y+y+dy).RGBA()
					one += int(r>>8 + g>>8 + bl>>8)
					r, g, bl, _ = b.At(x+dx, y+dy).RGBA()
					other += int(r>>8 + g>>8 + bl>>8)
				}
			}
			d := one - other
			sum += float64(max(d, -d)) / (3 * 255 * side * side)
			count++
		}
	}
	return sum / float64(count)
}

// TestSameSheetSamePicture holds that a picture depends on its sheet alone, whichever were
// drawn before it or are drawn at the same time, and that the square one shows all of it.
func TestSameSheetSamePicture(t *testing.T) {
	shared := picture.New()
	var all sync.WaitGroup
	for name, doc := range documents(t) {
		for _, size := range []image.Point{picture.Portrait, picture.Square} {
			var alone bytes.Buffer
			if err := picture.New().Write(&alone, doc, size); err != nil {
				t.Fatal(err)
			}
			if alone.Len() > 400_000 {
				t.Errorf("%s has %d octets", name, alone.Len())
			}
			for range 3 {
				all.Go(func() {
					var again bytes.Buffer
					if err := shared.Write(&again, doc, size); err != nil || !bytes.Equal(alone.Bytes(), again.Bytes()) {
						t.Errorf("%s: two pictures (%v)", name, err)
					}
				})
			}
		}
	}
	all.Wait()
}

// TestCodesAreRead has another program read the codes of pictures, with the eyes of a telephone
// that is shown a screen.
func TestCodesAreRead(t *testing.T) {
	zbarimg := testkit.Need(t, "zbarimg")
	w := picture.New()
	for name, doc := range documents(t) {
		for _, size := range []image.Point{picture.Portrait, picture.Square} {
			file := filepath.Join(t.TempDir(), "a.png")
			var drawn bytes.Buffer
			if err := errors.Join(w.Write(&drawn, doc, size), os.WriteFile(file, drawn.Bytes(), 0o644)); err != nil {
				t.Fatal(err)
			}
			read, err := exec.Command(zbarimg, "--quiet", "--raw", file).Output()
			if err != nil || !strings.HasPrefix(string(read), "https://") {
				t.Errorf("%s of %v: %q is read (%v)", name, size, read, err)
			}
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	w := picture.New()
	docs := documents(b)
	doc := docs[slices.Min(slices.Collect(maps.Keys(docs)))]
	for b.Loop() {
		var out bytes.Buffer
		if err := w.Write(&out, doc, picture.Portrait); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(out.Len()))
	}
}
