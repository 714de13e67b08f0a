package command

import (
	"path"
	"strings"

	"github.com/spf13/cobra"

	"tonggao/generator/arrival"
	"tonggao/generator/message"
	"tonggao/generator/origin"
	"tonggao/generator/plan"
	"tonggao/generator/source"
)

// A completer proposes words to a shell. A description follows a word behind a
// tab; shells that can show it do.
type completer = cobra.CompletionFunc

// complete gives a flag its completer. It panics when the command has no such
// flag, which is a mistake of ours.
func complete(c *cobra.Command, flag string, f completer) {
	if err := c.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err)
	}
}

// fixed proposes words that are always the same.
func fixed(words ...string) completer {
	return cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
}

func formatNames() []string {
	var names []string
	for _, f := range plan.Formats {
		names = append(names, string(f))
	}
	return names
}

// A reach says how far down the paths go that a completer proposes.
type reach int

const (
	toRegions reach = iota
	toNotices
	toMilestones // behind #, once the notice stands
)

// paths proposes what a regions folder holds. Files with mistakes in them are
// read as far as they go.
func paths(regions *string, far reach) completer {
	return func(_ *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
		o := origins(*regions)
		if o == nil || len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var words []string
		begun, spelled := spelling(*regions, begun)
		for _, id := range o.IDs() {
			if strings.HasPrefix(id, begun) && (far > toRegions || !o.IsNotice(id)) {
				words = append(words, spelled(id)+"\t"+message.Visible(o.Title(id)))
			}
		}
		if notice, _, _ := strings.Cut(begun, "#"); far == toMilestones {
			for _, m := range o.Milestones(notice) {
				if strings.HasPrefix(notice+"#"+m, begun) {
					words = append(words, spelled(notice+"#"+m))
				}
			}
		}
		return words, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
}

// spelling is what a word begins that may stand behind regions\, and how the whole is
// written as it was begun: a shell takes no other.
func spelling(regions, begun string) (string, func(string) string) {
	plain := arrival.Slashed(begun)
	rest := strings.TrimPrefix(strings.TrimPrefix(plain, "./"), path.Clean(arrival.Slashed(regions))+"/")
	if len(plain) != len(begun) { // other widths
		return rest, func(id string) string { return id }
	}
	return rest, func(id string) string {
		if strings.Contains(begun, `\`) {
			id = strings.ReplaceAll(id, "/", `\`)
		}
		return begun[:len(begun)-len(rest)] + id
	}
}

// noticesOrFiles proposes notices, and leaves a shell to propose its files.
func noticesOrFiles(regions *string) completer {
	return func(c *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
		words, _ := paths(regions, toNotices)(c, nil, begun)
		return words, cobra.ShellCompDirectiveDefault
	}
}

// origins reads a folder for a shell, which has no place for a message.
func origins(regions string) *origin.Origins {
	fsys, err := folder(regions)
	if err != nil {
		return nil
	}
	o, _, err := source.ReadOrigins(fsys)
	if err != nil {
		return nil
	}
	return o
}
