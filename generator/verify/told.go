package verify

import (
	"fmt"
	"io"
	"strings"

	"tonggao/generator/message"
)

// A teller writes in the language of whoever reads it.
type teller struct {
	out io.Writer
	in  func(message.Text) string // puts a text into that language
}

func (t teller) say(form string, values ...any) string { return t.in(message.Say(form, values...)) }

// write writes a line in which no word, of whoever it is, acts on a terminal: folders of
// others are compared.
func (t teller) write(form string, values ...any) {
	fmt.Fprintln(t.out, message.Visible(t.say(form, values...)))
}

// Text tells the difference for a terminal, a line a fact, in the language into which in
// puts what the program says.
func (d Difference) Text(w io.Writer, in func(message.Text) string) {
	t := teller{w, in}
	for _, r := range d.Regions {
		fmt.Fprintln(w, message.Visible(r.Name+" ("+r.ID+")"))
		for _, c := range r.Changes {
			t.write("  %s", change(c))
		}
		for _, n := range r.Notices {
			t.write("  %s: %s", n.Title, revisions(n))
			for _, c := range n.Changes {
				t.write("    %s", change(c))
			}
			for _, p := range n.Print {
				t.write("    print      %s (%s)", p.Path, p.Why)
			}
			for _, p := range n.TakeDown {
				t.write("    take down  %s (%s)", p.Path, p.Why)
			}
		}
	}
	t.write("%s", sum(d))
}

// Markdown tells the difference as a page of Markdown, for a pull request; in as for Text.
func (d Difference) Markdown(w io.Writer, in func(message.Text) string) {
	t := teller{w, in}
	t.write("%s", sum(d))
	for _, r := range d.Regions {
		fmt.Fprintf(w, "\n### %s\n", escape(r.Name))
		for _, c := range r.Changes {
			fmt.Fprintf(w, "\n- %s", escape(t.in(change(c))))
		}
		for _, n := range r.Notices {
			fmt.Fprintf(w, "\n**%s** (%s)\n\n", escape(n.Title), t.in(revisions(n)))
			if len(n.Changes) > 0 {
				fmt.Fprintf(w, "| | %s | %s | %s |\n| --- | --- | --- | --- |\n", t.say("fact"), t.say("before"), t.say("now"))
			}
			for _, c := range n.Changes {
				fmt.Fprintf(w, "| %s | %s | %s | %s |\n", escape(c.Label), escape(t.in(fact(c.Fact))), escape(t.in(value(c, c.Old))), escape(t.in(value(c, c.New))))
			}
			for _, p := range n.Print {
				fmt.Fprint(w, "\n- [ ] ", t.say("print %s (%s)", codeSpan(p.Path), escape(t.in(p.Why))))
			}
			for _, p := range n.TakeDown {
				fmt.Fprint(w, "\n- [ ] ", t.say("take down %s (%s)", codeSpan(p.Path), escape(t.in(p.Why))))
			}
			fmt.Fprintln(w)
		}
	}
}

// sum is the difference in one line.
func sum(d Difference) message.Text {
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

func revisions(n NoticeDifference) message.Text {
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

// change is a fact that changed, on one line.
func change(c Change) message.Text {
	name := fact(c.Fact)
	if c.Milestone != "" {
		name = message.Plain(c.Label + " (" + c.Milestone + ")")
		if !c.Whole() {
			name = message.Say("%s %s", name, fact(c.Fact))
		}
	}
	was, is := c.Values()
	switch {
	case c.Old == "":
		return message.Say("%s: + %s", name, is)
	case c.New == "":
		return message.Say("%s: − %s", name, was)
	}
	return message.Say("%s: %s → %s", name, was, is)
}

// Whole reports whether a milestone's name alone says what changed: its time, or all of it.
func (c Change) Whole() bool { return c.Fact == "when" || c.Fact == "milestone" }

// Name is what people call the fact.
func (c Change) Name() message.Text { return fact(c.Fact) }

// Values are what the fact said and says now, for people; empty where there is no such fact.
func (c Change) Values() (was, is message.Text) { return value(c, c.Old), value(c, c.New) }

// fact is the name of a fact, which is a field of notices.json or, of what has ids of its
// own, a field, an id and a field of that.
func fact(name string) message.Text {
	field, rest, more := strings.Cut(name, " ")
	if !more {
		return message.Say(field)
	}
	id, inner, more := strings.Cut(rest, " ")
	if !more {
		return message.Say("%s %s", message.Say(field), id)
	}
	return message.Say("%s %s %s", message.Say(field), id, fact(inner))
}

// value is what a fact says: words of the author, but for those that have a list of values.
func value(c Change, said string) message.Text {
	if said != "" && (c.Fact == "status" || c.Fact == "kind") {
		return message.Say(said)
	}
	return message.Plain(said)
}

// marks are what Markdown, as GitHub reads it, or HTML take for their own.
var marks = strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "~", `\~`, "<", "&lt;", ">", "&gt;", "&", "&amp;",
	"@", "&#64;", "#", `\#`, "$", "&#36;", "\n", " ", "\r", " ", "\t", " ")

// escape keeps an author's words from being Markdown or markup.
func escape(text string) string { return message.Visible(marks.Replace(text)) }

// codeSpan shows a path as it is; one that would end the span is escaped instead.
func codeSpan(path string) string {
	if strings.ContainsAny(path, "`\r\n") {
		return escape(path)
	}
	return "`" + message.Visible(path) + "`"
}
