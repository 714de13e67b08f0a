package arrival

import (
	"os"
	"path"
	"path/filepath"
	"strings"

	"tonggao/generator/message"
)

// Misplaced finds the site of somebody who stands inside it, or one floor too low.
func Misplaced(regions string) error {
	if IsSite(regions) {
		return nil
	}
	for up := ""; len(up) < 60; up += "../" {
		switch {
		case IsSite(up + "."):
			return message.Errorf("this is a folder inside the site; go to the one that holds it and try again: cd %s", filepath.FromSlash(up+".."))
		case up != "" && IsSite(up+regions):
			return message.Errorf("the site is further up; go there and try again: cd %s", filepath.FromSlash(strings.TrimSuffix(up, "/")))
		}
	}
	return nil
}

// IsSite reports whether a folder of regions has a site.
func IsSite(folder string) bool {
	info, err := os.Stat(filepath.Join(folder, "site.toml"))
	return err == nil && !info.IsDir()
}

// Path turns what a person or a shell writes for a folder of regions into its
// path: regions\a\b\, ./regions/a/b/, a/b/notice.toml and a/b are one. All regions
// are "". What stands behind # stays.
func Path(regions, written string) string {
	written, milestone, has := strings.Cut(written, "#")
	if written == "" && !has {
		return ""
	}
	name := path.Clean(Slashed(written))
	root := path.Clean(Slashed(regions))
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

// Slashed is a path with the strokes that this program and web addresses have, whichever
// the shell wrote.
func Slashed(written string) string { return strings.ReplaceAll(written, `\`, "/") }
