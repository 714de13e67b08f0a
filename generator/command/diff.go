package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tonggao/generator/message"
	"tonggao/generator/usage"
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
		Args: usage.Between(2, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			d, err := verify.Diff(args[0], args[1])
			switch {
			case errors.Is(err, fs.ErrNotExist):
				return unpublished(args)
			case err != nil:
				return err
			case t.json:
				t.line(d)
			case markdown:
				d.Markdown(t.out, t.lang.In)
			default:
				d.Text(t.out, t.lang.In)
			}
			return nil
		},
	}
	t.flags(c)
	c.Flags().BoolVar(&markdown, "markdown", false, "print Markdown, for a pull request")
	return c
}

// unpublished names the folder in which nothing is published.
func unpublished(dirs []string) error {
	dir := dirs[0]
	if _, err := os.Stat(filepath.Join(dir, "notices.json")); err == nil {
		dir = dirs[1]
	}
	return message.Errorf("nothing is published in %s: name two published folders, the older one first; tonggao build makes one", dir)
}

// line prints one line, whatever the words hold: folders of others are compared.
func line(w io.Writer, format string, args ...any) {
	fmt.Fprintln(w, message.Visible(fmt.Sprintf(format, args...)))
}
