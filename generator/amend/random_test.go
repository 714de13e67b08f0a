package amend

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"tonggao/generator/site"
)

// TestRandomMovesKeepTheRest makes random changes of random files, one after the other.
// Whatever line does not give a time, an end or a certainty of a milestone that moves
// stays, in its order; what comes is the keys that were asked for, one move for each
// milestone and at most one revision; and the file says the new times.
func TestRandomMovesKeepTheRest(t *testing.T) {
	made := 0
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 14))
		text := randomNotice(r)
		for step := range 4 {
			c := randomChange(r, step)
			after, err := c.Apply(text)
			if err != nil {
				continue // it changes nothing, or what is not there
			}
			if lost := lostLines(text, after, c); lost != "" {
				t.Fatalf("seed %d: lost %q\n%s\nbecame\n%s", seed, lost, text, after)
			}
			if wrong := saysOtherwise(after, c); wrong != "" {
				t.Fatalf("seed %d: %s\n%s\nbecame\n%s", seed, wrong, text, after)
			}
			text, made = after, made+1
		}
	}
	if made < 400 {
		t.Errorf("%d changes are made of 1600", made)
	}
}

// randomNotice writes four milestones with the keys of a time in any order, with
// comments, indents and gaps.
func randomNotice(r *rand.Rand) string {
	var b strings.Builder
	b.WriteString("title = \"t\" # 注\n\n")
	for i := range 4 {
		fmt.Fprintf(&b, "# 第 %d 项\n[milestone.m%d]\n", i, i)
		keys := []string{fmt.Sprintf("text = \"x%d\"", i), "kind    = \"suspend\"  # 类"}
		switch r.IntN(4) {
		case 0:
			keys = append(keys, `tbd=true`, `after  = "2024-05-09 17:00" # 界`)
		case 1:
			keys = append(keys, `before = '2024-05-09 17:00'`)
		default:
			keys = append(keys, `at = "2024-05-10 08:00"	# 时`)
		}
		if r.IntN(2) == 0 {
			keys = append(keys, `until   = "2024-05-17"`)
		}
		if r.IntN(3) == 0 {
			keys = append(keys, `expected = true # 预`)
		}
		r.Shuffle(len(keys), func(a, b int) { keys[a], keys[b] = keys[b], keys[a] })
		indent := strings.Repeat(" ", r.IntN(3))
		for _, k := range keys {
			b.WriteString(indent + k + "\n")
		}
		b.WriteString(strings.Repeat("\n", r.IntN(3)))
	}
	return b.String()
}

func randomChange(r *rand.Rand, step int) Change {
	c := Change{On: site.Day{Year: 2024, Month: 5, Day: 11}, Join: step > 0 && r.IntN(2) == 0, What: []string{fmt.Sprint("改", r.IntN(3))}}
	for _, i := range r.Perm(4)[:1+r.IntN(3)] {
		m := Move{Milestone: fmt.Sprint("m", i), Why: "w"}
		day := fmt.Sprintf("2024-06-%02d", 1+r.IntN(28))
		switch r.IntN(6) {
		case 0:
			m.To = Withdrawn
		case 1:
			m.To = Pending
		case 2:
			m.After = day + " 09:00"
		case 3:
			m.To, m.Before = Pending, day
		case 4:
			m.Until = day
		default:
			m.To, m.Certain = day, r.IntN(3) == 0
		}
		c.Moves = append(c.Moves, m)
	}
	return c
}

// lostLines returns a line that should have stayed in its place, or "".
func lostLines(before, after string, c Change) string {
	kept, rest := strings.Split(before, "\n"), strings.Split(after, "\n")
	inside := ""
	for _, line := range kept {
		if id, head := strings.CutPrefix(line, "[milestone."); head {
			inside = strings.TrimSuffix(id, "]")
		} else if strings.HasPrefix(line, "[[") {
			inside = ""
		}
		moves := slices.ContainsFunc(c.Moves, func(m Move) bool { return m.Milestone == inside })
		key := strings.TrimSpace(line)
		if moves && slices.ContainsFunc(append(timeKeys, "until", "expected"), func(k string) bool { return strings.HasPrefix(key, k) }) || c.Join && strings.HasPrefix(key, "what") {
			if _, comment, has := strings.Cut(key, "#"); has && !strings.Contains(after, "#"+comment) {
				return line
			}
			continue
		}
		i := slices.Index(rest, line)
		if i < 0 {
			return line
		}
		rest = rest[i+1:]
	}
	return ""
}

// saysOtherwise reads the file and returns what is not as asked for, or "".
func saysOtherwise(text string, c Change) string {
	var read struct {
		Revision  []struct{ What string }
		Milestone map[string]struct {
			At, After, Before, Until string
			TBD, Withdrawn, Expected bool
			Move                     []map[string]any
		}
	}
	if _, err := toml.Decode(text, &read); err != nil {
		return err.Error()
	}
	for _, m := range c.Moves {
		is := read.Milestone[m.Milestone]
		good := len(is.Move) > 0 && is.Move[len(is.Move)-1]["why"] == "w"
		switch m.To {
		case Withdrawn:
			good = good && is.Withdrawn
		case Pending:
			good = good && is.TBD && is.At == "" && is.After == m.After && is.Before == m.Before
		case "":
			good = good && (m.Until == "" || is.Until == m.Until) && (m.After == "" || is.After == m.After && is.At == "" && !is.TBD && is.Before == "")
		default:
			good = good && is.At == m.To && is.After+is.Before == "" && !is.TBD && !(m.Certain && is.Expected)
		}
		if !good {
			return fmt.Sprintf("%+v is written as %+v", m, is)
		}
	}
	parts := strings.Split(read.Revision[len(read.Revision)-1].What, "；")
	if slices.Sort(parts); len(slices.Compact(parts)) != len(strings.Split(read.Revision[len(read.Revision)-1].What, "；")) {
		return "a part of the revision is told twice"
	}
	return ""
}

// TestRevisionTellsOnceInOrder joins changes of one day.
func TestRevisionTellsOnceInOrder(t *testing.T) {
	text := "title = \"t\"\n[milestone.a]\nat = \"2024-05-01\"\n"
	for i, step := range []struct {
		what    []string
		replace bool
		want    string
	}{
		{[]string{"甲延期", "乙延期", "甲延期"}, false, "甲延期；乙延期"}, {[]string{"丙延期"}, false, "甲延期；乙延期；丙延期"},
		{[]string{"乙延期", "丁“\"延期\""}, false, `甲延期；乙延期；丙延期；丁“\"延期\"`},
		{[]string{"丁“\"延期\""}, false, `甲延期；乙延期；丙延期；丁“\"延期\"`}, {[]string{"改期"}, true, "改期"},
	} {
		c := Change{On: site.Day{Year: 2024, Month: 4, Day: 1}, What: step.what, Join: i > 0, Replace: step.replace, Moves: []Move{{Milestone: "a", To: fmt.Sprintf("2024-05-%02d", i+2), Why: "x"}}}
		after, err := c.Apply(text)
		if err != nil || !strings.Contains(after, "what = \""+step.want+"\"\n") || strings.Count(after, "[[revision]]") != 1 {
			t.Errorf("step %d: %v\n%s", i, err, after)
		}
		text = after
	}
}
