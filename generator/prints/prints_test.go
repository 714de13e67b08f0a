package prints_test

import (
	"math/rand/v2"
	"os"
	"path"
	"regexp"
	"slices"
	"testing"

	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// What names a kind of sheet names one alone, and who can ask for it is told what it is.
func TestKindsAreToldApart(t *testing.T) {
	kinds, files, asked := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, s := range prints.All {
		if kinds[s.Kind] || files[s.File] || s.Asked != "" && asked[s.Asked] {
			t.Errorf("%s is not told from another", s.Kind)
		}
		kinds[s.Kind], files[s.File], asked[s.Asked] = true, true, true
		if told := s.English != "" && s.Chinese != ""; told != (s.Asked != "") {
			t.Errorf("%s: what is asked for is explained, and nothing else", s.Kind)
		}
		if len(s.Of) == 0 || prints.Called(s.Kind).File != s.File || prints.At("a/b/"+s.File+".ofd").Kind != s.Kind {
			t.Errorf("%s is not found", s.Kind)
		}
	}
	if prints.Called("bundle") != nil || prints.At("a/b/bundle.zip") != nil {
		t.Error("a bundle is a sheet")
	}
}

// The first sheet of an owner says in words what its others say: glyphs, verify and the
// README of a bundle stand on it. Every site has it.
func TestFirstSheetSaysAll(t *testing.T) {
	for _, o := range []prints.Owner{prints.OfNotice, prints.OfEdition, prints.OfChange, prints.OfMilestone} {
		of := prints.Of(o)
		for _, s := range of {
			if s.Says != of[0].Says && s.Says != prints.Digest || of[0].Says == prints.Digest {
				t.Errorf("%s says what %s does not", s.Kind, of[0].Kind)
			}
			if s.Says == prints.Facts != (o == prints.OfMilestone) || s.Where != nil && o != prints.OfMilestone {
				t.Errorf("%s is a milestone's or is not", s.Kind)
			}
		}
		if of[0].Asked != "" || of[0].Where != nil {
			t.Errorf("%s is not everywhere", of[0].Kind)
		}
	}
}

// The documents name the file of every sheet, in every format that it has.
func TestDocumentsNameEverySheet(t *testing.T) {
	for _, document := range []string{"print.md", "print.zh-CN.md"} {
		text, err := os.ReadFile("../../docs/" + document)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range prints.All {
			for format, has := range map[string]bool{"pdf": true, "ofd": s.OFD, "docx": s.DOCX} {
				named := regexp.MustCompile("(?m)^\\|.*[`/]" + s.File + "\\." + format + "`").Match(text)
				if named != has {
					t.Errorf("%s: its list of files names %s.%s: %v", document, s.File, format, named)
				}
			}
		}
	}
}

// Whatever a site asks for: each file that has the name of a sheet is that sheet, each sheet
// has a PDF, and another format of it where the table says so and the site asks.
func TestAnySitePrintsWhatItAsksFor(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 16))
		s, _, err := source.Read(testkit.AnySite(r))
		if err != nil {
			t.Fatal(err)
		}
		if s == nil {
			continue // a mistake that the reader refuses
		}
		s.Formats = nil
		for _, sheet := range append(slices.Clone(prints.All), prints.Sheet{Asked: "ofd"}, prints.Sheet{Asked: "docx"}) {
			if sheet.Asked != "" && r.IntN(2) == 0 {
				s.Formats = append(s.Formats, sheet.Asked)
			}
		}
		p, _ := plan.Make(s, plan.Options{})
		there := map[string]bool{}
		for _, o := range p.Outputs() {
			there[o.Path] = true
		}
		for _, o := range p.Outputs() {
			sheet := o.Sheet()
			if is := slices.Contains([]plan.Format{plan.PDF, plan.OFD, plan.DOCX}, o.Format); is != (sheet != nil) {
				t.Fatalf("%s is a sheet: %v", o.Path, is)
			}
			if sheet == nil {
				continue
			}
			if prints.At(o.Path) != sheet || sheet.Asked != "" && !s.Has(sheet.Asked) {
				t.Errorf("%s is a %s", o.Path, sheet.Kind)
			}
			stem := o.Path[:len(o.Path)-len(path.Ext(o.Path))]
			if !there[stem+".pdf"] || there[stem+".ofd"] != (sheet.OFD && s.Has("ofd")) || there[stem+".docx"] != (sheet.DOCX && s.Has("docx") && o.Audience == nil) {
				t.Errorf("%s stands in other formats than the table says", stem)
			}
		}
	}
}
