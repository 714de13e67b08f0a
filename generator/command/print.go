package command

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"tonggao/generator/catalog"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
)

// colored reports whether to print colours: on a terminal, unless NO_COLOR is
// set (no-color.org).
func colored(w io.Writer) bool {
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(w)
}

func isTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	if !ok {
		return false
	}
	return term.IsTerminal(int(file.Fd()))
}

// report prints the problems of a run and returns errContent when one of them
// is an error, or strict and one is a warning.
func (t *terminal) report(problems problem.List, strict bool) error {
	for _, p := range problems {
		if t.json {
			t.line(map[string]any{"problem": catalog.Both(p)})
			continue
		}
		fmt.Fprintln(t.err, t.paint(p))
	}
	if problems.Failed() || strict && problems.Count(problem.Warning) > 0 {
		if !t.json && !t.quiet {
			t.warn("%s", count(problems))
		}
		return errContent
	}
	return nil
}

// line prints a value as one line of JSON, in which no character acts on a terminal.
func (t *terminal) line(v any) {
	var line strings.Builder
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(v) // the values are our own
	fmt.Fprintln(t.out, prose.EscapeHidden(strings.TrimSuffix(line.String(), "\n")))
}

const (
	bold  = "\x1b[1m"
	red   = "\x1b[31m"
	amber = "\x1b[33m"
	dim   = "\x1b[2m"
	plain = "\x1b[0m"
)

func (t *terminal) paint(p problem.Problem) string {
	said := t.lang.Problem(p)
	if !t.color {
		return said
	}
	tone := map[problem.Level]string{problem.Error: red, problem.Warning: amber, problem.Note: dim}[p.Level]
	head, hint, hinted := strings.Cut(said, "\n")
	place := t.lang.Place(p.Position)
	text := bold + place + plain + tone + strings.TrimPrefix(head, place) + plain
	if hinted {
		text += "\n" + dim + hint + plain
	}
	return text
}

// count words how many problems of each level there are.
func count(problems problem.List) message.List {
	var all message.List
	if n := problems.Count(problem.Error); n > 0 {
		all = append(all, message.Count(n, "1 error", "%d errors"))
	}
	if n := problems.Count(problem.Warning); n > 0 {
		all = append(all, message.Count(n, "1 warning", "%d warnings"))
	}
	if n := problems.Count(problem.Note); n > 0 {
		all = append(all, message.Count(n, "1 note", "%d notes"))
	}
	return all
}
