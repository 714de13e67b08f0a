package command

import (
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

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
		return misplaced(f.Value.String())
	case isSite(f.Value.String()):
		return nil
	}
	if err := misplaced(f.Value.String()); err != nil {
		return err
	}
	return message.New(noSite)
}

const noSite = `there is no site in this folder yet.
    To begin one here: tonggao new region jiangsu --name 江苏省
    If it is elsewhere, go there first (cd FOLDER), or name its folder of regions: --regions FOLDER`

// misplaced finds the site of somebody who stands inside it, or one floor too low.
func misplaced(regions string) error {
	if isSite(regions) {
		return nil
	}
	for up := ""; len(up) < 60; up += "../" {
		switch {
		case isSite(up + "."):
			return message.Errorf("this is a folder inside the site; go to the one that holds it and try again: cd %s", filepath.FromSlash(up+".."))
		case up != "" && isSite(up+regions):
			return message.Errorf("the site is further up; go there and try again: cd %s", filepath.FromSlash(strings.TrimSuffix(up, "/")))
		}
	}
	return nil
}

func isSite(folder string) bool {
	info, err := os.Stat(filepath.Join(folder, "site.toml"))
	return err == nil && !info.IsDir()
}

// below turns what a person or a shell writes for a folder of regions into its
// path: regions\a\b\, ./regions/a/b/, a/b/notice.toml and a/b are one. All regions
// are "". What stands behind # stays.
func below(regions, written string) string {
	written, milestone, has := strings.Cut(written, "#")
	if written == "" && !has {
		return ""
	}
	name := path.Clean(slashed(written))
	root := path.Clean(slashed(regions))
	name = strings.Trim(strings.TrimPrefix(name+"/", root+"/"), "/")
	for _, file := range []string{"notice.toml", "region.toml"} {
		name = strings.TrimSuffix(strings.TrimSuffix(name, file), "/")
	}
	if name == "." {
		name = ""
	}
	if has {
		name += "#" + milestone
	}
	return name
}

// slashed is a path with the strokes that this program and web addresses have, whichever
// the shell wrote.
func slashed(written string) string { return strings.ReplaceAll(written, `\`, "/") }
