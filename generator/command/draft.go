package command

import (
	"os"
	"path/filepath"

	"tonggao/generator/document"
	"tonggao/generator/draft"
	"tonggao/generator/message"
	"tonggao/generator/move"
	"tonggao/generator/rewrite"
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
	var all []move.Rewrite
	for _, f := range files {
		all = append(all, move.Rewrite{Name: f.Name, Text: f.Content})
	}
	if err := rewrite.Files(a.draft, all); err != nil {
		return err
	}
	t.drafted(a.draft, files)
	return nil
}

// drafted sums a draft up: how sure its milestones are, and every question that must be
// answered before anything is published, with its line.
func (t *terminal) drafted(dir string, files []draft.File) {
	for _, f := range files {
		t.wrote(filepath.ToSlash(filepath.Join(dir, f.Name)))
	}
	sum := draft.SumUp(files)
	if t.quiet && !t.json {
		return
	}
	if t.json {
		t.line(map[string]any{"drafted": map[string]any{"files": len(files), "points": sum.Points, "milestones": sum.Milestones(), "questions": len(sum.Questions)}})
		return
	}
	t.tell("%s: %d certain, %d likely, %d uncertain", message.Count(sum.Milestones(), "1 milestone", "%d milestones"), sum.Certain, sum.Likely, sum.Uncertain)
	if len(sum.Questions) > 0 {
		t.tell("to be answered first; until then nothing is published:")
	}
	for _, q := range sum.Questions {
		t.tell("  %s", message.Say("%s:%d: %s", filepath.ToSlash(filepath.Join(dir, q.File)), q.Line, q.Text))
	}
	t.tell("%s to check, each marked 请核对; tonggao check tells what else is left to do", message.Count(sum.Points, "1 point", "%d points"))
}
