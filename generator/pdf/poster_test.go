package pdf

import (
	"fmt"
	"image/color"
	"image/png"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// TestCodesDecode renders every poster and summary at 200 dpi and reads its code
// with another program: it leads to the page of its own milestone or notice.
func TestCodesDecode(t *testing.T) {
	render, decode := testkit.Need(t, "pdftoppm"), testkit.Need(t, "zbarimg")
	w, p := press(t, regions())
	var images, want []string
	var all sync.WaitGroup
	for _, o := range p.Outputs {
		if o.Kind != plan.PosterPDF && o.Kind != plan.SummaryPDF {
			continue
		}
		base := filepath.Join(t.TempDir(), fmt.Sprint(len(images)))
		if err := os.WriteFile(base+".pdf", print(t, w, o), 0o600); err != nil {
			t.Fatal(err)
		}
		images, want = append(images, base+".png"), append(want, w.plan.URL(pageOf(o)))
		all.Go(func() {
			// The lower left of the sheet is enough, and a tenth of the work.
			crop := []string{"-r", "200", "-gray", "-png", "-singlefile", "-x", "60", "-y", "1780", "-W", "500", "-H", "500", base + ".pdf", base}
			if out, err := exec.Command(render, crop...).CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
	all.Wait()
	out, err := exec.Command(decode, append([]string{"--quiet", "--raw"}, images...)...).Output()
	got := strings.Fields(string(out))
	if err != nil || len(got) != len(want) {
		t.Fatalf("%d codes of %d can be read (%v)", len(got), len(want), err)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("a code says %s, want %s", got[i], want[i])
		}
	}
}

// TestPostersSayTheFact reads every poster with pdftotext: label, full moment,
// weekday, hotlines, issuer, version and code are there, and nothing leaves the
// sheet or runs into something else's place.
func TestPostersSayTheFact(t *testing.T) {
	w, p := press(t, regions())
	v := phrase.In(site.Chinese)
	for _, o := range p.Outputs {
		if o.Kind != plan.PosterPDF {
			continue
		}
		m := o.Milestone
		pages := read(t, print(t, w, o))
		if len(pages) != 1 {
			t.Fatalf("%s has %d pages", o.Path, len(pages))
		}
		text := ""
		for _, word := range pages[0] {
			text += word.Text
			if word.XMin < posterEdge-0.2 || word.XMax > pageWidth-posterEdge+0.2 || word.YMin < posterEdge-0.2 || word.YMax > pageHeight-posterEdge+0.2 {
				t.Errorf("%s: %q leaves the sheet", o.Path, word.Text)
			}
		}
		text = unspaced(text)
		want := []string{v.Label(m), v.Moment(m.Moment), v.Hotlines(m.Notice.Region), v.List(m.Notice.Issuers), m.ShortCode(), v.Turn(m)}
		if m.Moment.Precision >= site.ToDay {
			want = append(want, v.Weekday(m.Moment.Day()))
		}
		for _, words := range want {
			if !strings.Contains(text, unspaced(words)) {
				t.Errorf("%s lacks %s in %s", o.Path, words, text)
			}
		}
	}
}

// TestPostersReadAcrossTheHall holds the sizes, by a rule of thumb: distance / 200. The
// time is read from three metres (15 mm), what decides from two (10 mm), the rest from
// nearby, and nothing is smaller than 12 points.
func TestPostersReadAcrossTheHall(t *testing.T) {
	w, p := press(t, regions())
	for _, o := range p.Outputs {
		if o.Kind != plan.PosterPDF {
			continue
		}
		sheets, _ := sheetsOf(t, w, o)
		if len(sheets) > 1 {
			t.Errorf("%s has %d sheets", o.Path, len(sheets))
		}
		leastSize(t, o.Path, sheets, 12)
		s, large := sheets[0], 0
		for _, text := range s.texts {
			if text.size > 42 {
				large++
			}
		}
		if large < 3 && o.Milestone.Moment.Known() {
			t.Errorf("%s: %d lines over 42 points", o.Path, large)
		}
		for _, words := range deciding(w.voice, o.Milestone) {
			if !strings.Contains(unspaced(said(s, 28)), unspaced(words)) {
				t.Errorf("%s: %s is not read from two metres", o.Path, words)
			}
		}
		if s.codes[0].side < 25 {
			t.Errorf("%s: code of %.1f mm", o.Path, s.codes[0].side)
		}
	}
}

// deciding is what a reader came for: what to do, and until when.
func deciding(v phrase.Voice, m *site.Milestone) []string {
	words := []string{phrase.Plain(v.Runs(m.Notice, nil, m.Instead))}
	if m.Kind != site.Suspend && m.Kind != site.Partial || m.Permanent {
		return words
	}
	for _, o := range m.Notice.Outages {
		if o.Stop == m && o.End != nil {
			words = append(words, v.When(o.End), v.Label(o.End))
		}
	}
	return words
}

// said is a sheet's text in letters of a size and more.
func said(s sheet, size float64) string {
	var b strings.Builder
	for _, text := range s.texts {
		if text.size >= size {
			b.WriteString(text.line.text())
		}
	}
	return b.String()
}

// noPhones takes the telephone numbers from the real site.
func noPhones(t *testing.T) fs.FS {
	t.Helper()
	files := edited(t, nil).(fstest.MapFS)
	for name, f := range files {
		if strings.HasSuffix(name, ".toml") {
			f.Data = regexp.MustCompile(`(?m)^hotlines\s*=.*$`).ReplaceAll(f.Data, nil)
		}
	}
	return files
}

// TestNoPhoneNoLabel holds that a sheet without telephone numbers has no label for them.
func TestNoPhoneNoLabel(t *testing.T) {
	for name, from := range map[string]fs.FS{"with": regions(), "without": noPhones(t)} {
		w, p := press(t, from)
		labels := 0
		for _, o := range p.Outputs {
			if o.Kind != plan.PosterPDF && o.Kind != plan.SummaryPDF {
				continue
			}
			sheets, _ := sheetsOf(t, w, o)
			labels += strings.Count(said(sheets[0], 0), wordHotlines)
		}
		if with := name == "with"; with != (labels > 0) {
			t.Errorf("%s numbers: %d labels", name, labels)
		}
	}
}

// wordy is a milestone with more to say than a poster should.
var wordy = `
[milestone.online-first]
instead = "` + strings.Repeat("请相关参保人员及时补办，", 60) + `"
label = "` + strings.Repeat("线上办理业务", 6) + `暂停"
`

// many are more deadlines than one sheet can list.
func many() string { return deadlines(90) }

func deadlines(count int) string {
	text := ""
	for i := range count {
		text += fmt.Sprintf("[milestone.extra-%d]\nkind = \"deadline\"\nat = \"2022-03-%02d\"\nincludes_day = true\nlabel = \"第%d项业务办理截止\"\ntext = \"办理第%d项业务\"\n", i, i%31+1, i, i)
	}
	return text
}

// TestWithdrawnIsStamped renders the poster of a withdrawn fact and looks for the
// stamp's colour over the middle of the sheet, where a good one is black or white.
func TestWithdrawnIsStamped(t *testing.T) {
	render := testkit.Need(t, "pdftoppm")
	w, p := press(t, edited(t, map[string]string{changshu + "notice.toml": moves}))
	for _, id := range []string{"refund", "inpatient"} {
		for _, o := range p.Outputs {
			if o.Kind != plan.PosterPDF || o.Path != changshu+id+"/poster.pdf" {
				continue
			}
			base := filepath.Join(t.TempDir(), "sheet")
			if err := os.WriteFile(base+".pdf", print(t, w, o), 0o600); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command(render, "-r", "30", "-png", "-singlefile", base+".pdf", base).CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			if got, want := reddish(t, base+".png") > 500, id == "refund"; got != want {
				t.Errorf("%s: stamped %v, want %v", id, got, want)
			}
		}
	}
}

func reddish(t *testing.T, path string) int {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for y := img.Bounds().Dy() / 4; y < img.Bounds().Dy()*3/4; y++ {
		for x := range img.Bounds().Dx() {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			if int(c.R) > int(c.B)+40 && int(c.R) > int(c.G)+40 {
				count++
			}
		}
	}
	return count
}

// TestEventIsAttached finds the event file in a poster, and none where there is no
// time to put into a calendar.
func TestEventIsAttached(t *testing.T) {
	program := testkit.Need(t, "qpdf")
	w, p := press(t, regions())
	w.Events = func(to io.Writer, o plan.Output) error {
		_, err := fmt.Fprint(to, "BEGIN:VCALENDAR "+o.Path)
		return err
	}
	for _, o := range p.Outputs {
		if o.Kind != plan.PosterPDF || o.Notice.ID != "jiangsu/suzhou/changshu/2021-platform" && o.Milestone.Moment.Known() {
			continue
		}
		path := filepath.Join(t.TempDir(), "file.pdf")
		if err := os.WriteFile(path, print(t, w, o), 0o600); err != nil {
			t.Fatal(err)
		}
		out, _ := exec.Command(program, "--list-attachments", path).Output()
		_, dated := o.Milestone.Span()
		if got := strings.Contains(string(out), " ->"); got != dated {
			t.Errorf("%s: attached %v, want %v: %s", o.Path, got, dated, out)
		}
		if !dated {
			continue
		}
		content, err := exec.Command(program, "--show-attachment="+o.Milestone.ID+".ics", path).Output()
		if want := "BEGIN:VCALENDAR " + plan.MilestoneDir(o.Milestone) + "event.ics"; err != nil || string(content) != want {
			t.Errorf("%s: attached %q (%v), want %q", o.Path, content, err, want)
		}
	}
}
