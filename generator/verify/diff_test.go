package verify

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"
)

// published writes a txtar archive as a published folder.
func published(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		name := filepath.Join(dir, f.Name)
		must(t, os.MkdirAll(filepath.Dir(name), 0o755))
		must(t, os.WriteFile(name, f.Data, 0o644))
	}
	return dir
}

const oldTree = `
-- notices.json --
{"version":1,"regions":[
{"id":"js","name":"江苏","issuer":"省局","hotlines":["12345"],"url":"https://a/js/","notices":[
 {"id":"js/cut","title":"通告","issued":"2021-12-20","revision":1,"url":"u","milestones":[
  {"id":"stop","kind":"suspend","service":"settlement","label":"结算暂停","when":"2021年12月30日20时","written":"2021年12月30日20时","at":"2021-12-30T20:00:00+08:00","text":"暂停结算","sequence":0,"moves":[],"code":"AAAA-AAAA"},
  {"id":"back","kind":"resume","service":"settlement","label":"结算恢复","when":"2022年1月2日8时","at":"2022-01-02T08:00:00+08:00","text":"恢复结算","audience":[]},
  {"id":"gone","label":"旧事项","when":"另行通知","at":null}]}]},
{"id":"zj","name":"浙江","issuer":"省局","notices":[{"id":"zj/cut","title":"通告","revision":1,"milestones":[]}]}
]}
-- js/cut/index.html --
<p>old look</p><article class="sheet"><div class="a prose"><div><p>暂停。</p></div></div></article>
-- js/cut/notice.pdf --
-- js/cut/for/insured/index.html --
<article class="prose">同样  的话</article>
-- js/cut/for/insured/notice.pdf --
-- js/cut/summary.pdf --
-- js/cut/stop/index.html --
<h1>暂停</h1><dl class="about"><dt>对象</dt><dd>参保人员</dd></dl>
-- js/cut/stop/poster.pdf --
-- js/cut/back/poster.pdf --
-- js/cut/gone/poster.pdf --
-- zj/cut/notice.pdf --
`

func TestDiffTellsFactsAndSheets(t *testing.T) {
	newTree := strings.NewReplacer(
		`"when":"2022年1月2日8时","at":"2022-01-02T08:00:00+08:00"`, `"when":"2022年1月4日9时","at":"2022-01-04T09:00:00+08:00"`,
		`"audience":[]}`, `"audience":["insured"]}`,
		`"revision":1,"url":"u"`, `"revision":2,"url":"v"`,
		`"id":"gone"`, `"id":"fresh"`, "js/cut/gone/", "js/cut/fresh/",
		"old look", "new look", "暂停。", "暂停，延期。", "同样  的话", "同样 <b>的话</b>",
		`"id":"zj"`, `"id":"xa"`, `"zj/cut"`, `"xa/cut"`, "zj/cut/", "xa/cut/", "AAAA-AAAA", "BBBB-BBBB",
	).Replace(oldTree)
	d, err := Diff(published(t, oldTree), published(t, newTree))
	must(t, err)
	var got []string
	for _, r := range d.Regions {
		for _, n := range r.Notices {
			got = append(got, n.ID)
			for _, c := range n.Changes {
				got = append(got, strings.Join([]string{c.Milestone, c.Fact, c.Old, c.New}, "|"))
			}
			for _, p := range n.Print {
				got = append(got, "print "+p.Path+": "+p.Why.String())
			}
			for _, p := range n.TakeDown {
				got = append(got, "take down "+p.Path)
			}
		}
	}
	want := []string{
		"js/cut",
		"back|when|2022年1月2日8时|2022年1月4日9时",
		"back|audience||insured",
		"fresh|milestone||另行通知",
		"gone|milestone|另行通知|",
		"print js/cut/stop/poster.pdf: a time of its service changed",
		"print js/cut/back/poster.pdf: its time changed",
		"print js/cut/fresh/poster.pdf: the milestone is new",
		"print js/cut/for/insured/notice.pdf: its revision and code changed",
		"print js/cut/notice.pdf: the text changed",
		"print js/cut/summary.pdf: a poster changed",
		"take down js/cut/gone/poster.pdf",
		"xa/cut", "print xa/cut/notice.pdf: the notice is new",
		"zj/cut", "take down zj/cut/notice.pdf",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the difference is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestDiffOfTheSameIsEmpty(t *testing.T) {
	tree := published(t, oldTree)
	d, err := Diff(tree, tree)
	must(t, err)
	if len(d.Regions) > 0 {
		t.Errorf("a folder differs from itself: %+v", d)
	}
	if _, err := Diff(tree, t.TempDir()); err == nil {
		t.Error("a folder without facts was compared")
	}
}

func TestHeadChangesEveryPoster(t *testing.T) {
	newTree := strings.Replace(oldTree, `"hotlines":["12345"]`, `"hotlines":["12393"]`, 1)
	d, err := Diff(published(t, oldTree), published(t, newTree))
	must(t, err)
	if len(d.Regions) != 1 || len(d.Regions[0].Changes) != 1 || len(d.Regions[0].Notices[0].Print) != 4 {
		t.Errorf("the difference is %+v, want the hotlines, three posters and the summary", d)
	}
}

// TestWhatHangsBesideAPosterGoesWithIt: a door sign and a poster for A3 say what the
// poster says, so they are printed and taken down with it; one that is new alone is told.
func TestWhatHangsBesideAPosterGoesWithIt(t *testing.T) {
	hangs := func(sheets ...string) string { return "-- " + strings.Join(sheets, " --\n-- ") + " --\n" }
	walls := oldTree + hangs("js/cut/back/poster-a3.pdf", "js/cut/back/sign.pdf", "js/cut/gone/sign.pdf")
	moved := strings.NewReplacer(`"when":"2022年1月2日8时"`, `"when":"2022年1月4日9时"`, `"id":"gone"`, `"id":"fresh"`, "js/cut/gone/", "js/cut/fresh/")
	told := func(old, new string) string {
		d, err := Diff(published(t, old), published(t, new))
		must(t, err)
		var got []string
		for _, n := range d.Regions[0].Notices {
			for _, p := range append(n.Print, n.TakeDown...) {
				got = append(got, path.Base(path.Dir(p.Path))+"/"+path.Base(p.Path)+": "+p.Why.String())
			}
		}
		return strings.Join(got, "\n")
	}
	got := told(walls, moved.Replace(walls))
	for _, want := range []string{"back/poster.pdf: its time changed", "back/poster-a3.pdf: its time changed", "back/sign.pdf: its time changed",
		"fresh/sign.pdf: the milestone is new", "gone/sign.pdf: the milestone is gone"} {
		if strings.Count(got, want) != 1 {
			t.Errorf("%q stands %d times:\n%s", want, strings.Count(got, want), got)
		}
	}
	changed := strings.Replace(oldTree, `"hotlines":["12345"]`, `"hotlines":["12393"]`, 1)
	if got := told(oldTree, changed+hangs("js/cut/back/sign.pdf")); !strings.Contains(got, "back/sign.pdf: ") {
		t.Errorf("a new sign is not told:\n%s", got)
	}
}

// reprinted lists what a change of the old tree means for the walls.
func reprinted(t *testing.T, changes ...string) string {
	t.Helper()
	newTree := strings.NewReplacer(changes...).Replace(oldTree)
	d, err := Diff(published(t, oldTree), published(t, newTree))
	must(t, err)
	var got []string
	for _, r := range d.Regions {
		for _, n := range r.Notices {
			for _, p := range n.Print {
				got = append(got, "+"+strings.TrimPrefix(p.Path, "js/cut/")+": "+p.Why.String())
			}
			for _, p := range n.TakeDown {
				got = append(got, "-"+strings.TrimPrefix(p.Path, "js/cut/")+": "+p.Why.String())
			}
		}
	}
	return strings.Join(got, "\n")
}

// TestWhatIsPrintedAgain holds each reason for which a sheet on a wall no longer
// agrees with what is published.
func TestWhatIsPrintedAgain(t *testing.T) {
	const revised, moved = ": its revision and code changed", ": the address on it changed"
	for name, c := range map[string]struct {
		changes []string
		want    string
	}{
		"a revision that changed nothing else": {[]string{`"revision":1,"url":"u"`, `"revision":2,"url":"u"`},
			"+stop/poster.pdf" + revised + "\n+back/poster.pdf" + revised + "\n+gone/poster.pdf" + revised +
				"\n+for/insured/notice.pdf" + revised + "\n+notice.pdf" + revised + "\n+summary.pdf" + revised},
		"another address": {[]string{`"revision":1,"url":"u"`, `"revision":1,"url":"v"`},
			"+stop/poster.pdf" + moved + "\n+back/poster.pdf" + moved + "\n+gone/poster.pdf" + moved +
				"\n+for/insured/notice.pdf" + moved + "\n+notice.pdf" + moved + "\n+summary.pdf" + moved},
		"an edition that is given up": {[]string{"js/cut/for/insured/", "js/cut/for/nobody/"},
			"+for/nobody/notice.pdf: the sheet is new\n-for/insured/notice.pdf: the sheet is gone"},
		"the text alone":               {[]string{"暂停。", "暂停！"}, "+notice.pdf: the text changed"},
		"a time that no text mentions": {[]string{`"when":"另行通知"`, `"when":"2022年5月1日"`}, "+gone/poster.pdf: its time changed\n+summary.pdf: a poster changed"},
		"the name of a recovery": {[]string{`"label":"结算恢复"`, `"label":"恢复结算"`},
			"+stop/poster.pdf: a name in the course of its service changed\n+back/poster.pdf: its label changed\n+summary.pdf: a poster changed"},
		"the record of a move": {[]string{`"moves":[]`, `"moves":[{"from":"2021-12-29T20:00:00+08:00"}]`},
			"+stop/poster.pdf: its former time changed\n+summary.pdf: a poster changed"},
		"the name of an audience": {[]string{`<dd>参保人员</dd>`, `<dd>参保人</dd>`},
			"+stop/poster.pdf: a name on it changed\n+summary.pdf: a poster changed"},
	} {
		if got := reprinted(t, c.changes...); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// TestContactsAreComparedOneByOne holds that a changed number is told as one fact,
// not as two lists in JSON.
func TestContactsAreComparedOneByOne(t *testing.T) {
	with := func(contacts string) string {
		return published(t, strings.Replace(oldTree, `"hotlines":["12345"]`, `"hotlines":["12345"],"contacts":[`+contacts+`]`, 1))
	}
	d, err := Diff(with(`{"id":"desk","name":"科","phones":["1"],"url":""},{"id":"hall","name":"厅","phones":["2","3"]}`), with(`{"id":"desk","name":"科","phones":["9"],"url":""},{"id":"new","name":"室","phones":[]}`))
	must(t, err)
	want := []Change{{Fact: "contacts desk phones", Old: "1", New: "9"}, {Fact: "contacts hall", Old: "厅, 2, 3"}, {Fact: "contacts new", New: "室"}}
	if len(d.Regions) != 1 || !slices.Equal(d.Regions[0].Changes, want) {
		t.Errorf("the difference is %+v, want %v", d, want)
	}
}

// TestFactsWithOneIDForTwoThingsAreRefused, since a change could be told of the
// wrong one.
func TestFactsWithOneIDForTwoThingsAreRefused(t *testing.T) {
	for _, facts := range []string{
		`{"regions":[{"id":"js"},{"id":"js"}]}`,
		`{"regions":[{"id":"js","notices":[{"id":"js/cut"},{"id":"js/cut"}]}]}`,
		`{"regions":[{"id":"js","notices":[{"id":"js/cut","milestones":[{"id":"stop"},{"id":"stop"}]}]}]}`,
	} {
		tree := fstest.MapFS{"notices.json": {Data: []byte(facts)}}
		if _, err := DiffFS(tree, tree); err == nil || !strings.Contains(err.Error(), "have the id") {
			t.Errorf("%s: the error is %v", facts, err)
		}
	}
}
