package command

import (
	"fmt"
	"io"
	"strings"

	"tonggao/generator/message"
)

// say puts a form of the catalogue into the terminal's language.
func (t *terminal) say(form string, values ...any) string { return t.lang.Say(form, values...) }

// tell prints a line of results, warn one about how the command goes.
func (t *terminal) tell(form string, values ...any) { t.write(t.out, form, values...) }

func (t *terminal) warn(form string, values ...any) { t.write(t.err, form, values...) }

// write prints a line in which no word, of whoever it is, acts on the terminal. A form
// may begin with an empty line.
func (t *terminal) write(w io.Writer, form string, values ...any) {
	text, after := strings.CutPrefix(t.say(form, values...), "\n")
	if after {
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, message.Visible(text))
}
