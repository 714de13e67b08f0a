package command

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"tonggao/generator/usage"

	"github.com/spf13/cobra"
)

func (t *terminal) version() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "print what this program was built from", Args: usage.Between(0, 0),
		Example: `  tonggao version`,
		Run: func(*cobra.Command, []string) {
			fmt.Fprintf(t.out, "tonggao %s %s/%s %s\n", programVersion(), runtime.GOOS, runtime.GOARCH, runtime.Version())
		},
	}
}

// released is the version that the release gave to the program; "" in every other build.
var released string

// programVersion is that of the release, or the module's version, or the commit that was built, or devel.
func programVersion() string {
	if released != "" {
		return released
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return s.Value[:12]
		}
	}
	return "devel"
}

// programName is what manifests and bundles say made them.
func programName() string { return "tonggao " + programVersion() }
