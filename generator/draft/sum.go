package draft

import (
	"regexp"
	"strings"
)

// A Sum is what a drafted notice leaves its author to do.
type Sum struct {
	Points                     int // all marks of its files, milestones among them
	Certain, Likely, Uncertain int // milestones, by how sure their first mark is
	Questions                  []Question
}

// A Question stands in a draft's text and keeps the notice from being published.
type Question struct {
	File string // of the draft
	Line int    // from 1
	Text string
}

var (
	openQuestion = regexp.MustCompile(`【请核对：([^】\n]*)】`)
	sure         = regexp.MustCompile(`(?m)^# 请核对：(有把握|较有把握|把握不大)：`)
)

// SumUp reads the marks of a draft's files. The line that reminds of them all is no question.
func SumUp(files []File) (s Sum) {
	for _, f := range files {
		s.Points += strings.Count(f.Content, "# 请核对")
		for _, m := range sure.FindAllStringSubmatch(f.Content, -1) {
			*map[string]*int{"有把握": &s.Certain, "较有把握": &s.Likely, "把握不大": &s.Uncertain}[m[1]]++
		}
		for n, line := range strings.Split(f.Content, "\n") {
			for _, m := range openQuestion.FindAllStringSubmatch(line, -1) {
				if m[1] != Reminder {
					s.Questions = append(s.Questions, Question{f.Name, n + 1, m[1]})
				}
			}
		}
	}
	return s
}

// Milestones counts those of the draft.
func (s Sum) Milestones() int { return s.Certain + s.Likely + s.Uncertain }
