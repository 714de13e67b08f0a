package pdf

import (
	"fmt"
	"image/color"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// TestCodesDecode renders every poster and summary at 200 dpi and reads its code
// with another program: it leads to the page of its own milestone or notice.
func TestCodesDecode(t *testing.T) {
	render, decode := testkit.Need(t, "pdftoppm"), testkit.Need(t, "zbarimg")
	w, p := press(t, testkit.Regions())
	var images, want []string
	var all sync.WaitGroup
	for _, o := range p.Outputs() {
		if o.Kind != prints.Poster && o.Kind != prints.Summary {
			continue
		}
		base := filepath.Join(t.TempDir(), fmt.Sprint(len(images)))
		if err := os.WriteFile(base+".pdf", print(t, w, o), 0o600); err != nil {
			t.Fatal(err)
		}
		images, want = append(images, base+".png"), append(want, p.URL(pageOfPrint(o)))
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

// pageOfPrint is the path of the page that a poster or a summary is the print of.
func pageOfPrint(o plan.Output) string {
	if o.Milestone != nil {
		return plan.MilestoneDir(o.Milestone) + "index.html"
	}
	return plan.NoticeDir(o.Notice) + "index.html"
}

// TestPostersSayTheFact reads every poster with pdftotext: label, full moment,
// weekday, hotlines, issuer, version and code are there, and nothing leaves the
// sheet or runs into something else's place.
func TestPostersSayTheFact(t *testing.T) {
	w, p := press(t, testkit.Regions())
	const edge = 12.8
	v := phrase.In(site.Chinese)
	for _, o := range p.Outputs() {
		if o.Kind != prints.Poster {
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
			if word.XMin < edge || word.XMax > 210-edge || word.YMin < edge || word.YMax > 297-edge {
				t.Errorf("%s: %q leaves the sheet", o.Path, word.Text)
			}
		}
		text = testkit.Unspaced(text)
		want := []string{v.Label(m), v.Moment(m.Moment), v.Hotlines(m.Notice.Region), v.List(m.Notice.Issuers), m.ShortCode(), v.Turn(m)}
		if m.Moment.Precision >= site.ToDay {
			want = append(want, v.Weekday(m.Moment.Day()))
		}
		for _, words := range want {
			if !strings.Contains(text, testkit.Unspaced(words)) {
				t.Errorf("%s lacks %s in %s", o.Path, words, text)
			}
		}
	}
}

// TestWithdrawnIsStamped renders the poster of a withdrawn fact and looks for the
// stamp's colour over the middle of the sheet, where a good one is black or white.
func TestWithdrawnIsStamped(t *testing.T) {
	render := testkit.Need(t, "pdftoppm")
	w, p := press(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": testkit.Moves}))
	for _, id := range []string{"refund", "inpatient"} {
		for _, o := range p.Outputs() {
			if o.Kind != prints.Poster || o.Path != testkit.County+id+"/poster.pdf" {
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
	w, p := press(t, testkit.Regions())
	w.Events = func(to io.Writer, o plan.Output) error {
		_, err := fmt.Fprint(to, "BEGIN:VCALENDAR "+o.Path)
		return err
	}
	for _, o := range p.Outputs() {
		if o.Kind != prints.Poster || o.Notice.ID != "jiangsu/suzhou/changshu/2021-platform" && o.Milestone.Moment.Known() {
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
