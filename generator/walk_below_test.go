package generator_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"tonggao/generator/site"
)

// below is the notice of the story as a region below issues it.
const below = "linjiang/east/2024-platform"

// cascadingSite is the site of the story with a region below, which takes the notice over,
// and milestones with an end, bounds, a time that is another's and one that is expected.
func cascadingSite(t *testing.T) {
	t.Helper()
	storySite(t)
	name := "regions/" + storyNotice + "/notice.toml"
	text := strings.NewReplacer("issued = 2024-05-06\n", "issued = 2024-05-06\ncascade = true\n", "at      = \"2024-05-10 17:00\"\n", "at      = \"2024-05-10\"\nuntil   = \"2024-05-17\"\n",
		"tbd     = true\n", "tbd     = true\nafter   = \"2024-05-20\"\n", "at      = \"2024-05-13 08:00\"\n", "at      = \"2024-05-13 08:00\"\nexpected = true\n").Replace(readFile(t, name))
	writeFile(t, name, text+"[milestone.report]\nkind = \"rule\"\nat = \"back\"\ntext = \"开通网上填报\"\nlabel = \"网上填报\"\n")
	writeFile(t, "regions/"+storyNotice+"/10-text.md", "因系统切换，时间安排如下：\n\n{{schedule}}\n") // it names no time that can be withdrawn
	writeFile(t, "regions/linjiang/east/region.toml", "name = \"东湖县\"\nissuer = \"东湖县医疗保障局\"\n")
}

// TestMovesAboveAndBelow moves milestones of a notice and, with --here, of a region that
// takes it over, in any order, and builds over what was published after each. What move
// takes can be built; no count of moves falls, and it rises where an event changes; and
// what moves here alone becomes what it would have become for all.
func TestMovesAboveAndBelow(t *testing.T) {
	taken := 0
	for seed := range uint64(12) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			cascadingSite(t)
			if seed%3 == 0 { // issued below after moves above, which count
				for _, id := range []string{"back", "refund", "new-rule"} {
					good(t, "move", storyNotice+"#"+id, "--by", "1d", "--why", "设备晚到", "--on", "2024-05-06", "--yes", "--quiet")
				}
				writeFile(t, "regions/"+below+"/notice.toml", "issued = 2024-05-07\n")
			}
			good(t, "build", "--quiet", "--formats", "ics,data")
			w := &walk{T: t, Rand: rand.New(rand.NewPCG(seed, 77)), day: time.Date(2024, 5, 7, 0, 0, 0, 0, site.China)}
			for range 6 {
				taken += w.stepBelow()
			}
		})
	}
	if taken < 20 {
		t.Errorf("%d moves are taken", taken)
	}
}

// stepBelow moves one milestone above or below, builds, and returns how many were moved.
func (w *walk) stepBelow() int {
	facts, before := factsBelow(w, "output/notices.json"), counts(w)
	ids := []string{"stop", "back", "counter-stop", "counter-back", "refund", "new-rule", "report"}
	id := ids[w.IntN(len(ids))]
	w.day = w.day.AddDate(0, 0, w.IntN(3))
	aim := w.aim(facts[id])
	move := func(notice string) []string {
		return append([]string{"move", notice + "#" + id, "--why", "联调测试延长", "--yes", "--quiet", "--on", w.day.Format(time.DateOnly)}, aim...)
	}
	if w.IntN(2) == 0 {
		return w.built(move(storyNotice), before)
	}
	own := "regions/" + below + "/notice.toml"
	if text, err := os.ReadFile(own); err == nil && strings.Contains(string(text), "[milestone.") {
		return w.built(append(move(below), "--here"), before)
	}
	name := "regions/" + storyNotice + "/notice.toml"
	was := readFile(w, name)
	forAll, _, _ := tonggao(move(storyNotice)...)
	var want map[string]publishedFact
	if forAll == 0 {
		good(w.T, "build", "--quiet", "--formats", "ics,data", "--output", "all")
		want = factsBelow(w, "all/notices.json")
	}
	writeFile(w, name, was)
	n := w.built(append(move(below), "--here"), before)
	if (n == 1) != (forAll == 0) {
		w.Errorf("%v: taken for all %v, here alone %v", move(below), forAll == 0, n == 1)
	} else if got := factsBelow(w, "output/notices.json"); n == 1 {
		for _, one := range ids {
			if told(got[one]) != told(want[one]) {
				w.Errorf("%v: %s is\n%s\nand would be for all\n%s\n%s", move(below), one, told(got[one]), told(want[one]), readFile(w, own))
			}
		}
	}
	return n
}

// built makes a move, builds, and holds the calendars against those before.
func (w *walk) built(args []string, before map[string]entry) int {
	if code, _, said := tonggao(args...); code != 0 {
		w.Logf("refused: %v: %s", args, said)
		return 0
	}
	w.Logf("tonggao %s", strings.Join(args, " "))
	good(w.T, "build", "--quiet", "--formats", "ics,data")
	for uid, is := range counts(w) {
		was := before[uid]
		changed := was.begins != is.begins || was.ends != is.ends || was.status != is.status
		if is.sequence < was.sequence || changed && is.sequence == was.sequence {
			w.Errorf("%s: %s–%s %s with SEQUENCE %d was %s–%s %s with %d", is.title, is.begins, is.ends, is.status, is.sequence, was.begins, was.ends, was.status, was.sequence)
		}
	}
	return 1
}

func counts(w *walk) map[string]entry {
	all := entries(w.T, "output/"+storyNotice+"/calendar.ics")
	for uid, e := range entries(w.T, "output/"+below+"/calendar.ics") {
		all[uid] = e
	}
	return all
}

// factsBelow are the milestones of the region below, by id.
func factsBelow(w *walk, name string) map[string]publishedFact {
	var all publishedFacts
	if err := json.Unmarshal([]byte(readFile(w, name)), &all); err != nil {
		w.Fatal(err)
	}
	below := map[string]publishedFact{}
	for _, n := range all.Regions[1].Notices {
		for _, m := range n.Milestones {
			m.UID, m.Code = "", ""
			below[m.ID] = m
		}
	}
	return below
}

// told is a fact as JSON.
func told(m publishedFact) string {
	text, _ := json.Marshal(m) // it came from JSON
	return string(text)
}

// TestWithdrawnAboveIsWithdrawnBelow withdraws a stop whose recovery has a time of its own
// below: the record stands there too, and the notice below tells of it once.
func TestWithdrawnAboveIsWithdrawnBelow(t *testing.T) {
	cascadingSite(t)
	w := &walk{T: t}
	good(t, "build", "--quiet", "--formats", "ics,data")
	good(t, "move", below+"#back", "2024-05-14 08:00", "--why", "东湖检修", "--on", "2024-05-07", "--here", "--yes", "--quiet")
	good(t, "build", "--quiet", "--formats", "ics,data")
	before := counts(w)
	if w.built([]string{"move", storyNotice + "#stop", "--withdraw", "--why", "不停", "--on", "2024-05-08", "--yes", "--quiet"}, before) != 1 {
		t.Fatal("the withdrawal is refused")
	}
	for id, m := range factsBelow(w, "output/notices.json") {
		if off := m.Status == "cancelled"; off != (id == "stop" || id == "back") {
			t.Errorf("%s is %s below", id, m.Status)
		}
	}
	if text := readFile(t, "regions/"+below+"/notice.toml"); strings.Count(text, "[[revision]]") != 1 || strings.Count(text, "withdrawn = true") != 1 {
		t.Error(text)
	}
}
