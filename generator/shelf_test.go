package generator

import (
	"bytes"
	"os"
	"sync"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/plan"
)

// TestSharedSheetsAreTheSame has all sheets and pictures written at once, and holds each to
// what writers without a shelf write.
func TestSharedSheetsAreTheSame(t *testing.T) {
	p, w, _, err := Prepare(Options{Regions: os.DirFS("../regions"), Look: look.New(os.DirFS("../templates"))})
	if err != nil || w.shelf == nil {
		t.Fatal("a site with pictures has no shelf", err)
	}
	alone := *w
	alone.shelf = nil
	var all sync.WaitGroup
	defer all.Wait()
	for _, o := range p.Outputs() {
		if o.Format != plan.PDF && o.Format != plan.Pictures {
			continue
		}
		all.Go(func() {
			var have, want bytes.Buffer
			if err := w.Write(&have, o); err != nil {
				t.Error(err)
			}
			if err := alone.Write(&want, o); err != nil {
				t.Error(err)
			}
			if !bytes.Equal(have.Bytes(), want.Bytes()) {
				t.Errorf("%s is another file where sheets are shared", o.Path)
			}
		})
	}
}

// TestPicturesShowWhatIsPublished holds that a picture is laid out as the very output that is
// spelled as a file too.
func TestPicturesShowWhatIsPublished(t *testing.T) {
	p, _, err := Load(Options{Regions: os.DirFS("../regions"), Look: look.New(os.DirFS("../templates"))})
	if err != nil {
		t.Fatal(err)
	}
	pictures := 0
	for _, o := range p.Outputs() {
		if o.Format != plan.Pictures || o.Leads != "" {
			continue
		}
		pictures++
		if of, planned := p.At(o.Pictured().Path); !planned || of != o.Pictured() {
			t.Errorf("%s shows %+v, not %+v", o.Path, o.Pictured(), of)
		}
	}
	if pictures == 0 {
		t.Error("there are no pictures")
	}
}
