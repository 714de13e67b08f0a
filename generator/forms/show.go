package forms

import (
	"net/http"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"tonggao/generator/message"
	"tonggao/generator/move"
)

// show shows a proposal.
func (f *Forms) show(w http.ResponseWriter, p *proposal) {
	v := f.view("proposal")
	v.Plan, v.Back, v.Title = p, p.Back, f.say(p.Title)
	asked, points := p.asked()
	if points > 0 {
		v.Drafted = f.say(message.Say("drafted from the file: %s to check; once it is written each can be answered here, and nothing is published before", message.Count(points, "1 point", "%d points")))
	}
	v.Problems = f.problems(nil, slices.Concat(p.Doubts, p.Unmended, unasked(p.Problems, asked)))
	for _, one := range p.Files {
		v.Diffs = append(v.Diffs, diffOf(one))
	}
	v.Differs = f.differs(p.Changes, p.After, p.sheetLink)
	f.render(w, http.StatusOK, "proposal", v)
}

func diffOf(one move.Rewrite) diffView {
	name := "regions/" + one.Name
	v := diffView{Name: name}
	old := one.Old
	for i, line := range strings.Split(strings.TrimRight(string(diff.Diff(name, []byte(old), name, []byte(one.Text))), "\n"), "\n") {
		if i < 3 { // the names of the files
			continue
		}
		line = strings.TrimSuffix(line, "\r")
		switch {
		case strings.HasPrefix(line, "+"):
			v.Lines = append(v.Lines, diffLine{"new", "+", line[1:]})
		case strings.HasPrefix(line, "-"):
			v.Lines = append(v.Lines, diffLine{"old", "−", line[1:]})
		case strings.HasPrefix(line, "@@"):
			v.Lines = append(v.Lines, diffLine{"gap", "", "…"})
		case line != "":
			v.Lines = append(v.Lines, diffLine{"", "", line[1:]})
		}
	}
	return v
}
