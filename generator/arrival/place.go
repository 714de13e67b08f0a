package arrival

import (
	"os"
	"path"
	"path/filepath"
	"strings"

	"tonggao/generator/halfwidth"
	"tonggao/generator/message"
)

// Misplaced finds the site of somebody who stands inside it, or one floor too low.
func Misplaced(regions string) error {
	if IsSite(regions) {
		return nil
	}
	if base := misnamed(regions); base != "" {
		return message.Errorf("the whole name of %s is %s: rename it to site.toml (Windows shows whole names after View, File name extensions)", filepath.Join(regions, "site.toml"), base)
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

// misnamed is the name of a site's file where an editor or a file manager hid that it is not
// site.toml; "" for none.
func misnamed(regions string) string {
	entries, _ := os.ReadDir(regions) // one that cannot be read is told where it is read
	for _, e := range entries {
		if name := strings.ToLower(e.Name()); name == "site.toml.txt" || name == "site.toml" {
			return e.Name()
		}
	}
	return ""
}

// IsSite reports whether a folder of regions has a site.
func IsSite(folder string) bool {
	info, err := os.Stat(filepath.Join(folder, "site.toml"))
	return err == nil && !info.IsDir()
}

// Path turns what a person or a shell writes for a folder of regions into its
// path: regions\a\b\, ./regions/a/b/, a/b/notice.toml, ａ／ｂ, a/b between quotation marks
// and the whole path that a file manager copies are one. All regions are "". What stands
// behind # stays.
func Path(regions, written string) string {
	written, milestone, has := strings.Cut(Slashed(written), "#")
	written = Plain(written)
	if written == "" && !has {
		return ""
	}
	name, root := path.Clean(written), path.Clean(Slashed(regions))
	if whole, err := filepath.Abs(regions); err == nil && path.IsAbs(strings.TrimPrefix(name, filepath.VolumeName(name))) {
		root = Slashed(whole)
	}
	name = strings.Trim(withoutRoot(name, root), "/")
	for _, file := range []string{"notice.toml", "region.toml"} {
		name = strings.TrimSuffix(strings.TrimSuffix(name, file), "/")
	}
	if name == "." {
		name = ""
	}
	if has {
		name += "#" + Plain(milestone)
	}
	return name
}

// withoutRoot is a path below a folder; systems with drives do not tell capitals apart.
func withoutRoot(name, root string) string {
	if below := name + "/"; len(below) > len(root) && below[len(root)] == '/' &&
		(below[:len(root)] == root || filepath.VolumeName(root) != "" && strings.EqualFold(below[:len(root)], root)) {
		return below[len(root):]
	}
	return name
}

// Slashed is a path with the strokes that this program and web addresses have, whichever
// the shell, or a Chinese keyboard, wrote; its # likewise.
func Slashed(written string) string { return strokes.Replace(written) }

var strokes = strings.NewReplacer(`\`, "/", "／", "/", "＼", "/", "＃", "#", "﹟", "#")

// Plain is a name without what a keyboard or a file manager puts around it, its Latin
// letters and figures of the usual width.
func Plain(name string) string {
	return strings.Trim(strings.Map(halfwidth.Of, name), " \u3000\t\"'“”")
}
