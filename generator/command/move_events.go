package command

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tonggao/generator"
)

// An event is what subscribers see of one entry of a notice's calendar, before and
// after, read from the calendars themselves.
type event struct {
	UID    string `json:"uid"`
	Title  string `json:"title"`
	Before entry  `json:"before"`
	After  entry  `json:"after"`
}

// An entry is one event as a calendar has it; the zero entry is none.
type entry struct {
	Title    string `json:"title"`
	Start    string `json:"start"`
	End      string `json:"end"`
	Sequence string `json:"sequence"`
	Status   string `json:"status"`
}

// events compares the calendars of the notices that are named; where a notice is
// published by the regions below alone, that of the first of them.
func (m *moving) events(before, after *generator.Tree) ([]event, error) {
	var all []event
	for _, notice := range m.notices() {
		i := slices.IndexFunc(m.steps, func(s *step) bool { return s.place.notice == notice })
		name := m.steps[i].one.Notice.ID + "/calendar.ics"
		was, err := before.ReadFile(name)
		if err != nil {
			return nil, err
		}
		is, err := after.ReadFile(name)
		if err != nil {
			return nil, err
		}
		all = append(all, changed(entries(string(was)), entries(string(is)))...)
	}
	return all, nil
}

func changed(was, is map[string]entry) []event {
	var all []event
	for uid, now := range is {
		if old := was[uid]; old != now {
			all = append(all, event{uid, now.Title, old, now})
		}
	}
	for uid, old := range was {
		if _, stays := is[uid]; !stays {
			all = append(all, event{uid, old.Title, old, entry{}})
		}
	}
	slices.SortFunc(all, func(a, b event) int {
		return cmp.Or(strings.Compare(cmp.Or(a.After.Start, a.Before.Start), cmp.Or(b.After.Start, b.Before.Start)), strings.Compare(a.UID, b.UID))
	})
	return all
}

// entries reads what a calendar says of each event, by UID (RFC 5545, 3.1: a line that
// begins with a space goes on with the one before).
func entries(calendar string) map[string]entry {
	all := map[string]entry{}
	uid, now, depth := "", entry{}, 0
	for row := range strings.SplitSeq(strings.ReplaceAll(calendar, "\r\n ", ""), "\r\n") {
		key, value, _ := strings.Cut(row, ":")
		name, _, _ := strings.Cut(key, ";")
		switch {
		case name == "BEGIN" && value == "VEVENT":
			uid, now, depth = "", entry{}, 1
		case name == "BEGIN" && depth > 0: // an alarm has words of its own
			depth++
		case name == "END" && depth == 1:
			all[uid], depth = now, 0
		case name == "END" && depth > 1:
			depth--
		case depth != 1:
		case name == "UID":
			uid = value
		case name == "SUMMARY":
			now.Title = strings.NewReplacer(`\,`, ",", `\;`, ";", `\n`, " ", `\\`, `\`).Replace(value)
		case name == "DTSTART":
			now.Start = value
		case name == "DTEND":
			now.End = value
		case name == "SEQUENCE":
			now.Sequence = value
		case name == "STATUS":
			now.Status = value
		}
	}
	return all
}

func (t *terminal) showEvents(events []event) {
	if len(events) > 0 {
		fmt.Fprintln(t.out, "\nsubscribers will see:")
	}
	for _, e := range events {
		line(t.out, "  %s", e.Title)
		line(t.out, "    %s → %s", e.Before.when(), e.After.when())
		line(t.out, "    UID %s, SEQUENCE %s → %s, STATUS %s → %s", e.UID, e.Before.Sequence, e.After.Sequence, e.Before.Status, e.After.Status)
	}
}

// when is the time as the calendar writes it, easier on the eye.
func (e entry) when() string {
	if e.Start == "" {
		return "no entry"
	}
	if e.End == "" {
		return eased(e.Start)
	}
	return eased(e.Start) + "–" + eased(e.End)
}

// eased writes 20240512T000000Z or 20240512 with marks: in UTC where it says Z.
func eased(stamp string) string {
	if len(stamp) < 8 {
		return stamp
	}
	date := stamp[:4] + "-" + stamp[4:6] + "-" + stamp[6:8]
	if len(stamp) < 15 {
		return date
	}
	return date + " " + stamp[9:11] + ":" + stamp[11:13] + stamp[15:]
}
