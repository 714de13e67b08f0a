// Package command is the terminal's side of the program: flags, printing, exit
// codes. It is the only package with a clock and a terminal; everything it does
// stands on a function of package generator or of one of its nouns. It serves no
// pages itself, which desk does, and judges no content.
//
// Begin with root, which lists the commands; each has a file of its name.
//
// Results go to standard output, problems and progress to standard error. The
// exit code is 0 when all is good, 1 when the content has problems, 2 when the
// command was used wrongly or the machine failed.
package command

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tonggao/generator/arrival"
	"tonggao/generator/catalog"
	"tonggao/generator/disk"
	"tonggao/generator/look"
	"tonggao/generator/message"
	"tonggao/generator/plan"
	"tonggao/generator/usage"
)

// The exit codes of the program.
const (
	good    = 0
	content = 1 // problems in the content
	failure = 2 // wrong use, or a failing machine
)

// errContent ends a command whose problems have been printed.
var errContent = message.New("the content has problems")

// A terminal is what commands read from and print to.
type terminal struct {
	out, err io.Writer
	look     *look.Look // that in the binary
	color    bool
	json     bool
	lang     catalog.Language
	quiet    bool
}

// Run carries out one command line and returns the exit code.
func Run(args []string, out, err io.Writer, templates fs.FS) int {
	t := &terminal{out: out, err: err, look: look.New(templates), color: colored(err)}
	var e error
	t.lang, e = arrival.LanguageOf(args)
	if e == nil && len(args) == 0 && arrival.OwnConsole() {
		return t.clicked(os.Stdin)
	}
	if e == nil {
		root := t.root()
		root.SetArgs(args)
		e = root.Execute()
	}
	switch {
	case e == nil:
		return good
	case errors.Is(e, errContent):
		return content
	default:
		fmt.Fprintln(err, t.say("tonggao: %v", e)) // some have several lines
		return failure
	}
}

func (t *terminal) root() *cobra.Command {
	root := t.build()
	root.Use = "tonggao"
	root.Short = "turn files of facts into everything that a public notice needs"
	root.Long = `Tonggao turns one file of facts per notice into web pages, printable notices
and posters, calendars to subscribe to, and data. Without a command it builds.`
	cobra.MousetrapHelpText = "" // clicked answers a double click
	root.SilenceUsage, root.SilenceErrors = true, true
	root.Args = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		if near := c.SuggestionsFor(args[0]); len(near) > 0 {
			return message.Errorf("there is no command %s; did you mean %s?", args[0], message.Names(near))
		}
		return message.Errorf("there is no command %s; tonggao help lists them", args[0])
	}
	root.PersistentPreRunE = atSite
	root.SuggestionsMinimumDistance = 2
	root.SetOut(t.out)
	root.SetErr(t.err)
	root.SetFlagErrorFunc(usage.FlagError)
	root.PersistentFlags().String("lang", "", "`language` of what is printed: zh or en (default: TONGGAO_LANG, or the system's)")
	complete(root, "lang", fixed("zh", "en"))
	root.AddCommand(t.build(), t.check(), t.serve(), t.new(), t.move(), t.explain(), t.status(), t.audit(), t.verify(), t.diff(), t.key(), t.schema(), t.version())
	usage.Translate(root, t.lang)
	return root
}

// files are the flags of every command that reads a site.
type files struct {
	regions, templates, baseURL, only string
	against                           string // what was published
	formats                           []string
}

func (f *files) flags(c *cobra.Command) {
	c.Flags().StringVar(&f.regions, "regions", "regions", "`folder` with site.toml and the regions")
	c.Flags().StringVar(&f.templates, "templates", "", "`folder` with templates of your own (default: those in the program)")
	c.Flags().StringVar(&f.baseURL, "base-url", "", "`address` of the published site, instead of the one in site.toml")
	c.Flags().StringVar(&f.only, "only", "", "build one `region` and those below it")
	c.Flags().StringSliceVar(&f.formats, "formats", nil, "which `formats` of html,pdf,ics,data,texts,pictures,bundle,ofd,docx (default: all that the site asks for)")
	complete(c, "only", paths(&f.regions, toRegions))
	complete(c, "formats", fixed(formatNames()...))
}

// What --against is where it is not given.
const (
	againstOutput = "`folder` with what was published, to hold the facts against (default: output, where there is one)"
	againstBefore = "`folder` with what was published, to hold the facts against (default: the output)"
)

// compared adds the flag of the commands that hold a site against what was
// published.
func (f *files) compared(c *cobra.Command, usage string) {
	c.Flags().StringVar(&f.against, "against", "", usage)
}

// memory is the folder that check and serve hold a site against.
func (f files) memory() string { return cmp.Or(f.against, "output") }

func (t *terminal) flags(c *cobra.Command) {
	c.Flags().BoolVar(&t.quiet, "quiet", false, "print problems only")
	c.Flags().BoolVar(&t.json, "json", false, "print problems and the summary as JSON lines")
}

// folder opens a folder for reading. Links out of it are not followed.
func folder(name string) (fs.FS, error) {
	info, err := os.Stat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, message.Errorf("open folder: there is no folder %s", name)
	}
	if err != nil {
		return nil, message.Errorf("open folder: %w", err)
	}
	if !info.IsDir() {
		return nil, message.Errorf("%s is no folder", name)
	}
	whole, err := filepath.Abs(name) // who reads it later may stand elsewhere
	if err == nil {
		_, err = fs.Stat(disk.Rooted(whole), ".")
	}
	if err != nil {
		return nil, message.Errorf("open folder: %w", err)
	}
	return disk.Rooted(whole), nil
}

func parseFormats(written []string) ([]plan.Format, error) {
	var formats []plan.Format
	for _, w := range written {
		f := plan.Format(w)
		if !isFormat(f) {
			return nil, message.Errorf("--formats %s: it can be %s", w, message.Names(formatNames()))
		}
		formats = append(formats, f)
	}
	return formats, nil
}

func isFormat(f plan.Format) bool {
	for _, known := range plan.Formats {
		if f == known {
			return true
		}
	}
	return false
}
