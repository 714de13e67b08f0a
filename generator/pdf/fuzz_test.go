package pdf

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/sheet"
	"tonggao/generator/testkit"
)

// FuzzSheet prints any words on a notice, a summary and a poster: it ends, without a
// panic, and no word becomes an object of the file.
func FuzzSheet(f *testing.F) {
	for _, words := range []string{"停水", `)>>/OpenAction<</S/JavaScript/JS(app.alert\(1\))>>(`, "\\", "\U0001f6b0\u200d", "\x00\n\r", "e\u0301\u0327", strings.Repeat("长", 300), "a b", "endobj\nendstream"} {
		f.Add(words)
	}
	faces := look.New(testkit.Templates())
	f.Fuzz(func(t *testing.T, words string) {
		if !utf8.ValidString(words) || len(words) > 3000 {
			return
		}
		s := testkit.Changshu(t)
		r := s.Regions[0]
		n := r.Notices[0]
		r.Name, n.Title, n.Issuers = "停"+words, "停"+words, []string{"停" + words}
		for _, m := range n.Milestones {
			m.Label, m.Text, m.Instead, m.Scope = "停"+words, testkit.Text("停"+words), testkit.Text("停"+words), words
		}
		testkit.Settle(n)
		p, _ := plan.Make(s, plan.Options{Formats: []plan.Format{plan.PDF}})
		w, _, err := sheet.New(faces, p)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range p.Outputs() {
			if o.Kind == prints.Notice && o.Audience == nil || o.Kind == prints.Summary || o.Milestone != nil && o.Milestone.ID == "settlement-stop" {
				var out bytes.Buffer
				if err := write(&out, w, o); err != nil {
					t.Fatal(err)
				}
				from := bytes.Index(out.Bytes(), []byte("<?xpacket begin"))
				to := from + bytes.Index(out.Bytes()[from:], []byte("<?xpacket end"))
				if err := wellFormed(out.Bytes()[from:to]); err != nil {
					t.Errorf("%s says of itself what is no XML: %v", o.Path, err)
				}
				acts := append(bytes.Clone(out.Bytes()[:from]), out.Bytes()[to:]...) // between them words are text
				for _, object := range objects(t, out.Bytes()) {
					if !strings.Contains(object, "stream\n") {
						acts = append(acts, object...)
					}
				}
				if bytes.Contains(acts, []byte("/OpenAction")) || bytes.Contains(acts, []byte("/JavaScript")) {
					t.Errorf("%s acts, with %q", o.Path, words)
				}
			}
		}
	})
}

func wellFormed(text []byte) error {
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}
