package command

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/verify"
)

func (t *terminal) diff() *cobra.Command {
	markdown := false
	c := &cobra.Command{
		Use: "diff OLD NEW", Short: "tell which facts changed between two published folders, and what must be printed again",
		Long: `Diff compares two published folders by their facts and words, not by their bytes:
which times, texts and contacts changed, in which regions, and which posters and
notices on the walls must be replaced.`,
		Example: `  tonggao diff published output
  tonggao diff published output --markdown`,
		Args: between(2, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			d, err := verify.Diff(args[0], args[1])
			switch {
			case err != nil:
				return err
			case t.json:
				t.line(d)
			case markdown:
				t.asMarkdown(t.out, d)
			default:
				t.asText(t.out, d)
			}
			return nil
		},
	}
	t.flags(c)
	c.Flags().BoolVar(&markdown, "markdown", false, "print Markdown, for a pull request")
	return c
}

// asText prints a difference for a terminal.
func (t *terminal) asText(w io.Writer, d verify.Difference) {
	for _, r := range d.Regions {
		line(w, "%s (%s)", r.Name, r.ID)
		for _, c := range r.Changes {
			line(w, "  %s", change(c))
		}
		for _, n := range r.Notices {
			t.write(w, "  %s: %s", n.Title, revisions(n))
			for _, c := range n.Changes {
				line(w, "    %s", change(c))
			}
			for _, p := range n.Print {
				t.write(w, "    print      %s (%s)", p.Path, p.Why)
			}
			for _, p := range n.TakeDown {
				t.write(w, "    take down  %s (%s)", p.Path, p.Why)
			}
		}
	}
	t.write(w, "%s", sum(d))
}

// line prints one line, whatever the words hold: folders of others are compared.
func line(w io.Writer, format string, args ...any) {
	fmt.Fprintln(w, problem.Visible(fmt.Sprintf(format, args...)))
}

// asMarkdown prints a difference as a page of Markdown.
func (t *terminal) asMarkdown(w io.Writer, d verify.Difference) {
	t.write(w, "%s", sum(d))
	for _, r := range d.Regions {
		fmt.Fprintf(w, "\n### %s\n", escape(r.Name))
		for _, c := range r.Changes {
			fmt.Fprintf(w, "\n- %s", escape(change(c)))
		}
		for _, n := range r.Notices {
			fmt.Fprintf(w, "\n**%s** (%s)\n\n", escape(n.Title), t.lang.In(revisions(n)))
			if len(n.Changes) > 0 {
				fmt.Fprintf(w, "| | %s | %s | %s |\n| --- | --- | --- | --- |\n", t.say("fact"), t.say("before"), t.say("now"))
			}
			for _, c := range n.Changes {
				fmt.Fprintf(w, "| %s | %s | %s | %s |\n", escape(c.Label), escape(c.Fact), escape(c.Old), escape(c.New))
			}
			for _, p := range n.Print {
				fmt.Fprint(w, "\n- [ ] ", t.say("print %s (%s)", codeSpan(p.Path), escape(t.lang.In(p.Why))))
			}
			for _, p := range n.TakeDown {
				fmt.Fprint(w, "\n- [ ] ", t.say("take down %s (%s)", codeSpan(p.Path), escape(t.lang.In(p.Why))))
			}
			fmt.Fprintln(w)
		}
	}
}

// sum is the difference in one line.
func sum(d verify.Difference) message.Text {
	facts, print, down := 0, 0, 0
	for _, r := range d.Regions {
		facts += len(r.Changes)
		for _, n := range r.Notices {
			facts, print, down = facts+len(n.Changes), print+len(n.Print), down+len(n.TakeDown)
		}
	}
	if len(d.Regions) == 0 {
		return message.Say("no fact changed, nothing has to be printed again")
	}
	return message.Say("%s changed in %s; %s to print, %s to take down", message.Count(facts, "1 fact", "%d facts"), message.Count(len(d.Regions), "1 region", "%d regions"),
		message.Count(print, "1 sheet", "%d sheets"), message.Count(down, "1 sheet", "%d sheets"))
}

func revisions(n verify.NoticeDifference) message.Text {
	switch {
	case n.From == 0:
		return message.Say("new")
	case n.To == 0:
		return message.Say("gone")
	case n.From == n.To:
		return message.Say("still revision %d", n.To)
	}
	return message.Say("revision %d → %d", n.From, n.To)
}

func change(c verify.Change) string {
	name := c.Fact
	if c.Milestone != "" {
		name = c.Label + " (" + c.Milestone + ")"
		if c.Fact != "when" && c.Fact != "milestone" {
			name += " " + c.Fact
		}
	}
	switch {
	case c.Old == "":
		return name + ": + " + c.New
	case c.New == "":
		return name + ": − " + c.Old
	}
	return name + ": " + c.Old + " → " + c.New
}

// marks are what Markdown, as GitHub reads it, or HTML take for their own.
var marks = strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "~", `\~`, "<", "&lt;", ">", "&gt;", "&", "&amp;",
	"@", "&#64;", "#", `\#`, "$", "&#36;", "\n", " ", "\r", " ", "\t", " ")

// escape keeps an author's words from being Markdown or markup.
func escape(text string) string { return problem.Visible(marks.Replace(text)) }

// codeSpan shows a path as it is; one that would end the span is escaped instead.
func codeSpan(path string) string {
	if strings.ContainsAny(path, "`\r\n") {
		return escape(path)
	}
	return "`" + problem.Visible(path) + "`"
}
