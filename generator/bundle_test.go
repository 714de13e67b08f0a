package generator

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"tonggao/generator/look"
	"tonggao/generator/manifest"
	"tonggao/generator/plan"
	"tonggao/generator/publish"
	"tonggao/generator/testkit"
	"tonggao/generator/verify"
)

// unpacked builds one region and unpacks the bundle of its notice.
func unpacked(t *testing.T) (dir, bundle string) {
	t.Helper()
	output := filepath.Join(t.TempDir(), "output")
	o := Options{Regions: os.DirFS("../regions"), Look: look.New(os.DirFS("../templates")), Plan: plan.Options{Only: "jiangsu/suzhou/zhangjiagang", Formats: plan.Formats}}
	if _, problems, err := Build(context.Background(), o, Target{Options: publish.Options{Output: output}}); err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	bundle = filepath.Join(output, "jiangsu/suzhou/zhangjiagang/2021-platform/bundle.zip")
	z, err := zip.OpenReader(bundle)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	dir = t.TempDir()
	if err := os.CopyFS(dir, z); err != nil {
		t.Fatal(err)
	}
	return dir, bundle
}

func TestBundleOpensWithoutANet(t *testing.T) {
	dir, bundle := unpacked(t)
	m, err := manifest.Load(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	if found, err := verify.Tree(dir, m); err != nil || len(found) > 0 {
		t.Errorf("the bundle is not what its manifest says: %v %v", found, err)
	}
	pages := 0
	for name := range m.Files.All() {
		if path.Ext(name) == ".html" {
			pages++
			checkLinks(t, dir, name)
		}
	}
	for _, name := range []string{"index.html", "notice.pdf", "summary.pdf", "calendar.ics", "notices.json", "for/insured/notice.pdf", "notice.ofd", "summary.ofd", "for/insured/notice.ofd", "notice.docx", "settlement-stop/poster.ofd", "settlement-stop/poster.pdf", "settlement-stop/event.ics"} {
		if i, has := m.Files.Find(name); !has || m.Files.Entry(i).Size == 0 {
			t.Errorf("the bundle lacks %s", name)
		}
	}
	if pages < 10 || len(m.Notices) != 1 {
		t.Errorf("the bundle has %d pages and %d notices", pages, len(m.Notices))
	}
	out, err := exec.Command(testkit.Need(t, "unzip"), "-t", bundle).CombinedOutput()
	if err != nil {
		t.Errorf("unzip: %v\n%s", err, out)
	}
}

// checkLinks follows every link of a page that has no scheme.
func checkLinks(t *testing.T, dir, name string) {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for tokens := html.NewTokenizer(f); ; {
		if tokens.Next() == html.ErrorToken {
			if tokens.Err() != io.EOF {
				t.Fatal(tokens.Err())
			}
			return
		}
		for _, a := range tokens.Token().Attr {
			u, err := url.Parse(a.Val)
			if a.Key != "href" && a.Key != "src" || err == nil && (u.IsAbs() || u.Path == "") {
				continue
			}
			target := path.Join(path.Dir(name), u.Path)
			if info, err := os.Stat(filepath.Join(dir, target)); err != nil || info.IsDir() {
				t.Errorf("%s links to %s, which the bundle lacks", name, a.Val)
			}
		}
	}
}

func TestReadmeOfABundle(t *testing.T) {
	dir, _ := unpacked(t)
	text, err := os.ReadFile(filepath.Join(dir, "README.txt"))
	if err != nil {
		t.Fatal(err)
	}
	readme := string(text)
	if !strings.HasPrefix(readme, "\ufeff") || strings.Count(readme, "\n") != strings.Count(readme, "\r\n") {
		t.Error("an old editor cannot read the README")
	}
	posters, err := filepath.Glob(filepath.Join(dir, "*", "poster.pdf"))
	if err != nil || len(posters) == 0 {
		t.Fatal(posters, err)
	}
	for _, poster := range posters {
		name, _ := filepath.Rel(dir, poster)
		if !strings.Contains(readme, "  "+filepath.ToSlash(name)+"  海报：") {
			t.Errorf("the README does not name %s", name)
		}
		page, err := os.ReadFile(filepath.Join(filepath.Dir(poster), "index.html"))
		if err == nil && strings.Contains(string(page), "可放大") != strings.Contains(readme, "海报可放大") {
			t.Errorf("the README and the page of %s do not agree whether a poster may be enlarged", name)
		}
	}
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, _ fs.DirEntry, err error) error {
		if path.Ext(name) == ".pdf" && !strings.Contains(readme, "  "+name+"  ") {
			t.Errorf("the README does not name %s", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if strings.Contains(readme, "不要缩放") {
		t.Error("the README forbids to enlarge")
	}
}

// TestBundleOfFilesThatChangeMeanwhile writes into published files of a notice, a page and a
// calendar, between the moment when they are found good and that when they are packed.
func TestBundleOfFilesThatChangeMeanwhile(t *testing.T) {
	target := publish.Options{Output: filepath.Join(t.TempDir(), "output")}
	o := Options{Regions: os.DirFS("../regions"), Look: look.New(os.DirFS("../templates")), Plan: plan.Options{Only: "jiangsu/suzhou/zhangjiagang", Formats: []plan.Format{plan.HTML, plan.ICS, plan.Bundle}}}
	if _, problems, err := Build(t.Context(), o, Target{Options: target}); err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	p, _, err := Load(o)
	if err != nil {
		t.Fatal(err)
	}
	m, err := manifest.Load(target.Output, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"", "index.html", "calendar.ics"} {
		stage, err := publish.Open(t.Context(), target)
		if err != nil {
			t.Fatal(err)
		}
		for path, e := range m.Files.All() {
			if key, _ := e.Key.MarshalText(); !stage.Reuse(path, string(key)) {
				t.Fatalf("%s is not taken over", path)
			}
		}
		bundle := p.Output(bundles(p, true)[0])
		at := filepath.Join(target.Output, path.Dir(bundle.Path), name)
		text, _ := os.ReadFile(at) // of the folder there is none
		if name != "" {
			if err := os.WriteFile(at, []byte(strings.ToUpper(string(text))), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if err := bundlesOf(p, stage, Target{}).Write(io.Discard, bundle); (err != nil) != (name != "") {
			t.Errorf("%q was changed: %v", name, err)
		}
		if name != "" {
			if err := os.WriteFile(at, text, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		stage.Discard()
	}
}

// BenchmarkBundles packs the bundles of a small country from the files of a stage, as a
// build does.
func BenchmarkBundles(b *testing.B) {
	p, w, _, err := Prepare(benchOptions())
	if err != nil {
		b.Fatal(err)
	}
	stage, err := publish.Open(context.Background(), publish.Options{Output: filepath.Join(b.TempDir(), "output")})
	if err != nil {
		b.Fatal(err)
	}
	defer stage.Discard()
	for _, i := range bundles(p, false) {
		o := p.Output(i)
		f, err := stage.Create(o.Path, "")
		if err != nil {
			b.Fatal(err)
		}
		if err := errors.Join(w.Write(f, o), f.Close()); err != nil {
			b.Fatal(err)
		}
	}
	wanted, made, i := bundles(p, true), bundlesOf(p, stage, Target{Program: "tonggao test"}), 0
	bench(b, func() {
		if err := made.Write(io.Discard, p.Output(wanted[i%len(wanted)])); err != nil {
			b.Fatal(err)
		}
		i++
	})
}
