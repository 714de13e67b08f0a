package keys

import (
	"io"
	"io/fs"
	"testing"
	"testing/fstest"

	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// country is a small tree: two provinces, one with two counties, each with a
// notice; one county's notice is related to the other province's.
func country() (fstest.MapFS, *plan.Plan) {
	files := fstest.MapFS{
		"site.toml":            {Data: []byte("site")},
		"js/region.toml":       {Data: []byte("js")},
		"js/cut/notice.toml":   {Data: []byte("js notice")},
		"js/cut/10-guide.md":   {Data: []byte("js guide")},
		"js/a/region.toml":     {Data: []byte("a")},
		"js/a/cut/notice.toml": {Data: []byte("a notice")},
		"js/ab/region.toml":    {Data: []byte("ab")},
		"zj/region.toml":       {Data: []byte("zj")},
		"zj/cut/notice.toml":   {Data: []byte("zj notice")},
	}
	js, zj := &site.Region{ID: "js"}, &site.Region{ID: "zj"}
	a, ab := &site.Region{ID: "js/a", Parent: js}, &site.Region{ID: "js/ab", Parent: js}
	js.Children = []*site.Region{a, ab}
	for _, r := range []*site.Region{js, a, ab, zj} {
		r.Notices = []*site.Notice{{ID: r.ID + "/cut", Region: r, Revisions: []site.Revision{{Number: 1}}}}
	}
	ab.Notices[0].Related = "zj/cut"
	s := &site.Site{Languages: []site.Language{site.Chinese}, Regions: []*site.Region{js, a, ab, zj}}
	p, _ := plan.Make(s, plan.Options{})
	return files, p
}

// keysOf reads every file, as package source would, and makes the keys.
func keysOf(t *testing.T, files fstest.MapFS, p *plan.Plan, c Common) map[string]string {
	t.Helper()
	in := Record(files)
	err := fs.WalkDir(in, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		_, err = fs.ReadFile(in, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	k := New(in, p, c)
	keys := map[string]string{}
	for _, o := range p.Outputs() {
		keys[o.Path] = k.Of(o)
	}
	return keys
}

func TestWhoSeesWhat(t *testing.T) {
	watched := []string{"js/a/cut/index.html", "js/ab/cut/notice.pdf", "js/cut/index.html", "js/index.html", "js/ab/calendar.ics", "zj/cut/index.html", "index.html"}
	for _, c := range []struct {
		edited string
		sees   map[string]bool
	}{
		{"site.toml", map[string]bool{"js/a/cut/index.html": true, "js/ab/cut/notice.pdf": true, "js/cut/index.html": true, "js/index.html": true, "js/ab/calendar.ics": true, "zj/cut/index.html": true, "index.html": true}},
		{"js/region.toml", map[string]bool{"js/a/cut/index.html": true, "js/ab/cut/notice.pdf": true, "js/cut/index.html": true, "js/index.html": true, "js/ab/calendar.ics": true, "index.html": true}},
		{"js/cut/10-guide.md", map[string]bool{"js/a/cut/index.html": true, "js/ab/cut/notice.pdf": true, "js/cut/index.html": true, "js/index.html": true, "js/ab/calendar.ics": true, "index.html": true}},
		{"js/a/cut/notice.toml", map[string]bool{"js/a/cut/index.html": true, "js/index.html": true, "index.html": true}},
		{"js/a/cut/20-new.md", map[string]bool{"js/a/cut/index.html": true, "js/index.html": true, "index.html": true}},
		{"zj/cut/notice.toml", map[string]bool{"zj/cut/index.html": true, "js/ab/cut/notice.pdf": true, "index.html": true}},
	} {
		files, p := country()
		before := keysOf(t, files, p, Common{})
		files[c.edited] = &fstest.MapFile{Data: []byte("edited")}
		after := keysOf(t, files, p, Common{})
		for _, path := range watched {
			if before[path] == "" {
				t.Fatalf("%s is not planned", path)
			}
			if changed := before[path] != after[path]; changed != c.sees[path] {
				t.Errorf("%s edited: key of %s changed: %v, want %v", c.edited, path, changed, c.sees[path])
			}
		}
	}
}

func TestProgramOptionsAndTemplatesAreSeen(t *testing.T) {
	files, p := country()
	before := keysOf(t, files, p, Common{})
	for name, c := range map[string]Common{
		"program": {Program: "2"},
		"options": {Options: []string{"only js"}},
		"faces":   {Writers: map[plan.Format]string{plan.PDF: "new"}},
	} {
		after := keysOf(t, files, p, c)
		if before["js/cut/notice.pdf"] == after["js/cut/notice.pdf"] {
			t.Errorf("another %s leaves a key as it was", name)
		}
	}
}

func TestInputsRememberWhatIsRead(t *testing.T) {
	in := Record(fstest.MapFS{"a": {Data: []byte("1")}, "d/b": {Data: []byte("1")}})
	f, err := in.Open("a")
	if err != nil {
		t.Fatal(err)
	}
	text := make([]byte, 1)
	_, err = f.Read(text)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = fs.ReadFile(in, "d/b")
	if err != nil {
		t.Fatal(err)
	}
	if len(in.sums) != 2 || in.sums["a"] != in.sums["d/b"] {
		t.Errorf("remembered %v", in.sums)
	}
	if entries, err := fs.ReadDir(in, "d"); err != nil || len(entries) != 1 {
		t.Errorf("the folder has %v, %v", entries, err)
	}
}

// TestWhatWasReadIsServed reads all, and then some of it again, which has changed since.
func TestWhatWasReadIsServed(t *testing.T) {
	files := fstest.MapFS{"a/x": {Data: []byte("1")}, "a/unread": {Data: []byte("2")}, "b": {Data: []byte("3")}}
	in, known := Read(files, func(string) bool { return false })
	if !known || len(in.sums) != 3 {
		t.Fatalf("%d files are known", len(in.sums))
	}
	in.Again()
	was := Record(fstest.MapFS{"a/x": files["a/x"], "b": files["b"]})
	files["a/x"], files["b"] = &fstest.MapFile{Data: []byte("other")}, &fstest.MapFile{Data: []byte("other")}
	for _, of := range []*Inputs{in, was} {
		if text, err := fs.ReadFile(of, "a/x"); err != nil || len(text) == 5 && of == in {
			t.Errorf("a/x is %q, %v", text, err)
		}
		f, err := of.Open("b")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadAll(f); err != nil || f.Close() != nil {
			t.Error(err)
		}
	}
	if in.Key() != was.Key() {
		t.Error("what is served is not remembered as what is read")
	}
	in.Forget()
	if text, err := fs.ReadFile(in, "a/x"); err != nil || string(text) != "other" {
		t.Errorf("forgotten, a/x is %q, %v", text, err)
	}
}
