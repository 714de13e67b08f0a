package phrase_test

import (
	"strings"
	"testing"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// TestWhatIsCalledOffIsNotToBeAnnounced: what is withdrawn and never had a time is called off
// without one, in a line and in a sentence; what had bounds was planned within them.
func TestWhatIsCalledOffIsNotToBeAnnounced(t *testing.T) {
	after := site.Moment{Instant: site.Day{Year: 2027, Month: 5, Day: 3}.Start(), Precision: site.ToDay}
	for _, at := range []site.Moment{{Pending: true}, {Pending: true, After: &after}, {After: &after}} {
		on := site.Day{Year: 2027, Month: 4, Day: 29}
		n := &site.Notice{Services: []*site.Service{{ID: "water", Name: "供水"}}, Revisions: []site.Revision{{On: on}}}
		m := &site.Milestone{ID: "m", Notice: n, Kind: site.Resume, Services: n.Services, Moment: at, Withdrawn: true, Text: testkit.Text("恢复供水"),
			Moves: []site.Move{{From: at, To: at, On: on, Kind: site.Withdrawn}}}
		for language, pending := range map[site.Language]string{site.Chinese: "另行通知", site.Traditional: "另行通知", site.English: "announced"} {
			v := phrase.In(language)
			if line := v.Line(m); at.After == nil && strings.Contains(line, pending) || at.After != nil && !strings.Contains(line, v.Planned("")) {
				t.Error(line)
			}
			if said := phrase.Plain(v.Sentence(m)); at.After == nil && strings.Contains(said, pending) {
				t.Error(said)
			}
		}
	}
}
