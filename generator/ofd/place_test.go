package ofd

import (
	"bytes"
	"io"
	"io/fs"
	"math"
	"strings"
	"testing"
	"unicode"

	"tonggao/generator/article"
	"tonggao/generator/look"
	"tonggao/generator/pdf"
	"tonggao/generator/phrase"
	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/sheet"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// press lays out the prints of the real regions, some of which have moved.
func press(t testing.TB) (*sheet.Compositor, *plan.Plan) {
	t.Helper()
	return pressOf(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": testkit.Moves}))
}

func pressOf(t testing.TB, files fs.FS) (*sheet.Compositor, *plan.Plan) {
	t.Helper()
	s, problems, err := source.Read(files)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	p, problems := plan.Make(s, plan.Options{Formats: []plan.Format{plan.OFD}})
	if problems.Failed() {
		t.Fatal(problems)
	}
	c, problems, err := sheet.New(look.New(testkit.Templates()), p)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	c.Events = func(w io.Writer, o plan.Output) error {
		_, err := io.WriteString(w, "BEGIN:VCALENDAR\r\n")
		return err
	}
	return c, p
}

// spelled is an output as a file.
func spelled(t testing.TB, c *sheet.Compositor, o plan.Output) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, composed(t, c, o)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func composed(t testing.TB, c *sheet.Compositor, o plan.Output) *placed.Document {
	t.Helper()
	doc, err := c.Compose(o)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// chosen are one output of each kind of a county.
func chosen(p *plan.Plan) []plan.Output {
	var all []plan.Output
	taken := map[plan.Kind]bool{}
	for _, o := range p.Outputs() {
		if strings.HasPrefix(o.Path, testkit.County) && !taken[o.Kind] {
			taken[o.Kind] = true
			all = append(all, o)
		}
	}
	return all
}

// tolerance is how far a character may stand from where the PDF has it, in
// millimetres: PDF gives lines to a thousandth of a point and letters to a thousandth
// of an em, OFD to a thousandth of a millimetre.
const tolerance = 0.01

// TestCharactersStandWhereThePDFHasThem asks two readers that know nothing of one
// another, or of us, where each character of each kind of sheet stands.
func TestCharactersStandWhereThePDFHasThem(t *testing.T) {
	c, p := press(t)
	for _, o := range chosen(p) {
		t.Run(string(o.Kind), func(t *testing.T) {
			var b bytes.Buffer
			if err := pdf.New().Write(&b, composed(t, c, o)); err != nil {
				t.Fatal(err)
			}
			ours, want := inked(seen(t, spelled(t, c, o))), inked(inPDF(t, b.Bytes()))
			if len(ours) != len(want) || len(ours) < 100 {
				t.Errorf("%d characters, the PDF has %d", len(ours), len(want))
			}
			worst := 0.0
			for _, a := range ours {
				i, away := nearest(a, want)
				if i < 0 {
					t.Errorf("%s at %.3f %.3f on page %d: the PDF has none there", a.Char, a.X, a.Y, a.Page+1)
					continue
				}
				want[i].Page, worst = -1, max(worst, away)
			}
			t.Logf("%d characters, at most %.4f mm away", len(ours), worst)
		})
	}
}

// inked leaves blanks out: readers of PDF make some up.
func inked(all []glyph) []glyph {
	var kept []glyph
	for _, p := range all {
		if strings.ContainsFunc(p.Char, func(r rune) bool { return !unicode.IsSpace(r) }) {
			kept = append(kept, p)
		}
	}
	return kept
}

// nearest finds a character among others within the tolerance.
func nearest(a glyph, others []glyph) (int, float64) {
	for i, b := range others {
		if away := max(math.Abs(a.X-b.X), math.Abs(a.Y-b.Y)); a.Page == b.Page && a.Char == b.Char && away <= tolerance {
			return i, away
		}
	}
	return -1, 0
}

// TestTextIsTheArticle compares what ofd.js reads of a notice with what it says.
func TestTextIsTheArticle(t *testing.T) {
	c, p := press(t)
	for _, o := range chosen(p) {
		if o.Kind != prints.Notice {
			continue
		}
		got := ""
		for _, a := range seen(t, spelled(t, c, o)) {
			if a.Y < 262.5 { // above the foot
				got += a.Char
			}
		}
		if want := testkit.Unspaced(article.Text(article.Of(phrase.In(site.Chinese), o.Notice, nil))); testkit.Unspaced(got) != want {
			t.Errorf("%s reads\n%s\nwant\n%s", o.Path, got, want)
		}
	}
}
