package amend

import (
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"tonggao/generator/site"
)

// FuzzMove moves a milestone in any file that is TOML, with any reason: no panic, and
// it is TOML after it.
func FuzzMove(f *testing.F) {
	const notice = "title = \"x\" # 注\nissued = 2024-05-06\n[milestone.stop]\nat = \"2024-05-10 08:00\"\ntext = '''x'''\n"
	f.Add(notice, "2024-05-12 08:00", "材料晚到")
	f.Add("\ufeff"+crlf(notice)+"[[milestone.stop.move]]\nfrom = \"tbd\"\non = 2024-05-07\n", "tbd", "\"\\\n\u202e")
	f.Add("[milestone.stop]\nat=\"a\"\n[[revision]]", "2024-05", "")
	f.Add("[[revision]]\non = 2024-05-08\nwhat = 'x\\'\n"+notice[34:], "2024-05-12", "；\"")
	f.Add("[milestone]\nstop = {at = \"2024-05-10 08:00\"}", "2024-05-12", "x")
	f.Fuzz(func(t *testing.T, text, to, why string) {
		m := Change{On: site.Day{Year: 2024, Month: 5, Day: 8}, What: []string{why}, Join: strings.HasPrefix(why, "；"), Moves: []Move{{Milestone: "stop", To: to, Why: why}}}
		var before, after map[string]any
		if _, err := toml.Decode(text, &before); err != nil {
			return // nothing is moved in a file that cannot be read
		}
		moved, err := m.Apply(text)
		if err != nil {
			return
		}
		if _, err := toml.Decode(moved, &after); err != nil {
			t.Errorf("%q became %q: %v", text, moved, err)
		}
	})
}
