package generator

import (
	"archive/zip"
	"bytes"
	"maps"
	"os"
	"path"
	"strings"
	"testing"

	"tonggao/generator/look"
)

const plantedNotice = "anping/2024-water/"

// TestDeadLinksAreFound plants one dead link of each kind into a sound tree: the
// walker that finds none in what is published does find each of them.
func TestDeadLinksAreFound(t *testing.T) {
	regions := water()
	site := regions["site.toml"]
	site.Data = append([]byte("hotlines = [\"12345\"]\nlanguages = [\"zh-CN\", \"en\"]\n"), site.Data...)
	sound, base := treeOf(t, Options{Regions: regions, Look: look.New(os.DirFS("../templates"))})
	if faults := newWalker(sound, base).walk(); len(faults) > 0 {
		t.Fatal(faults)
	}
	page, english := plantedNotice+"index.html", "en/"+plantedNotice+"index.html"
	head := func(element string) [2]string { return [2]string{"</head>", element + "</head>"} }
	body := func(element string) [2]string { return [2]string{"</main>", element + "</main>"} }
	for _, c := range []struct {
		name, file string
		change     [2]string
		says       string
	}{
		{"link", page, body(`<a href="nowhere/index.html">x</a>`), "leads to nothing"},
		{"folder", page, body(`<a href="../">x</a>`), "names no file"},
		{"above the tree", page, body(`<a href="../../../../x.html">x</a>`), "names no file"},
		{"root", page, body(`<a href="/index.html">x</a>`), "leads nowhere"},
		{"scheme", page, body(`<a href="javascript:x()">x</a>`), "leads nowhere"},
		{"fragment here", page, body(`<a href="#nothing">x</a>`), "leads to nothing on its page"},
		{"fragment there", page, body(`<a href="stop/index.html#nothing">x</a>`), "leads to nothing on its page"},
		{"own address", page, body(`<a href="` + base + `/nowhere/">x</a>`), "leads to nothing"},
		{"webcal", page, body(`<a href="webcal` + strings.TrimPrefix(base, "https") + `/no.ics">x</a>`), "leads to nothing"},
		{"telephone", page, body(`<a href="tel:0519 8511">x</a>`), "calls nobody"},
		{"full width", page, body(`<a href="tel:１２３４５">x</a>`), "calls nobody"},
		{"mail", page, body(`<a href="mailto:nobody">x</a>`), "reaches nobody"},
		{"image", page, body(`<img src="x.png">`), "leads to nothing"},
		{"image from elsewhere", page, body(`<img src="https://cdn.example/x.png">`), "elsewhere"},
		{"srcset", page, body(`<img srcset="x.png 2x">`), "leads to nothing"},
		{"script", page, body(`<script src="https://cdn.example/x.js"></script>`), "elsewhere"},
		{"frame", page, body(`<iframe src="//cdn.example/"></iframe>`), "elsewhere"},
		{"style sheet", page, head(`<link rel="stylesheet" href="https://cdn.example/x.css">`), "elsewhere"},
		{"icon", page, head(`<link rel="icon" href="favicon.ico">`), "leads to nothing"},
		{"style", page, head(`<style>a{background:url(x.png)}</style>`), "leads to nothing"},
		{"style attribute", page, body(`<b style="background:url('x.png')"></b>`), "leads to nothing"},
		{"canonical", page, [2]string{`rel="canonical" href="` + base + `/`, `rel="canonical" href="` + base + `/x/`}, "leads to nothing"},
		{"canonical of another", page, [2]string{`rel="canonical" href="` + base + `/` + plantedNotice, `rel="canonical" href="` + base + `/`}, "says that it is"},
		{"og:url", page, [2]string{`og:url" content="` + base + `/`, `og:url" content="` + base + `/x/`}, "leads to nothing"},
		{"og:image", page, head(`<meta property="og:image" content="` + base + `/x.png">`), "leads to nothing"},
		{"refresh", page, head(`<meta http-equiv="refresh" content="0; url=x.html">`), "leads to nothing"},
		{"feed", page, head(`<link rel="alternate" type="text/calendar" href="x.ics">`), "leads to nothing"},
		{"language", page, [2]string{`hreflang="en" href="` + base + `/en/` + plantedNotice, `hreflang="en" href="` + base + `/en/` + plantedNotice + `x/`}, "leads to nothing"},
		{"wrong language", page, [2]string{`hreflang="en" href="` + base + `/en/` + plantedNotice, `hreflang="en" href="` + base + `/` + plantedNotice}, "is not in en"},
		{"no way back", english, [2]string{`hreflang="zh-CN" href="` + base + `/` + plantedNotice, `hreflang="zh-CN" href="` + base + `/`}, "does not lead back"},
		{"any language", page, [2]string{`hreflang="x-default" href="` + base + `/`, `hreflang="x-default" href="` + base + `/en/`}, "readers of other languages"},
		{"facts for machines", page, head(`<script type="application/ld+json">{"url":"` + base + `/x/"}</script>`), "leads to nothing"},
		{"twice one id", page, body(`<b id="text"></b>`), "two elements"},
		{"label", page, body(`<section aria-labelledby="none"></section>`), "nothing has that id"},
		{"copied address", page, body(`<button data-copy="` + base + `/x.ics"></button>`), "leads to nothing"},
		{"sheet of styles", "assets/frame.css", [2]string{"}", "}b{background:url(x.png)}"}, "leads to nothing"},
		{"sheet that imports", "assets/frame.css", [2]string{"}", "}@import 'x.css';"}, "imports another"},
		{"sitemap", "sitemap.xml", [2]string{"<loc>" + base + "/", "<loc>" + base + "/x/"}, "leads to nothing"},
		{"sitemap with a script", "sitemap.xml", [2]string{"</urlset>", "<url><loc>" + base + "/assets/now.js</loc></url></urlset>"}, "is no page"},
		{"sitemap without a page", "sitemap.xml", [2]string{"<loc>" + base + "/" + plantedNotice + "</loc>", "<loc>" + base + "/" + plantedNotice + "notice.pdf</loc>"}, "lacks"},
		{"version in the sitemap", "sitemap.xml", [2]string{`hreflang="en" href="` + base + `/en/"`, `hreflang="en" href="` + base + `/"`}, "which the page does not say"},
		{"robots", "robots.txt", [2]string{"sitemap.xml", "map.xml"}, "leads to nothing"},
		{"atom", "feed.xml", [2]string{`href="` + base + `/`, `href="` + base + `/x/`}, "leads to nothing"},
		{"event", plantedNotice + "stop/event.ics", [2]string{"URL:" + base + "/", "URL:" + base + "/x/"}, "leads to nothing"},
		{"attachment", plantedNotice + "stop/event.ics", [2]string{"poster.pdf", "paster.pdf"}, "leads to nothing"},
		{"facts", "notices.json", [2]string{`"url":"` + base + `/`, `"url":"` + base + `/x/`}, "leads to nothing"},
		{"readme", "README.txt", [2]string{"", base + "/x.json "}, "leads to nothing"},
		{"headers", "_headers", [2]string{"/assets/*", "/ornaments/*"}, "is about no file"},
		{"poster", plantedNotice + "stop/poster.pdf", [2]string{"/URI(", "/URI(x"}, "leads nowhere"},
		{"sheet", plantedNotice + "notice.pdf", [2]string{"/URI(" + base + "/", "/URI(" + base + "/x/"}, "leads to nothing"},
		{"code", "anping/subscribe/index.html", [2]string{`class="ink" d="M4 4h7`, `class="ink" d="M4 4h6`}, "the code does not say"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := maps.Clone(sound)
			was := string(files[c.file])
			files[c.file] = []byte(strings.Replace(was, c.change[0], c.change[1], 1))
			if c.name == "attachment" || c.name == "event" {
				files[c.file] = []byte(strings.Replace(strings.ReplaceAll(was, "\r\n ", ""), c.change[0], c.change[1], 1))
			}
			if string(files[c.file]) == was {
				t.Fatalf("%s has no %q", c.file, c.change[0])
			}
			found(t, newWalker(files, base).walk(), c.says)
		})
	}
	t.Run("bundle", func(t *testing.T) {
		files := maps.Clone(sound)
		name := plantedNotice + "bundle.zip"
		files[name] = repacked(t, files[name])
		found(t, newWalker(files, base).walk(), "leads to nothing")
	})
	t.Run("file", func(t *testing.T) {
		files := maps.Clone(sound)
		delete(files, plantedNotice+"stop/poster.pdf")
		found(t, newWalker(files, base).walk(), "leads to nothing")
	})
}

func found(t *testing.T, faults []string, says string) {
	t.Helper()
	if !strings.Contains(strings.Join(faults, "\n"), says) {
		t.Errorf("nothing %s among %q", says, faults)
	}
}

// repacked is a bundle whose first page leads to a file that it has not.
func repacked(t *testing.T, bundle []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(bundle), int64(len(bundle)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	with := zip.NewWriter(&out)
	for _, f := range z.File {
		from, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var content bytes.Buffer
		_, _ = content.ReadFrom(from) // from memory
		if path.Ext(f.Name) == ".html" {
			content = *bytes.NewBufferString(strings.Replace(content.String(), "</main>", `<a href="gone.pdf">x</a></main>`, 1))
		}
		to, err := with.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = to.Write(content.Bytes())
	}
	if err := with.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
