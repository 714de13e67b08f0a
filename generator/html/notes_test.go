package html

import (
	"bytes"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

// TestNotesChangeNoPage writes all pages of the real regions in random order, from many
// goroutines, with what earlier pages kept of a notice, and holds them to pages that know
// nothing of others.
func TestNotesChangeNoPage(t *testing.T) {
	s, _, err := source.Read(os.DirFS("../../regions"))
	if err != nil {
		t.Fatal(err)
	}
	s.Languages = []site.Language{site.Chinese, site.English, site.Traditional}
	p, _ := plan.Make(s, plan.Options{})
	w, err := New(look.New(os.DirFS("../../templates")), p)
	if err != nil {
		t.Fatal(err)
	}
	var outputs []plan.Output
	for _, o := range p.Outputs() {
		if o.Format == plan.HTML && w.pages[o.Kind] != nil {
			outputs = append(outputs, o)
		}
	}
	alone := map[string]string{}
	for _, o := range outputs {
		var page bytes.Buffer
		if err := w.pages[o.Kind].ExecuteTemplate(&page, "page", w.view(o, &notes{})); err != nil {
			t.Fatal(err)
		}
		alone[o.Path] = strings.ReplaceAll(page.String(), ">\n<", "><")
	}
	var group sync.WaitGroup
	for seed := range uint64(4) {
		group.Go(func() {
			random := rand.New(rand.NewPCG(seed, 1))
			for _, i := range random.Perm(len(outputs)) {
				for _, o := range outputs[i:min(i+1+random.IntN(3), len(outputs))] { // neighbours are of one notice
					var page bytes.Buffer
					if err := w.Write(&page, o); err != nil || page.String() != alone[o.Path] {
						t.Errorf("%s differs (%v): %s", o.Path, err, firstDifference(page.String(), alone[o.Path]))
					}
				}
			}
		})
	}
	group.Wait()
}

// TestTightPages holds line ends to what takes out each between two tags.
func TestTightPages(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 3))
	for range 20_000 {
		var page strings.Builder
		for range random.IntN(12) {
			page.WriteString([]string{">", "<", "\n", "a"}[random.IntN(4)])
		}
		var out bytes.Buffer
		n, err := tight{&out}.Write([]byte(page.String()))
		if want := strings.ReplaceAll(page.String(), ">\n<", "><"); err != nil || n != page.Len() || out.String() != want {
			t.Fatalf("%q became %q, want %q", page.String(), out.String(), want)
		}
	}
}
