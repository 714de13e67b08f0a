package pdf

import (
	"bytes"
	"fmt"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
	"tonggao/generator/typeset"
)

// greyDots is the resolution at which a stroke of 12 points is some dots wide, per inch.
const greyDots = 150

// TestPrintedGreyStillReads has another program draw posters and door signs as a hall's
// printer does, without colour, and looks at the dots: every text has a contrast of 4.5 to
// 1 with what it stands on (WCAG 2.2, 1.4.3). The kinds of milestones are all there, one
// that moved and one that was withdrawn, and what chance has made.
func TestPrintedGreyStillReads(t *testing.T) {
	program := testkit.Need(t, "pdftoppm")
	sites := []fs.FS{testkit.Edited(t, map[string]string{testkit.County + "notice.toml": testkit.Moves})}
	for seed := range uint64(4) {
		any := testkit.AnySite(rand.New(rand.NewPCG(seed, 4)))
		if s, problems, err := source.Read(any); err == nil && s != nil && !problems.Failed() {
			sites = append(sites, any)
		}
	}
	for _, from := range sites {
		w, p := press(t, from)
		seen := make(map[string]bool)
		for _, o := range p.Outputs() {
			if o.Milestone == nil || o.Kind != prints.Poster && o.Kind != prints.DoorSign {
				continue
			}
			look := fmt.Sprint(o.Kind, o.Milestone.Kind, o.Milestone.Withdrawn, len(o.Milestone.Moves) > 0)
			if seen[look] {
				continue // another looks the same
			}
			seen[look] = true
			doc, err := w.Compose(o)
			if err != nil {
				t.Fatal(err)
			}
			readsIn(t, o, doc.Sheets[0], drawnGrey(t, program, print(t, w, o)))
		}
	}
}

// grey is a sheet's first page in dots, from black, 0, to white, 255.
type grey struct {
	width, height int
	dots          []byte
}

// drawnGrey draws a file's first page.
func drawnGrey(t *testing.T, program string, file []byte) grey {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sheet")
	if err := os.WriteFile(path+".pdf", file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(program, "-gray", "-r", fmt.Sprint(greyDots), "-f", "1", "-singlefile", path+".pdf").Output()
	if err != nil {
		t.Fatal(err)
	}
	var g grey
	var most int
	if _, err := fmt.Fscanf(bytes.NewReader(out), "P5\n%d %d\n%d\n", &g.width, &g.height, &most); err != nil || most != 255 {
		t.Fatalf("no picture: %v", err)
	}
	g.dots = out[len(out)-g.width*g.height:]
	return g
}

// readsIn reports the texts of a sheet that do not stand out from their ground.
func readsIn(t *testing.T, o plan.Output, s placed.Sheet, g grey) {
	t.Helper()
	dot := func(mm float64) int { return int(mm * greyDots / 25.4) }
	for _, text := range s.Texts {
		if strings.TrimSpace(text.Line.Text()) == "" {
			continue
		}
		em := text.Size / typeset.PointsAMM
		var dots []byte
		for y := dot(text.Y - em*0.8); y < dot(text.Y+em*0.1); y++ {
			row := g.dots[y*g.width:]
			dots = append(dots, row[dot(text.X):dot(text.X+text.Line.Width())]...)
		}
		slices.Sort(dots)
		if c := dotContrast(dots[len(dots)/50], dots[len(dots)-1-len(dots)/50]); c < 4.5 {
			t.Errorf("%s: %s has a contrast of %.1f", o.Path, text.Line.Text(), c)
		}
	}
}

// dotContrast is that of WCAG 2.2 between a dark dot and a bright one.
func dotContrast(dark, bright byte) float64 {
	luminance := func(dot byte) float64 {
		x := float64(dot) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return (luminance(bright) + 0.05) / (luminance(dark) + 0.05)
}
