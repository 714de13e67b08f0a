package ofd

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator/pdf"
	"tonggao/generator/testkit"
)

// showFirst puts a file's first page into the document, four dots a millimetre.
const showFirst = `
const octets = Uint8Array.from(atob(data), c => c.charCodeAt(0))
ofd.parseOfdDocument({ofd: octets.buffer, success(all) { document.body.append(ofd.renderOfd(850, all[0])[0]) }})`

// The page of these tests in dots, and the cells of which the darkness is compared.
const wide, high, cell = 840, 1188, 12

// How different two pictures may be: on average over all cells, and in any one, in parts of
// black and white. One program smooths letters otherwise than another.
const differentOnAverage, differentAnywhere = 0.015, 0.2

// TestPagesLookLikeThePDF has ofd.js, with the faces of the file, and Poppler draw the
// first page of each kind of sheet, and compares the pictures.
func TestPagesLookLikeThePDF(t *testing.T) {
	c, p := press(t)
	for _, o := range chosen(p) {
		t.Run(string(o.Kind), func(t *testing.T) {
			var b bytes.Buffer
			if err := pdf.New().Write(&b, composed(t, c, o)); err != nil {
				t.Fatal(err)
			}
			ours, want := cellsOf(t, drawn(t, spelled(t, c, o))), cellsOf(t, drawnPDF(t, b.Bytes()))
			total, worst, ink := 0.0, 0.0, 0.0
			for i := range want {
				away := max(ours[i]-want[i], want[i]-ours[i])
				total, worst, ink = total+away, max(worst, away), ink+want[i]
			}
			t.Logf("ink %.4f, different %.4f on average, at most %.3f", ink/float64(len(want)), total/float64(len(want)), worst)
			if total/float64(len(want)) > differentOnAverage || worst > differentAnywhere || ink == 0 {
				t.Error("the pictures differ")
			}
		})
	}
}

// drawn is a picture of a file's first page by ofd.js, which knows faces by their names
// only: the page is given those that are in the file.
func drawn(t *testing.T, file []byte) image.Image {
	t.Helper()
	all := unpacked(t, file)
	style := "body{margin:0}"
	for _, f := range under(read(t, all["Doc_0/PublicRes.xml"]), "Font") {
		style += fmt.Sprintf("@font-face{font-family:%s;src:url(data:font/ttf;base64,%s)}", f.attributes["FontName"],
			base64.StdEncoding.EncodeToString(all["Doc_0/Res/"+f.children[0].text]))
	}
	name := filepath.Join(t.TempDir(), "page.png")
	opened(t, file, style, showFirst, fmt.Sprintf("--window-size=%d,%d", wide, high), "--hide-scrollbars", "--screenshot="+name)
	return picture(t, name)
}

func drawnPDF(t *testing.T, file []byte) image.Image {
	t.Helper()
	program := testkit.Need(t, "pdftoppm")
	name := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(name, file, 0o600); err != nil {
		t.Fatal(err)
	}
	root := strings.TrimSuffix(name, ".pdf")
	if out, err := exec.Command(program, "-png", "-singlefile", "-r", "101.6", name, root).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return picture(t, root+".png")
}

func picture(t *testing.T, name string) image.Image {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	i, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

// cellsOf is how dark each cell of a picture is, 0 for white and 1 for black.
func cellsOf(t *testing.T, i image.Image) []float64 {
	t.Helper()
	if b := i.Bounds(); b.Dx() < wide || b.Dy() < high {
		t.Fatalf("the picture is %v", b)
	}
	var cells []float64
	for y := 0; y < high; y += cell {
		for x := 0; x < wide; x += cell {
			sum := 0.0
			for dy := range cell {
				for dx := range cell {
					r, g, b, _ := i.At(x+dx, y+dy).RGBA()
					sum += 1 - float64(r+g+b)/3/0xFFFF
				}
			}
			cells = append(cells, sum/cell/cell)
		}
	}
	return cells
}
