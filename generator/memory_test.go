package generator

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// TestPreviewRemembersExactly edits sites at random and wants of a preview that remembers
// the ones before exactly what one is that remembers nothing: the problems, every output
// with what it belongs to, what calendars hold, and the octets of some files. The large
// site has more events than one calendar, so that archives are cut.
func TestPreviewRemembersExactly(t *testing.T) {
	templates, previewed := look.New(os.DirFS("../templates")), 0
	for seed, files := range []fs.FS{os.DirFS("../regions"), testkit.Nation(60), testkit.Nation(180)} {
		random := rand.New(rand.NewPCG(uint64(seed), 3))
		e, memory := testkit.NewEditing(t, random, files), &Memory{}
		for step := range []int{20, 16, 12}[seed] {
			what, changed := "begun", []string(nil)
			if step > 0 {
				what, changed = e.Step()
			}
			if random.IntN(4) == 0 {
				changed = nil
			}
			o := Options{Regions: maps.Clone(e.Files), Look: templates, Memory: memory, Changed: changed}
			have, told, err := Preview(o, "tonggao")
			o.Memory, o.Changed = nil, nil
			want, said, wrong := Preview(o, "tonggao")
			if fmt.Sprint(err) != fmt.Sprint(wrong) || fmt.Sprint(told) != fmt.Sprint(said) || (have == nil) != (want == nil) {
				t.Fatalf("site %d, step %d, %s:\n%v, %v\nanew\n%v, %v", seed, step, what, err, told, wrong, said)
			}
			if have == nil {
				continue
			}
			previewed++
			if a, b := planText(have.Plan), planText(want.Plan); a != b {
				t.Fatalf("site %d, step %d, %s: another plan than anew", seed, step, what)
			}
			for range 12 {
				name := want.Plan.Output(random.IntN(want.Plan.Len())).Path
				a, err := have.ReadFile(name)
				b, wrong := want.ReadFile(name)
				if err != nil || wrong != nil || string(a) != string(b) {
					t.Fatalf("site %d, step %d, %s: %s is another than anew: %v, %v", seed, step, what, name, err, wrong)
				}
			}
		}
	}
	if previewed < 10 {
		t.Errorf("sites were previewed only %d times", previewed)
	}
}

// planText is all that a plan says.
func planText(p *plan.Plan) string {
	var text strings.Builder
	for _, o := range p.Outputs() {
		fmt.Fprintln(&text, o.Path, o.Kind, o.Format, o.Language, o.Year, o.Part, o.Leads, o.FirstPath(), len(p.Versions(o)))
		for _, m := range p.Events(o.Path) {
			fmt.Fprintln(&text, "  ", m.Notice.ID, m.ID, m.Moment)
		}
	}
	for _, r := range append([]*site.Region{nil}, p.Site.Regions...) {
		for _, o := range p.Archives(r) {
			fmt.Fprintln(&text, o.Path)
		}
	}
	return text.String()
}
