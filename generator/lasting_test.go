package generator

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"tonggao/generator/look"
	"tonggao/generator/manifest"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/publish"
	"tonggao/generator/testkit"
	"tonggao/generator/verify"
)

// A lasting site is any site, with headings, that its authors rename and reorder.
type lasting struct {
	*rand.Rand
	files fstest.MapFS
}

func anyLasting(r *rand.Rand) *lasting {
	l := &lasting{r, testkit.AnySite(r).(fstest.MapFS)}
	for _, dir := range l.notices() {
		l.write(dir+"/20-guide.md", "+++\ntitle = \"指南\"\n+++\n"+l.headings("办法", 3))
		l.write(dir+"/30-faq.md", "+++\ntitle = \"问答\"\nkind = \"faq\"\n+++\n"+l.headings("怎么办？", 1))
	}
	return l
}

func (l *lasting) write(name, text string) { l.files[name] = &fstest.MapFile{Data: []byte(text)} }

// headings writes some, a few of them alike.
func (l *lasting) headings(words string, levels int) string {
	var out strings.Builder
	level := 0
	for i := range 3 + l.IntN(5) {
		level = min(level+1, 1+l.IntN(levels))
		which := fmt.Sprint("第", i, "种情形")
		if level > 1 {
			which = []string{"窗口", "网上", "电话"}[i%3]
		}
		fmt.Fprintf(&out, "%s %s%s\n\n答复%d。\n\n", strings.Repeat("#", level), which, words, i)
	}
	return out.String()
}

// notices are the folders of notices.
func (l *lasting) notices() []string {
	var dirs []string
	for name := range l.files {
		if path.Base(name) == "notice.toml" {
			dirs = append(dirs, path.Dir(name))
		}
	}
	slices.Sort(dirs)
	return dirs
}

// move gives the files of a folder to another.
func (l *lasting) move(from, to string) {
	for name, f := range l.files {
		if rest, ok := strings.CutPrefix(name, from+"/"); ok {
			delete(l.files, name)
			l.files[to+"/"+rest] = f
		}
	}
}

// former writes a name into a list of former names, behind those that are there.
func former(text, name string) string {
	if strings.HasPrefix(text, "former = [") {
		return strings.Replace(text, "]", fmt.Sprintf(", %q]", name), 1)
	}
	return fmt.Sprintf("former = [%q]\n", name) + text
}

var milestoneIDs = regexp.MustCompile(`\b([mx]+)(\d+)\b`)

// renamings are what an author does to names and order, each as the program asks for it.
var renamings = map[string]func(l *lasting, dir string, round int){
	"another number of a file": func(l *lasting, dir string, _ int) {
		if f := l.files[dir+"/30-faq.md"]; f != nil { // not twice
			l.files[dir+"/05-faq.md"] = f
			delete(l.files, dir+"/30-faq.md")
		}
	},
	"a file before": func(l *lasting, dir string, round int) {
		l.write(fmt.Sprint(dir, "/0", round, "-fresh", round, ".md"), "+++\ntitle = \"新增\"\n+++\n# 新的办法\n\n新。\n")
	},
	"a question before": func(l *lasting, dir string, round int) {
		for _, name := range []string{dir + "/30-faq.md", dir + "/05-faq.md"} {
			if f := l.files[name]; f != nil {
				l.write(name, strings.Replace(string(f.Data), "+++\n# ", fmt.Sprint("+++\n# 新问题", round, "\n\n新答。\n\n# "), 1))
			}
		}
	},
	"another name of a file": func(l *lasting, dir string, round int) {
		for name, f := range l.files {
			if path.Dir(name) == dir && strings.Contains(string(f.Data), "title = \"指南\"") {
				old := strings.TrimSuffix(strings.TrimLeft(path.Base(name), "0123456789-"), ".md")
				delete(l.files, name)
				l.write(fmt.Sprint(dir, "/20-help", round, ".md"), "+++\n"+former(strings.TrimPrefix(string(f.Data), "+++\n"), old))
				return
			}
		}
	},
	"another name of a notice": func(l *lasting, dir string, round int) {
		to := fmt.Sprint(path.Dir(dir), "/named", round)
		l.move(dir, to)
		l.write(to+"/notice.toml", former(string(l.files[to+"/notice.toml"].Data), path.Base(dir)))
	},
	"another name of a region": func(l *lasting, dir string, round int) {
		from, to := path.Dir(dir), fmt.Sprint("place", round)
		l.move(from, to)
		l.write(to+"/region.toml", former(string(l.files[to+"/region.toml"].Data), from))
	},
	"other names of milestones": func(l *lasting, dir string, _ int) {
		for name, f := range l.files {
			if path.Dir(name) != dir {
				continue
			}
			var lines []string
			for line := range strings.Lines(string(f.Data)) {
				id := regexp.MustCompile(`^\[milestone\.(\w+)\]`).FindStringSubmatch(line)
				if strings.HasPrefix(line, "former") && len(lines) > 1 {
					old := milestoneIDs.FindString(lines[len(lines)-1])
					lines[len(lines)-1] = former(line, strings.TrimPrefix(old, "x"))
					continue
				}
				lines = append(lines, milestoneIDs.ReplaceAllString(line, "x$1$2"))
				if id != nil && !strings.Contains(string(f.Data), line+"former") {
					lines = append(lines, fmt.Sprintf("former = [%q]\n", id[1]))
				}
			}
			l.write(name, strings.Join(lines, ""))
		}
	},
}

// TestAddressesLast renames and reorders what any site has, builds over the earlier
// output, and follows every published address: each leads to what it led to.
func TestAddressesLast(t *testing.T) {
	names := slices.Sorted(func(yield func(string) bool) {
		for name := range renamings {
			if !yield(name) {
				return
			}
		}
	})
	built := 0
	for seed := range uint64(7) {
		l := anyLasting(rand.New(rand.NewPCG(seed, 15)))
		output := filepath.Join(t.TempDir(), "output")
		if !buildLasting(t, l, output) {
			continue
		}
		built++
		first := memory(t, output)
		var done []string
		for round := 1; round <= 3; round++ {
			for range 1 + l.IntN(2) {
				dirs := l.notices()
				name := names[l.IntN(len(names))]
				if name == "other names of milestones" && slices.Contains(done, name) {
					continue // the test writes one former name of each
				}
				done = append(done, name)
				renamings[name](l, dirs[l.IntN(len(dirs))], round*10+len(done))
			}
			if !buildLasting(t, l, output) {
				t.Fatalf("seed %d: refused after %q", seed, done)
			}
			if t.Failed() {
				t.Fatalf("seed %d: %q", seed, done)
			}
			holdsAddresses(t, first, memory(t, output))
			if t.Failed() {
				t.Fatalf("seed %d: %q", seed, done)
			}
		}
	}
	if built < 4 {
		t.Errorf("only %d sites were built", built)
	}
}

// TestLostNamesAreTold renames without a word of it: each time the build refuses, and
// names the line that keeps the addresses.
func TestLostNamesAreTold(t *testing.T) {
	silent := regexp.MustCompile(`(?m)^former = .*\n`)
	for name, want := range map[string]string{"another name of a file": `former = ["guide"]`, "another name of a notice": `former = ["n`,
		"another name of a region": `former = ["r`, "other names of milestones": `former = ["m`} {
		for seed := range uint64(4) {
			l := anyLasting(rand.New(rand.NewPCG(seed, 16)))
			output := filepath.Join(t.TempDir(), "output")
			if !buildLasting(t, l, output) {
				continue
			}
			renamings[name](l, l.notices()[0], 1)
			for file, f := range l.files {
				l.write(file, silent.ReplaceAllString(string(f.Data), ""))
			}
			o := Options{Regions: l.files, Look: look.New(os.DirFS("../templates")), Plan: plan.Options{Formats: []plan.Format{plan.HTML, plan.ICS, plan.Data}}}
			_, problems, err := Build(context.Background(), o, Target{Options: publish.Options{Output: output}})
			if err != nil {
				t.Fatal(err)
			}
			told := slices.ContainsFunc(problems, func(p problem.Problem) bool { return strings.Contains(p.Hint, want) })
			if !problems.Failed() || !told {
				t.Errorf("seed %d, %s: %v", seed, name, problems)
			}
		}
	}
}

// buildLasting builds without print, which has its own tests; false for a site that the
// reader refuses.
func buildLasting(t *testing.T, l *lasting, output string) bool {
	t.Helper()
	o := Options{Regions: l.files, Look: look.New(os.DirFS("../templates")), Plan: plan.Options{Formats: []plan.Format{plan.HTML, plan.ICS, plan.Data}}}
	_, problems, err := Build(context.Background(), o, Target{Options: publish.Options{Output: output}})
	if err != nil {
		t.Fatal(err)
	}
	if problems.Failed() {
		t.Log(problems)
	}
	return !problems.Failed()
}

// holdsAddresses follows each address of an old tree in the new one, by what the files
// themselves say.
func holdsAddresses(t *testing.T, old, now fstest.MapFS) {
	t.Helper()
	for name, f := range old {
		if strings.HasPrefix(name, "assets/") || strings.HasPrefix(name, "manifest") {
			continue
		}
		is := now[name]
		switch {
		case is == nil:
			t.Errorf("%s leads nowhere", name)
		case path.Ext(name) == ".html":
			samePlace(t, name, f.Data, now)
		case path.Ext(name) == ".ics" && name != "calendar.ics", path.Ext(name) == ".xml" && name != "sitemap.xml" && name != "feed.xml":
			if was, is := uids(f.Data), uids(is.Data); !slices.Equal(was, is) {
				t.Errorf("%s has other names: %q, then %q", name, was, is)
			}
		}
	}
	holdsCodes(t, old, now)
	if was, is := uids(old["notices.json"].Data), uids(now["notices.json"].Data); !slices.Equal(was, is) {
		t.Errorf("the facts have other names: %q, then %q", was, is)
	}
	for _, loc := range regexp.MustCompile(`<loc>https://site.example/([^<]*)</loc>`).FindAllStringSubmatch(string(now["sitemap.xml"].Data), -1) {
		if page := now[loc[1]+"index.html"]; !strings.HasPrefix(loc[1], "assets/") && (page == nil || bytes.Contains(page.Data, []byte(`http-equiv="refresh"`))) {
			t.Errorf("the sitemap lists %q", loc[1])
		}
	}
}

// holdsCodes asks for each printed code: it leads to a page of its notice, and a poster's
// is as good as it was, since no fact changed.
func holdsCodes(t *testing.T, old, now fstest.MapFS) {
	t.Helper()
	var trees [2]manifest.Manifest
	for i, tree := range []fstest.MapFS{old, now} {
		m, err := manifest.Read(tree["manifest.json"].Data)
		if err != nil {
			t.Fatal(err)
		}
		trees[i] = m
	}
	for _, n := range trees[0].Notices {
		for _, s := range n.Sheets {
			id := verify.Code(trees[1], s.Code)
			poster := strings.Count(s.Folder, "/") == strings.Count(n.ID, "/")+2
			if id.Notice == nil || id.Notice.Gone || now[id.Folder+"index.html"] == nil || poster && !id.Newest() {
				t.Errorf("the code %s of %s leads to %+v", s.Code, s.Folder, id)
			}
		}
	}
}

var uidForm = regexp.MustCompile(`(?m)^UID:([0-9a-f-]{36})|urn:uuid:([0-9a-f-]{36})|"uid":"([0-9a-f-]{36})"`)

func uids(text []byte) []string {
	var all []string
	for _, found := range uidForm.FindAllStringSubmatch(string(text), -1) {
		all = append(all, found[1]+found[2]+found[3])
	}
	slices.Sort(all)
	return all
}

// samePlace follows a page to where it leads, and compares what it is called and its
// headings with the old page's.
func samePlace(t *testing.T, name string, was []byte, now fstest.MapFS) {
	t.Helper()
	at := name
	page := parsePage(t, now[at].Data)
	if to := page.refresh; to != "" {
		if page.robots != "noindex" || page.canonical == "" {
			t.Errorf("%s: a page that leads on has robots %q, canonical %q", name, page.robots, page.canonical)
		}
		at = path.Join(path.Dir(name), to)
		if now[at] == nil {
			t.Errorf("%s leads on to %s, which is not there", name, at)
			return
		}
		page = parsePage(t, now[at].Data)
	}
	before := parsePage(t, was)
	if before.title != page.title || page.refresh != "" {
		t.Errorf("%s was %q and leads to %q, at %s", name, before.title, page.title, at)
	}
	for id, words := range before.headings {
		if page.headings[id] != words {
			t.Errorf("%s#%s was %q and is %q", name, id, words, page.headings[id])
		}
	}
}

// A followed page is what a visitor can tell of a page.
type followed struct {
	title, refresh, robots, canonical string
	headings                          map[string]string // of the article, by every address that leads to them, without numbers
}

func parsePage(t *testing.T, text []byte) followed {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	f := followed{headings: map[string]string{}}
	for n := range doc.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "h1":
			f.title = content(n)
		case n.Data == "meta" && attr(n, "http-equiv") == "refresh":
			_, f.refresh, _ = strings.Cut(attr(n, "content"), "url=")
		case n.Data == "meta" && attr(n, "name") == "robots":
			f.robots = attr(n, "content")
		case n.Data == "link" && attr(n, "rel") == "canonical":
			f.canonical = attr(n, "href")
		case len(n.Data) == 2 && n.Data[0] == 'h' && n.Data > "h2" && attr(n, "id") != "" && n.FirstChild != nil:
			f.heading(n)
		}
	}
	return f
}

func (f *followed) heading(n *html.Node) {
	ids, words := []string{attr(n, "id")}, ""
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Data == "span" && attr(c, "id") != "":
			ids = append(ids, attr(c, "id"))
		case c.Data == "span" && attr(c, "class") == "n":
		default:
			words += content(c)
		}
	}
	for _, id := range ids {
		f.headings[id] = words
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func content(n *html.Node) string {
	text := ""
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			text += c.Data
		}
	}
	if n.Type == html.TextNode {
		text = n.Data
	}
	return text
}
