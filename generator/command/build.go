package command

import (
	"github.com/spf13/cobra"
)

func (t *terminal) build() *cobra.Command {
	var f files
	c := &cobra.Command{
		Use: "build", Short: "build the site: regions/ to output/", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, problems, err := t.load(f)
			if err != nil {
				return err
			}
			return t.report(problems, false)
		},
	}
	f.flags(c)
	t.flags(c)
	return c
}
