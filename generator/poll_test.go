package generator_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// TestClientsThatPoll moves milestones of any site at random and fetches its calendar after
// each: an event that reads otherwise has a later DTSTAMP, one that is at another time or
// stands otherwise a higher SEQUENCE too, and neither ever falls. Milestones hang on each
// other: by bounds, by times that are another's, by words that give another's time.
func TestClientsThatPoll(t *testing.T) {
	templates, err := filepath.Abs("../templates")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("TONGGAO_LANG", "en")
	t.Setenv("TONGGAO_STORY_TEMPLATES", templates)
	polled, sites := 0, uint64(16)
	if testing.Short() {
		sites = 4
	}
	for seed := range sites {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Chdir(t.TempDir())
			w := &walk{T: t, Rand: rand.New(rand.NewPCG(seed, 51)), day: time.Date(2025, 2, 1, 0, 0, 0, 0, site.China)}
			files := testkit.AnySite(w.Rand).(fstest.MapFS)
			hang(w.Rand, files)
			if err := os.CopyFS("regions", files); err != nil {
				t.Fatal(err)
			}
			if code, _, _ := tonggao("build", "--quiet", "--formats", "ics,data"); code != 0 {
				return // the reader refuses some
			}
			view := map[string]entry{}
			for range 6 {
				w.poll(view)
				if !w.moved() {
					return
				}
				polled++
			}
			w.poll(view)
		})
	}
	if polled < int(sites) {
		t.Errorf("%d moves were polled", polled)
	}
}

// poll fetches all that a client of this site can hold, also the files for import.
func (w *walk) poll(view map[string]entry) {
	for _, name := range published(w.T, ".ics") {
		if path.Base(name) != "event.ics" && name != "output/calendar.ics" {
			continue
		}
		for uid, is := range entries(w.T, name) {
			was, had := view[name+uid]
			view[name+uid] = is
			moved := was.begins != is.begins || was.ends != is.ends || was.status != is.status || recurs(was) != recurs(is)
			switch {
			case !had || was.lines == is.lines:
			case is.stamp <= was.stamp || is.sequence < was.sequence || moved && is.sequence == was.sequence:
				w.Errorf("%s changed, a client keeps what it has:\n%s\nwas\n%s", name, is.lines, was.lines)
			}
		}
	}
}

var rules = regexp.MustCompile(`(?m)^(RRULE|EXDATE):.*$`)

func recurs(e entry) string { return strings.Join(rules.FindAllString(e.lines, -1), "\n") }

// moved moves milestones until one move is taken, and builds; false where the texts have to
// be mended by hand then, or nothing moves.
func (w *walk) moved() bool {
	for range 8 {
		all := w.notices()
		n := all[w.IntN(len(all))]
		if len(n.Milestones) == 0 {
			continue
		}
		m := n.Milestones[w.IntN(len(n.Milestones))]
		args, _ := w.order(n.ID, m)
		if code, _, _ := tonggao(args...); code != 0 {
			continue
		}
		w.Logf("tonggao %s", strings.Join(args, " "))
		code, _, _ := tonggao("build", "--quiet", "--formats", "ics,data")
		return code == 0
	}
	return false
}

// hang lets milestones of notices hang on others of them.
func hang(r *rand.Rand, files fstest.MapFS) {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if path.Base(name) != "notice.toml" {
			continue
		}
		ids := regexp.MustCompile(`\[milestone\.(m\d+)\]`).FindAllStringSubmatch(string(files[name].Data), -1)
		lines := strings.Split(string(files[name].Data), "\n")
		for i, line := range lines {
			id, key := "", strings.Fields(line + " .")[0]
			if len(ids) > 1 {
				id = ids[r.IntN(len(ids))][1]
			}
			switch {
			case id == "" || r.IntN(3) > 0:
			case key == "text":
				lines[i] = strings.TrimSuffix(line, `"`) + "，与{{" + id + `}}的事项一并办理"`
			case key == "instead":
				lines[i] = `instead = "请于{{` + id + `}}前办理"`
			case key == "after" || key == "before":
				lines[i] = key + ` = "` + id + `"`
			}
		}
		files[name] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
	}
}
