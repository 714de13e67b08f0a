package sheet

import (
	"io/fs"
	"math"
	"math/rand"
	"testing"

	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
	"tonggao/generator/typeset"
)

// luminance is how bright a colour is, from 0 to 1, as WCAG 2.2 has it: all that a printer
// without colour leaves of it.
func luminance(c typeset.Colour) float64 {
	part := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c[0]) + 0.7152*part(c[1]) + 0.0722*part(c[2])
}

func contrast(a, b typeset.Colour) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// groundOf is the colour of what a text stands on: the last area under its middle.
func groundOf(s placed.Sheet, t placed.Text) typeset.Colour {
	box, ground := frameOf(t), white
	x, y := (box.left+box.right)/2, (box.top+box.bottom)/2
	for _, a := range s.Areas {
		if a.X <= x && x <= a.X+a.Width && a.Y <= y && y <= a.Y+a.Height {
			ground = a.Ink
		}
	}
	return ground
}

// everySheet calls a function with each sheet of the real notices, of one that moved, of
// a wordy one, and of sites that chance has made.
func everySheet(t *testing.T, do func(o plan.Output, s placed.Sheet, paper placed.Paper)) {
	t.Helper()
	var sites []fs.FS
	for _, more := range []string{testkit.Moves, testkit.Wordy} {
		sites = append(sites, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": more}))
	}
	for seed := range int64(12) {
		files := (&chance{rand.New(rand.NewSource(seed))}).site()
		if s, problems, err := source.Read(files); err == nil && s != nil && !problems.Failed() {
			sites = append(sites, files)
		}
	}
	for _, from := range sites {
		w, p := press(t, from)
		for _, o := range p.Outputs() {
			doc, err := w.Compose(o)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range doc.Sheets {
				do(o, s, doc.Paper)
			}
		}
	}
}

// TestReadsWithoutColour holds every text of every sheet to a contrast of 4.5 to 1 with
// its ground in brightness alone (WCAG 2.2, 1.4.3), as halls print: grey. The kinds are
// told apart by words, never by their colours, which may be one grey.
func TestReadsWithoutColour(t *testing.T) {
	everySheet(t, func(o plan.Output, s placed.Sheet, _ placed.Paper) {
		for _, text := range s.Texts {
			if c := contrast(text.Ink, groundOf(s, text)); c < 4.5 {
				t.Errorf("%s: %q has a contrast of %.1f", o.Path, text.Line.Text(), c)
			}
		}
		for _, r := range s.Rules {
			if r.Dash > 0 && contrast(r.Ink, white) < 3 {
				t.Errorf("%s: a broken line has a contrast of %.1f", o.Path, contrast(r.Ink, white))
			}
		}
	})
	for kind, ink := range inks {
		if c := contrast(ink, white); c < 4.5 {
			t.Errorf("%v has a contrast of %.1f", kind, c)
		}
	}
}

// TestStatesHavePatterns: off is full, partly is hatched, on is an empty frame, and what
// is not known has a broken one, so that bars need no colour.
func TestStatesHavePatterns(t *testing.T) {
	drawn := func(s site.State, known bool) (areas, rules int, broken bool) {
		b := &board{}
		b.stretch(0, 30, 0, s, known)
		for _, r := range b.Rules {
			broken = broken || r.Dash > 0
		}
		return len(b.Areas), len(b.Rules), broken
	}
	seen := map[[3]int]site.State{}
	for _, s := range []site.State{site.On, site.Partly, site.Off} {
		areas, rules, broken := drawn(s, true)
		key := [3]int{areas, rules}
		if other, twice := seen[key]; twice || broken {
			t.Errorf("%v looks like %v", s, other)
		}
		seen[key] = s
	}
	if _, _, broken := drawn(site.Off, false); !broken {
		t.Error("what is not known has a whole frame")
	}
}

// safe is how much of a sheet's edge ordinary printers do not reach, 4.2 mm, and a little
// for a sheet that went in aslant.
const safe = 5.0 // mm

// TestNothingIsCropped: nothing of any sheet stands within that of its edge.
func TestNothingIsCropped(t *testing.T) {
	everySheet(t, func(o plan.Output, s placed.Sheet, paper placed.Paper) {
		within := frame{safe, safe, paper.Width - safe, paper.Height - safe}
		check := func(what string, f frame) {
			if !within.holds(f) {
				t.Errorf("%s: %s stands at %.1f, %.1f to %.1f, %.1f", o.Path, what, f.left, f.top, f.right, f.bottom)
			}
		}
		for _, text := range s.Texts {
			check(text.Line.Text(), frameOf(text))
		}
		for _, a := range s.Areas {
			check("an area", frame{a.X, a.Y, a.X + a.Width, a.Y + a.Height})
		}
		for _, c := range s.Codes {
			check("a code", frame{c.X, c.Y, c.X + c.Side, c.Y + c.Side})
		}
		for _, r := range s.Rules {
			half := r.Thickness / 2
			check("a rule", frame{min(r.X1, r.X2) - half, min(r.Y1, r.Y2) - half, max(r.X1, r.X2) + half, max(r.Y1, r.Y2) + half})
		}
	})
}
