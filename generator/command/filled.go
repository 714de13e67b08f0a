package command

import (
	"github.com/spf13/cobra"

	"tonggao/generator/message"
)

// filled refuses a flag that was given without a value: it stands for a variable of
// a pipeline that is not set, and must not pass for a flag that was left out.
func filled(c *cobra.Command, names ...string) error {
	for _, name := range names {
		if f := c.Flags().Lookup(name); f.Changed && f.Value.String() == "" {
			return message.Errorf("--%s is empty: give it a value, or leave it out", name)
		}
	}
	return nil
}
