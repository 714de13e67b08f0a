package lexicon

import (
	"fmt"
	"time"

	"tonggao/generator/site"
)

// english words facts in plain British English, the 24-hour clock and China time.
func english() *Words {
	return &Words{
		Kinds:     map[site.Kind]string{site.Suspend: "Stops", site.Partial: "Partly back", site.Resume: "Back", site.Opening: "Open", site.Deadline: "Deadline", site.Rule: "Date to note"},
		States:    map[site.State]string{site.On: "Working as usual", site.Off: "Stopped", site.Partly: "Partly back", site.Ended: "Ended for good", site.Uncertain: "Not yet announced", site.Presumed: "Should be back"},
		BackMarks: map[site.MoveKind]string{site.Postponed: "[Back later] ", site.Advanced: "[Back earlier] ", site.TakenBack: "[Back: time to be announced] "},
		Apart:     " ", Planned: "planned ", CalledOff: "Cancelled on %[3]s", PartlyOff: "[Partly cancelled] ", Adjusted: "[Changed] ",
		Statuses: map[site.Status]string{site.Confirmed: "Confirmed", site.Tentative: "To be announced", site.Cancelled: "Cancelled"},
		Changes: map[site.MoveKind]string{site.Postponed: "[Postponed] ", site.Advanced: "[Earlier] ", site.Fixed: "[Time announced] ",
			site.TakenBack: "[Postponed, time to be announced] ", site.Withdrawn: "[Cancelled] "},
		Moves: map[site.MoveKind]string{
			site.Postponed: "planned for %[1]s; on %[3]s postponed to %[2]s", site.Advanced: "planned for %[1]s; on %[3]s brought forward to %[2]s",
			site.Fixed: "on %[3]s announced for %[2]s", site.TakenBack: "planned for %[1]s; on %[3]s postponed, time to be announced", site.Withdrawn: "planned for %[1]s; on %[3]s cancelled"},
		News:     map[site.MoveKind]string{site.Postponed: "%s postponed", site.Advanced: "%s brought forward", site.Fixed: "%s: time announced", site.TakenBack: "%s postponed, time to be announced", site.Withdrawn: "%s cancelled"},
		EndNews:  map[site.MoveKind]string{site.Postponed: "%s prolonged", site.Advanced: "%s ends earlier"},
		EndMoves: map[site.MoveKind]string{site.Postponed: "planned for %[1]s; on %[3]s prolonged to %[2]s", site.Advanced: "planned for %[1]s; on %[3]s shortened to %[2]s"},
		EndMarks: map[site.MoveKind]string{site.Postponed: "[Prolonged] ", site.Advanced: "[Ends earlier] "},
		Turns:    map[site.Kind]string{site.Suspend: "stops", site.Resume: "back", site.Opening: "open", site.Deadline: "deadline"},
		Date: func(d site.Day, year bool) string {
			if !year {
				return fmt.Sprintf("%d %s", d.Day, d.Month)
			}
			return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year)
		},
		Month:    func(d site.Day) string { return fmt.Sprintf("%s %d", d.Month, d.Year) },
		Clock:    func(hour, minute int) string { return fmt.Sprintf("%02d:%02d", hour, minute) },
		Join:     func(date, clock string) string { return clock + " on " + date },
		Weekdays: englishWeekdays(),
		Weekday:  "%s (%s)", Window: "from %s to %s", OpenWindow: "from %s (end to be announced)", Bounded: "from %s (end: %s)", Until: "from %s until the end of %s", UntilHour: "from %s to %s", Late: "%s, until %s", FormerEnd: "an end on %s", LatterEnd: "an end on %s", DateLast: true, Stepwise: ", step by step", Expected: "%s (expected)", Between: "between %s and %s", Since: "from %s", Gradually: "from %s, step by step", Before: "before %s", After: "after %s",
		ThroughDay: "by the end of %s", UntilDay: "before %s begins", ThroughMon: "by the end of %s", UntilMon: "before %s begins", Pending: "to be announced", PendingFrom: "%s, exact time to be announced",
		TimePending: ": to be announced", ItPending: ": to be announced", Aside: " (%s)",
		Hours: englishHours, Reason: " (reason: %s)", Stopped: "ends for good", Gradual: "%s step by step", Partly: "partly %s", InPart: "In part", Full: "fully %s", Again: "%s again", Many: "%s and others (%d services)", Rest: "the rest", Alongside: "off too while this holds: %s %s", Includes: "includes %s", Excludes: "does not include %s",
		Past:  [5]string{"This notice is past", "All times of this notice have passed (the last: %s)", "; for the present, see the newest notice.", "; for the present, see the newest notice or call %s.", "All times of the notices published have passed"},
		Never: "Does not come back", Unannounced: "Not announced",
		Labelled: "%s %s", Due: "%s: %s", Change: englishChange(), Standing: englishStanding, Outlook: englishOutlook, Heard: englishHeard, Scoped: "%s: %s",
		List: ", ", Or: " or ", Comma: ": ", Colon: ":", Semicolon: "; ", Stop: ".", More: " and others", Edition: " (for %s)", Revised: "%[1]s, version %[2]d: %[3]s",
		Annex: "Annex", Annexes: "Annex %d", AnnexNote: "Annexes: ", Missing: "%s (not included here)", Defined: "%s (“%s” below)",
		Numbers: "%s: %s", Purpose: "%s (%s)", Contacts: [3]string{"Office", "Telephone", "Notes"}, Question: "Q: ",
		Section: Section{Levels: [5]string{1: "%d", 2: "(%d)", 3: "%d)", 4: "(%d)"}, Between: ", ", Whole: "section %s", Question: "question %d", Elsewhere: "%s of the whole notice"},
		Limits:  Limits{Scope: "Limited to", Audience: "For", Channels: "Channels"},
	}
}

func englishWeekdays() (names [7]string) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		names[d] = d.String()
	}
	return names
}
