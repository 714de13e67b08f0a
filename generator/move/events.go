package move

import (
	"cmp"
	"slices"
	"strings"

	"tonggao/generator"
)

// An Event is what subscribers see of one entry of a notice's calendar, before and
// after, read from the calendars themselves.
type Event struct {
	UID    string `json:"uid"`
	Title  string `json:"title"`
	Before Entry  `json:"before"`
	After  Entry  `json:"after"`
}

// An Entry is one event as a calendar has it; the zero Entry is none.
type Entry struct {
	Title    string `json:"title"`
	Start    string `json:"start"`
	End      string `json:"end"`
	Sequence string `json:"sequence"`
	Status   string `json:"status"`
}

// events compares the calendars of the notices that are named; where a notice is
// published by the regions below alone, that of the first of them.
func (m *Order) events(before, after *generator.Tree) ([]Event, error) {
	var all []Event
	for _, notice := range m.notices() {
		i := slices.IndexFunc(m.Steps, func(s *Step) bool { return s.place.notice == notice })
		name := m.Steps[i].one.Notice.ID + "/calendar.ics"
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

func changed(was, is map[string]Entry) []Event {
	var all []Event
	for uid, now := range is {
		if old := was[uid]; old != now {
			all = append(all, Event{uid, now.Title, old, now})
		}
	}
	for uid, old := range was {
		if _, stays := is[uid]; !stays {
			all = append(all, Event{uid, old.Title, old, Entry{}})
		}
	}
	slices.SortFunc(all, func(a, b Event) int {
		return cmp.Or(strings.Compare(cmp.Or(a.After.Start, a.Before.Start), cmp.Or(b.After.Start, b.Before.Start)), strings.Compare(a.UID, b.UID))
	})
	return all
}

// entries reads what a calendar says of each event, by UID (RFC 5545, 3.1: a line that
// begins with a space goes on with the one before).
func entries(calendar string) map[string]Entry {
	all := map[string]Entry{}
	uid, now, depth := "", Entry{}, 0
	for row := range strings.SplitSeq(strings.ReplaceAll(calendar, "\r\n ", ""), "\r\n") {
		key, value, _ := strings.Cut(row, ":")
		name, _, _ := strings.Cut(key, ";")
		switch {
		case name == "BEGIN" && value == "VEVENT":
			uid, now, depth = "", Entry{}, 1
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

// When is the time as the calendar writes it, easier on the eye; "" where there is no entry.
func (e Entry) When() string {
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
