package command

import (
	"github.com/spf13/cobra"

	"tonggao/generator/arrival"
	"tonggao/generator/message"
)

// atSite is asked before every command. One that reads a site, and is called where there
// is none, is told where the site is or how to begin one.
func atSite(c *cobra.Command, _ []string) error {
	f := c.Flags().Lookup("regions")
	switch {
	case f == nil, f.Changed, c.Name() == "audit": // a text can be looked at without a site
		return nil
	case c.Parent() != nil && c.Parent().Name() == "new":
		return arrival.Misplaced(f.Value.String())
	}
	if err := arrival.Misplaced(f.Value.String()); err != nil || arrival.IsSite(f.Value.String()) || c.Name() == "serve" { // whose forms begin one
		return err
	}
	return message.New(noSite)
}

const noSite = `there is no site in this folder yet.
    To begin one here: tonggao new region jiangsu --name 江苏省
    If it is elsewhere, go there first (cd FOLDER), or name its folder of regions: --regions FOLDER`
