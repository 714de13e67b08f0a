package generator_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator/command"
	"tonggao/generator/testkit"
)

// The story of one notice that changes seven times: each time somebody runs tonggao
// move and tonggao build over what was published, and readers that know nothing of
// this program look at every format. What they look for is in the other story files.

// storyNotice is the notice of the story.
const storyNotice = "linjiang/2024-platform"

// A fact is what holds of a milestone, in people's words, and what held before.
type fact struct {
	at     string   // as notices.json writes it; "" while it is to be announced
	words  string   // as a notice writes it
	status string   // of notices.json and calendars
	mark   string   // what stands before its title, "" for nothing
	was    []string // words that hold no more
	whys   []string // the reasons that were given
}

// A chapter is one change of the story.
type chapter struct {
	title string
	move  []string           // what is typed behind tonggao move
	turn  func(t *testing.T) // what else happens to the files
	facts map[string]fact    // the milestones that it changes
	then  func(t *testing.T, s *story)
	still bool // no sheet is replaced
}

var chapters = []chapter{
	{title: "published", facts: map[string]fact{
		"counter-stop": {at: "2024-05-10T17:00:00+08:00", words: "2024年5月10日17时", status: "confirmed"},
		"stop":         {at: "2024-05-10T18:00:00+08:00", words: "2024年5月10日18时", status: "confirmed"},
		"back":         {at: "2024-05-13T08:00:00+08:00", words: "2024年5月13日8时", status: "confirmed"},
		"counter-back": {words: "另行通知", status: "tentative"},
		"refund":       {at: "2024-05-31", words: "2024年5月31日", status: "confirmed"},
		"new-rule":     {at: "2024-06-03T08:00:00+08:00", words: "预计2024年6月3日8时", status: "tentative"},
	}},
	{title: "postponed as a whole", move: []string{"#stop", "--by", "2d", "--why", "设备晚到", "--on", "2024-05-08"}, facts: map[string]fact{
		"stop": {at: "2024-05-12T18:00:00+08:00", words: "2024年5月12日18时", status: "confirmed", mark: "【延期】", was: []string{"2024年5月10日18时", "5月10日18时"}, whys: []string{"设备晚到"}},
		"back": {at: "2024-05-15T08:00:00+08:00", words: "2024年5月15日8时", status: "confirmed", mark: "【延期】", was: []string{"2024年5月13日8时", "5月13日8时"}, whys: []string{"设备晚到"}},
	}},
	{title: "fixed", move: []string{"#counter-back", "2024-05-14 08:30", "--why", "系统验收通过", "--on", "2024-05-11"}, facts: map[string]fact{
		"counter-back": {at: "2024-05-14T08:30:00+08:00", words: "2024年5月14日8时30分", status: "confirmed", mark: "【时间已定】", was: []string{"另行通知"}, whys: []string{"系统验收通过"}},
	}},
	{title: "advanced", move: []string{"#back", "5月14日20时", "--why", "切换提前完成", "--on", "2024-05-13"}, facts: map[string]fact{
		"back": {at: "2024-05-14T20:00:00+08:00", words: "2024年5月14日20时", status: "confirmed", mark: "【提前】",
			was: []string{"2024年5月13日8时", "2024年5月15日8时", "5月13日8时", "5月15日8时"}, whys: []string{"设备晚到", "切换提前完成"}},
	}},
	{title: "one fact withdrawn", move: []string{"#refund", "--withdraw", "--why", "费用由系统自动退回", "--on", "2024-05-15"}, facts: map[string]fact{
		"refund": {at: "2024-05-31", words: "2024年5月31日", status: "cancelled", mark: "【已取消】", whys: []string{"费用由系统自动退回"}},
	}},
	{title: "edited by hand, refused", turn: byHand, still: true},
	{title: "expected to certain", move: []string{"#new-rule", "--certain", "--why", "编码已下发", "--on", "2024-05-20"}, facts: map[string]fact{
		"new-rule": {at: "2024-06-03T08:00:00+08:00", words: "2024年6月3日8时", status: "confirmed", mark: "【时间已定】", was: []string{"预计"}, whys: []string{"编码已下发"}},
	}},
	{title: "history", turn: laterNotice, still: true, then: isHistory},
}

// A story is what has happened so far.
type story struct {
	standing map[string]fact
	sheets   map[string]sheet // by the code that is printed on it: every one that ever was
	last     map[string]sheet // those of now
	client   *client
	entry    string // of the Atom feed, and when it was updated
	updated  string
}

// TestStory tells it, and lets every reader look after every change.
func TestStory(t *testing.T) {
	pdftotext := testkit.Need(t, "pdftotext")
	storySite(t)
	s := &story{standing: map[string]fact{}, sheets: map[string]sheet{}, client: &client{view: map[string]entry{}}}
	for _, c := range chapters {
		told := t.Run(strings.ReplaceAll(c.title, " ", "-"), func(t *testing.T) {
			s.change(t, c)
			s.pages(t)
			s.prints(t, pdftotext, c.still)
			if c.move != nil {
				s.tells(t, pdftotext, c)
			}
			s.calendars(t, c.title)
			s.data(t, c.still)
			s.status(t)
			if c.then != nil {
				c.then(t, s)
			}
		})
		if !told {
			t.Fatal("what follows tells nothing")
		}
	}
	s.client.compare(t)
}

// change moves and builds.
func (s *story) change(t *testing.T, c chapter) {
	t.Helper()
	if c.turn != nil {
		c.turn(t)
	}
	if c.move != nil {
		good(t, append([]string{"move", storyNotice + c.move[0], "--yes", "--quiet"}, c.move[1:]...)...)
	}
	good(t, "build", "--quiet")
	good(t, "verify", "output", "--quiet")
	for id, f := range c.facts {
		s.standing[id] = f
	}
}

// storySite writes the site of the story into a folder and goes there.
func storySite(t *testing.T) {
	t.Helper()
	templates, err := filepath.Abs("../templates")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/story/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	docs, err := filepath.Abs("../docs")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("TONGGAO_LANG", "en")
	t.Setenv("TONGGAO_STORY_TEMPLATES", templates)
	t.Setenv("TONGGAO_STORY_DOCS", docs)
	t.Chdir(t.TempDir())
	unpack(t, text)
}

// tonggao runs a command line and returns its exit code and what it prints.
func tonggao(args ...string) (code int, out, err string) {
	var stdout, stderr bytes.Buffer
	code = command.Run(args, &stdout, &stderr, os.DirFS(os.Getenv("TONGGAO_STORY_TEMPLATES")))
	return code, stdout.String(), stderr.String()
}

func good(t *testing.T, args ...string) string {
	t.Helper()
	code, out, err := tonggao(args...)
	if code != 0 {
		t.Fatalf("tonggao %s: exit code %d\n%s%s", strings.Join(args, " "), code, out, err)
	}
	return out
}

// byHand changes the hour with an editor, because it is quicker. The build names the
// command and leaves what is published as it is; then the editor is right again.
func byHand(t *testing.T) {
	t.Helper()
	name := filepath.Join("regions", storyNotice, "notice.toml")
	before, published := readFile(t, name), readFile(t, "output/manifest.json")
	after := strings.Replace(before, `"2024-05-14 20:00"`, `"2024-05-16 09:00"`, 1)
	if after == before {
		t.Fatal("the time of back is not in the file")
	}
	writeFile(t, name, after)
	code, _, said := tonggao("build")
	if code != 1 || !strings.Contains(said, `tonggao move `+storyNotice+`#back "2024-05-16 09:00"`) {
		t.Errorf("exit code %d, want 1 and the command:\n%s", code, said)
	}
	if readFile(t, "output/manifest.json") != published {
		t.Error("a build that is refused publishes")
	}
	good(t, "verify", "output", "--quiet")
	writeFile(t, name, before)
}

// laterNotice publishes another notice, after which the first one's times lie more
// than the site's days back.
func laterNotice(t *testing.T) {
	t.Helper()
	writeFile(t, "regions/linjiang/2024-rate/notice.toml", `title  = "关于调整缴费基数的通告"
issued = 2024-08-01

[milestone.rate]
kind  = "rule"
at    = "2024-09-01 00:00"
label = "新缴费基数启用"
text  = "按新的缴费基数申报"
`)
}
