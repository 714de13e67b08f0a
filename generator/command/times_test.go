package command

import (
	"flag"
	"fmt"
	"html"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator"
	"tonggao/generator/article"
	"tonggao/generator/look"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/standing"
)

var update = flag.Bool("update", false, "rewrite what the examples of docs/times.md say")

// The page of times and its translation. Their boxes are the same.
var times = []string{"../../docs/times.md", "../../docs/times.zh-CN.md"}

// An example is a box with the facts of a notice, and one with what is published
// of them, or with what the reader says against them.
type example struct {
	files   fstest.MapFS
	says    block
	refused bool
}

// Every example is one notice of one region.
const (
	exampleRegion = "linjiang/"
	exampleNotice = "2024-notice/"
)

// head stands above the facts of every example.
const head = "title  = \"关于业务安排的通告\"\nissued = 2024-05-06\n\n"

// examplesOf reads a page: a box with a file of regions/ holds for all that
// follow it, the others belong together as they stand.
func examplesOf(blocks []block) []example {
	var all []example
	common := fstest.MapFS{}
	var open example
	for _, b := range blocks {
		kind, of, _ := strings.Cut(b.info, " ")
		switch {
		case strings.HasPrefix(of, "regions/"):
			common[strings.TrimPrefix(of, "regions/")] = &fstest.MapFile{Data: []byte(b.text)}
		case kind == "toml":
			open = example{files: fstest.MapFS{exampleRegion + exampleNotice + "notice.toml": {Data: []byte(head + b.text)},
				exampleRegion + exampleNotice + "10-text.md": {Data: []byte("{{schedule}}\n")}}, refused: of == "refused"}
			for name, file := range common {
				open.files[name] = file
			}
		case kind == "markdown":
			open.files[exampleRegion+exampleNotice+"10-text.md"] = &fstest.MapFile{Data: []byte(b.text)}
		case kind == "text":
			open.says = b
			all = append(all, open)
		}
	}
	return all
}

var instant = regexp.MustCompile(`(?m)^\d{4}-\d{2}-\d{2} \d{2}:\d{2}`)

// answer is what the box below an example has to say: the lines of the notice's
// text, and at each instant that the box names how every service stands, as status
// tells it; or the reader's problems.
func (x example) answer(t *testing.T) string {
	t.Helper()
	s, problems, err := source.Read(x.files)
	if err != nil {
		t.Fatal(err)
	}
	if x.refused != problems.Failed() || !x.refused && len(problems) > 0 {
		t.Fatalf("%s:%d: the reader says %v", times[0], x.says.line, problems)
	}
	var text strings.Builder
	if x.refused {
		for _, p := range problems {
			fmt.Fprintf(&text, "%s\n    %s\n", p.Message, p.Hint)
		}
		return text.String()
	}
	n := s.Notices()[0]
	for _, line := range lines(article.Of(phrase.In(site.Chinese), n, nil).Blocks) {
		fmt.Fprintln(&text, line)
	}
	for _, at := range instant.FindAllString(x.says.text, -1) {
		tell(&text, n, at)
	}
	return text.String()
}

// tell writes how the services of a notice stand at an instant.
func tell(text *strings.Builder, n *site.Notice, at string) {
	moment, err := site.ParseMoment(at)
	if err != nil {
		panic(err)
	}
	standing := standing.Of(n, moment.Instant)
	if standing.History != "" {
		fmt.Fprintf(text, "%s  %s\n", at, standing.History)
	}
	for i, x := range standing.Services {
		if i > 0 {
			at = strings.Repeat(" ", len(at))
		}
		fmt.Fprintln(text, strings.TrimRight(fmt.Sprintf("%s  %s  %s  %s", at, x.Name, x.Words, x.Outlook), " "))
	}
}

// lines are the paragraphs of a text, without its title and sign-off.
func lines(blocks []article.Block) []string {
	var all []string
	for _, b := range blocks {
		switch b := b.(type) {
		case *article.Paragraph:
			all = append(all, phrase.Plain(b.Runs))
		case *article.List:
			for _, i := range b.Items {
				all = append(all, i.Number+strings.Join(lines(i.Blocks), ""))
			}
		}
	}
	return all
}

// TestTimesSayWhatTheyShow holds each example of docs/times.md: it checks without a
// word, or is refused with just the words below it, and the box below says what is
// published.
func TestTimesSayWhatTheyShow(t *testing.T) {
	if *update {
		for _, name := range times {
			refresh(t, name)
		}
	}
	examples := examplesOf(blocksOf(t, times[0]))
	if len(examples) < 20 {
		t.Fatalf("%d examples", len(examples))
	}
	for _, x := range examples {
		if got := x.answer(t); got != x.says.text {
			t.Errorf("%s:%d says:\n%sbut the program:\n%s", times[0], x.says.line, x.says.text, got)
		}
	}
}

// refresh writes what the program says into the boxes of a page.
func refresh(t *testing.T, name string) {
	t.Helper()
	page, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.SplitAfter(string(page), "\n")
	for _, x := range slices.Backward(examplesOf(blocksOf(t, name))) {
		old := strings.Count(x.says.text, "\n")
		text = slices.Replace(text, x.says.line, x.says.line+old, x.answer(t))
	}
	if err := os.WriteFile(name, []byte(strings.Join(text, "")), 0o666); err != nil {
		t.Fatal(err)
	}
}

var tag = regexp.MustCompile(`<[^>]*>|\s`)

// TestTimesAreBuilt renders every output of every example, each in a region of its
// own, and looks for its lines in its page.
func TestTimesAreBuilt(t *testing.T) {
	sites, said := map[string]fstest.MapFS{}, map[string][]string{}
	for i, x := range examplesOf(blocksOf(t, times[0])) {
		if x.refused {
			continue
		}
		settings := string(x.files["site.toml"].Data)
		if sites[settings] == nil {
			sites[settings] = fstest.MapFS{"site.toml": x.files["site.toml"]}
		}
		region := fmt.Sprintf("example%d", i+1)
		for name, file := range x.files {
			if own, found := strings.CutPrefix(name, exampleRegion); found {
				sites[settings][region+"/"+own] = file
			}
		}
		for line := range strings.Lines(x.says.text) {
			if !instant.MatchString(line) && !strings.HasPrefix(line, " ") {
				said[settings] = append(said[settings], region+"/"+line)
			}
		}
	}
	for settings, files := range sites {
		built(t, files, said[settings])
	}
}

// built renders a whole site in memory and looks for what its pages say.
func built(t *testing.T, files fstest.MapFS, said []string) {
	t.Helper()
	tree, problems, err := generator.Preview(generator.Options{Regions: files, Look: look.New(os.DirFS("../../templates"))}, "tonggao test")
	if err != nil || problems.Failed() {
		t.Fatal(problems, err)
	}
	pages := map[string]string{}
	err = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(tree, name)
		pages[name] = html.UnescapeString(tag.ReplaceAllString(string(content), ""))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range said {
		region, line, _ := strings.Cut(line, "/")
		if page := pages[region+"/"+exampleNotice+"index.html"]; !strings.Contains(page, strings.Join(strings.Fields(line), "")) {
			t.Errorf("%s: the page does not say %s", region, line)
		}
	}
}

// TestTimesSayTheSame holds the boxes of the two pages against each other.
func TestTimesSayTheSame(t *testing.T) {
	sameBlocks(t, times[0], times[1])
}

// TestTimesNameWhatTheyTeach holds the page against the keys and options that it has
// to explain: each stands in one of its examples.
func TestTimesNameWhatTheyTeach(t *testing.T) {
	var text strings.Builder
	for _, b := range blocksOf(t, times[0]) {
		text.WriteString(b.text)
	}
	for _, key := range []string{"tbd", "after", "before", "until", "expected", "services", "gradual", "includes_day", "state", "permanent", "open_ended",
		"daily", "scope", "audience", "channels", "withdrawn", "part_of", "on", "off", "partly", "back", "place", "now", "history_after"} {
		if !regexp.MustCompile(`(?m)^` + key + ` +=`).MatchString(text.String()) {
			t.Errorf("no example has the key %s", key)
		}
	}
	for _, option := range []string{"date", "short", "time", "weekday", "deadline", "pending", "until", "window", "daily"} {
		if !regexp.MustCompile(`\{\{[^}]* ` + option + `\b`).MatchString(text.String()) {
			t.Errorf("no example has the option %s", option)
		}
	}
	for _, kind := range site.Kinds {
		if !strings.Contains(text.String(), fmt.Sprintf("%q", kind)) {
			t.Errorf("no example has the kind %s", kind)
		}
	}
}
