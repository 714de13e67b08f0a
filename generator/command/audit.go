package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tonggao/generator/arrival"
	"tonggao/generator/audit"
	"tonggao/generator/document"
	"tonggao/generator/draft"
	"tonggao/generator/message"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/usage"
)

// auditing is what one audit command line asks for.
type auditing struct {
	regions, draft string
	text           string // the file's name, or -
	path           string // region or notice to compare with; empty to look for it
	issued         string // the day of issue where the text has none
}

func (t *terminal) audit() *cobra.Command {
	var a auditing
	c := &cobra.Command{
		Use: "audit FILE [PATH]", Short: "compare an issued notice with its data, or draft the data from it",
		Long: `Audit reads an issued notice (a .docx, a PDF with text, a web page or plain text;
- is standard input) and lists every time, telephone number, link and pending
wording in it, each with its place: table 1, row 2, cell 3. Where the
site has the notice, it says of each whether the data has, lacks or contradicts
it, and which facts of the data the text never states. PATH names the notice or
its region; without PATH the likeliest notice of the site is taken.

With --draft FOLDER it writes notice.toml and Markdown fragments there instead,
for the author to finish: every guess is marked 请核对.`,
		Example: `  tonggao audit notice.txt
  tonggao audit 关于暂停业务的通告.docx jiangsu/suzhou/changshu
  tonggao audit notice.txt --draft regions/jiangsu/suzhou/changshu/2024-upgrade`,
		Args: usage.Between(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			a.text, a.path = args[0], arrival.Path(a.regions, strings.Join(args[1:], ""))
			if a.draft != "" && a.path != "" {
				return message.New("--draft takes the place from its folder: leave PATH out")
			}
			text, err := t.readText(a.text)
			if err != nil {
				return err
			}
			a.text = nameOfText(a.text)
			if a.draft != "" {
				return t.draftNotice(a, text)
			}
			return t.auditNotice(a, text)
		},
		ValidArgsFunction: func(c *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return nil, cobra.ShellCompDirectiveDefault
			}
			return paths(&a.regions, toNotices)(c, nil, word)
		},
	}
	c.Flags().StringVar(&a.regions, "regions", "regions", "`folder` with site.toml and the regions")
	c.Flags().StringVar(&a.draft, "draft", "", "write a draft of the notice to a new `folder`")
	c.Flags().StringVar(&a.issued, "issued", "", "`day` of issue, such as 2024-05-08, where the text does not have it")
	t.flags(c)
	return c
}

// auditNotice compares a text with its notice, or lists its facts where the site
// has none like it.
func (t *terminal) auditNotice(a auditing, text *document.Text) error {
	n, v, err := t.noticeOf(a, text.Words)
	if err != nil {
		return err
	}
	report, problems := audit.Read(a.text, text.Words, n, v)
	if report == nil {
		return t.report(text.InFile(problems), false)
	}
	for i := range report.Findings {
		report.Findings[i].Position = text.At(report.Findings[i].Position)
	}
	t.audited(report)
	if !report.Clean() {
		return errContent
	}
	return nil
}

// noticeOf finds the notice to compare with, and the vocabulary. Without a
// regions folder there is neither.
func (t *terminal) noticeOf(a auditing, text string) (*site.Notice, site.Vocabulary, error) {
	if _, err := os.Stat(a.regions); a.path == "" && errors.Is(err, fs.ErrNotExist) {
		return nil, site.Vocabulary{}, nil
	}
	s, err := t.readSite(a.regions)
	if err != nil {
		return nil, site.Vocabulary{}, err
	}
	if err := knownPath(s, a.path); err != nil {
		return nil, site.Vocabulary{}, err
	}
	n := audit.Likeliest(s, a.path, text)
	if n == nil {
		return nil, s.Vocabulary, nil
	}
	return n, n.Vocabulary, nil
}

// audited prints a report: what disagrees first to the eye, the rest in order.
func (t *terminal) audited(r *audit.Report) {
	for _, f := range r.Findings {
		bad := f.Verdict == audit.Contradicts || f.Verdict == audit.Lacks || f.Verdict == audit.Unclear
		switch {
		case t.json:
			t.line(map[string]any{"finding": f})
		case bad:
			fmt.Fprintln(t.out, t.strong(t.lang.In(f.Text())))
		case !t.quiet:
			fmt.Fprintln(t.out, t.lang.In(f.Text()))
		}
	}
	for _, u := range r.Unstated {
		if t.json {
			t.line(map[string]any{"unstated": u})
			continue
		}
		fmt.Fprintln(t.out, t.lang.In(u.Text()))
	}
	t.auditSum(r)
}

func (t *terminal) auditSum(r *audit.Report) {
	if t.json {
		t.line(map[string]any{"audited": map[string]any{"notice": r.Notice, "issued": r.Issued, "facts": len(r.Findings), "verdicts": r.Verdicts(), "unstated": len(r.Unstated), "clean": r.Clean()}})
		return
	}
	if !t.quiet {
		t.tell("%s", r.Sum())
	}
}

func (t *terminal) wrote(name string) {
	switch {
	case t.json:
		t.line(map[string]any{"wrote": name})
	case !t.quiet:
		t.tell("%s", name)
	}
}

// day is the day of issue that the command line gives, or none.
func (a auditing) day() (site.Day, error) {
	if a.issued == "" {
		return site.Day{}, nil
	}
	day, err := site.ParseDay(a.issued)
	if err != nil {
		return day, message.Errorf("--issued %q is no day: write it as 2024-05-08", a.issued)
	}
	return day, nil
}

// setting finds the region that a draft's folder stands in. Outside the regions
// folder a draft has no vocabulary; within, its region must be there.
func (t *terminal) setting(a auditing) (draft.Setting, error) {
	day, err := a.day()
	if err != nil {
		return draft.Setting{}, err
	}
	set := draft.Setting{Issued: day}
	inside, err := filepath.Rel(a.regions, filepath.Clean(a.draft))
	if err != nil || strings.HasPrefix(inside, "..") {
		return set, nil
	}
	id, name := path.Split(filepath.ToSlash(inside))
	if id = path.Clean(id); !schema.IsFolder(name) {
		return set, message.Errorf("%s cannot be a name: small Latin letters, figures and hyphens", name)
	}
	fsys, err := folder(a.regions)
	if err != nil {
		return set, err
	}
	s, problems, err := source.Read(fsys)
	if err != nil {
		return set, err
	}
	if s == nil {
		return set, t.report(problems, false)
	}
	r := s.Region(id)
	if r == nil {
		if err := knownPath(s, id); err != nil {
			return set, err
		}
		return set, message.Errorf("%s is no region", id)
	}
	set = draft.In(r)
	set.Issued = day
	return set, nil
}
