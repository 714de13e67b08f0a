package command

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"tonggao/generator/document"
	"tonggao/generator/draft"
	"tonggao/generator/message"
)

// draftNotice writes a draft into a new folder.
func (t *terminal) draftNotice(a auditing, text *document.Text) error {
	set, err := t.setting(a)
	if err != nil {
		return err
	}
	set.Where = text.Where
	files, problems := draft.From(a.text, text.Words, set)
	if files == nil {
		return t.report(text.InFile(problems), false)
	}
	if entries, err := os.ReadDir(a.draft); err == nil && len(entries) > 0 {
		return message.Errorf("%s has files already: name a new folder", a.draft)
	}
	if err := os.MkdirAll(a.draft, 0o755); err != nil {
		return message.Errorf("make folder: %w", err)
	}
	for _, f := range files {
		name := filepath.Join(a.draft, f.Name)
		if err := os.WriteFile(name, []byte(f.Content), 0o644); err != nil {
			return message.Errorf("write draft: %w", err)
		}
		t.wrote(filepath.ToSlash(name))
	}
	t.drafted(a.draft, files)
	return nil
}

var (
	openQuestion = regexp.MustCompile(`【请核对：([^】\n]*)】`)
	sure         = regexp.MustCompile(`(?m)^# 请核对：(有把握|较有把握|把握不大)：`)
)

// drafted sums a draft up: how sure its milestones are, and every question that must be
// answered before anything is published, with its line.
func (t *terminal) drafted(dir string, files []draft.File) {
	marks, milestones, certain := 0, 0, map[string]int{}
	var questions []message.Text
	for _, f := range files {
		marks += strings.Count(f.Content, "# 请核对")
		for _, m := range sure.FindAllStringSubmatch(f.Content, -1) {
			milestones++
			certain[m[1]]++
		}
		for n, line := range strings.Split(f.Content, "\n") {
			for _, m := range openQuestion.FindAllStringSubmatch(line, -1) {
				if m[1] != draft.Reminder {
					questions = append(questions, message.Say("%s:%d: %s", filepath.ToSlash(filepath.Join(dir, f.Name)), n+1, m[1]))
				}
			}
		}
	}
	switch {
	case t.json:
		t.line(map[string]any{"drafted": map[string]any{"files": len(files), "points": marks, "milestones": milestones, "questions": len(questions)}})
		return
	case t.quiet:
		return
	}
	t.tell("%s: %d certain, %d likely, %d uncertain", message.Count(milestones, "1 milestone", "%d milestones"), certain["有把握"], certain["较有把握"], certain["把握不大"])
	if len(questions) > 0 {
		t.tell("to be answered first; until then nothing is published:")
	}
	for _, q := range questions {
		t.tell("  %s", q)
	}
	t.tell("%s to check, each marked 请核对; tonggao check tells what else is left to do", message.Count(marks, "1 point", "%d points"))
}
