package phrase

import (
	"fmt"
	"time"

	"tonggao/generator/site"
)

// english words facts in plain British English, the 24-hour clock and China time.
func english() *words {
	return &words{
		kinds:     map[site.Kind]string{site.Suspend: "Stops", site.Partial: "Partly back", site.Resume: "Back", site.Opening: "Open", site.Deadline: "Deadline", site.Rule: "Date to note"},
		states:    map[site.State]string{site.On: "Working as usual", site.Off: "Stopped", site.Partly: "Partly back", site.Ended: "Ended for good", site.Uncertain: "Not yet announced", site.Presumed: "Should be back"},
		backMarks: map[site.MoveKind]string{site.Postponed: "[Back later] ", site.Advanced: "[Back earlier] ", site.TakenBack: "[When it is back is to be announced] "},
		apart:     " ", planned: "planned ", sure: []string{"planned for ", "planned "}, calledOff: "Cancelled on %[3]s", partlyOff: "[Partly cancelled] ", adjusted: "[Changed] ",
		statuses: map[site.Status]string{site.Confirmed: "Confirmed", site.Tentative: "To be announced", site.Cancelled: "Cancelled"},
		changes: map[site.MoveKind]string{site.Postponed: "[Postponed] ", site.Advanced: "[Earlier] ", site.Fixed: "[Time announced] ",
			site.TakenBack: "[Postponed, time to be announced] ", site.Withdrawn: "[Cancelled] "},
		moves: map[site.MoveKind]string{
			site.Postponed: "planned for %[1]s; on %[3]s postponed to %[2]s", site.Advanced: "planned for %[1]s; on %[3]s brought forward to %[2]s",
			site.Fixed: "on %[3]s announced for %[2]s", site.TakenBack: "planned for %[1]s; on %[3]s postponed, time to be announced", site.Withdrawn: "planned for %[1]s; on %[3]s cancelled"},
		news:     map[site.MoveKind]string{site.Postponed: "%s postponed", site.Advanced: "%s brought forward", site.Fixed: "%s: time announced", site.TakenBack: "%s postponed, time to be announced", site.Withdrawn: "%s cancelled"},
		endNews:  map[site.MoveKind]string{site.Postponed: "%s prolonged", site.Advanced: "%s ends earlier"},
		endMarks: map[site.MoveKind]string{site.Postponed: "[Prolonged] ", site.Advanced: "[Ends earlier] "},
		turns:    map[site.Kind]string{site.Suspend: "stops", site.Resume: "back", site.Opening: "open", site.Deadline: "deadline"},
		date: func(d site.Day, year bool) string {
			if !year {
				return fmt.Sprintf("%d %s", d.Day, d.Month)
			}
			return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year)
		},
		month:    func(d site.Day) string { return fmt.Sprintf("%s %d", d.Month, d.Year) },
		clock:    func(hour, minute int) string { return fmt.Sprintf("%02d:%02d", hour, minute) },
		join:     func(date, clock string) string { return clock + " on " + date },
		weekdays: englishWeekdays(),
		weekday:  "%s (%s)", window: "from %s to %s", openWindow: "from %s (end to be announced)", bounded: "from %s (end: %s)", until: "from %s until the end of %s", untilHour: "from %s to %s", formerEnd: "an end on %s", latterEnd: "an end on %s", dateLast: true, stepwise: ", step by step", expected: "expected %s", between: "between %s and %s", since: "from %s", gradually: "from %s, step by step", before: "before %s", after: "after %s",
		throughDay: "by the end of %s", untilDay: "before %s begins", throughMon: "by the end of %s", untilMon: "before %s begins", pending: "to be announced", pendingFrom: "%s, exact time to be announced",
		timePending: ": to be announced", itPending: ": to be announced", aside: " (%s)",
		hours: englishHours, reason: " (reason: %s)", stopped: "ends for good", gradual: "%s step by step", partly: "partly %s", full: "fully %s", again: "%s again", many: "%s and others (%d services)", rest: "the rest", alongside: "off too whenever %s %s", includes: "includes %s", excludes: "does not include %s",
		past:  [5]string{"This notice is past", "All times of this notice have passed (the last: %s)", "; for the present, see the newest notice.", "; for the present, see the newest notice or call %s.", "All times of the notices published have passed"},
		never: "Does not come back", unannounced: "Not announced",
		labelled: "%s %s", due: "%s: %s", change: englishChange(), standing: englishStanding, outlook: englishOutlook, heard: englishHeard, scoped: "%s: %s",
		list: ", ", or: " or ", comma: ": ", colon: ":", semicolon: "; ", stop: ".", more: " and others", edition: " (for %s)", revised: "%[1]s, version %[2]d: %[3]s",
		annex: "Annex", annexes: "Annex %d", annexNote: "Annexes: ", missing: "%s (not included here)", defined: "%s (“%s” below)",
		numbers: "%s: %s", purpose: "%s (%s)", contacts: [3]string{"Office", "Telephone", "Notes"}, question: "Q: ",
		section: sectionWords{levels: [5]string{1: "%d", 2: "(%d)", 3: "%d)", 4: "(%d)"}, between: ", ", whole: "section %s", question: "question %d", elsewhere: "%s of the whole notice"},
	}
}

func englishWeekdays() (names [7]string) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		names[d] = d.String()
	}
	return names
}
