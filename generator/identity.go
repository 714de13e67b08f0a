package generator

import (
	"embed"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"tonggao/generator/keys"
	"tonggao/generator/plan"
)

// code is the program's own source. A version tells a release from another, but
// not what somebody changed since; the source does, and it is the same on every
// machine, which the hash of a binary is not. The patterns have every file in Go but the
// tests, which would make the program a megabyte larger.
//
//go:embed *[^t].go *[^s]t.go */*[^t].go */*[^s]t.go */*[^e]st.go */*[^t]est.go
//go:embed */*.json */*.css */*.html */*.js */*.txt
var code embed.FS

// ofOneSystem are the libraries that the program has on some systems only. They make no
// output, and the same files make the same bytes on every system.
var ofOneSystem = []string{"github.com/inconshreveable/mousetrap"}

// identity tells this program's code, its libraries and its compiler from any
// other: two programs with one identity make the same bytes from the same files.
func identity() (string, error) {
	sum, err := keys.SumFS(code, func(string) bool { return true })
	if err != nil {
		return "", err
	}
	about := []string{sum, runtime.Version()}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if slices.Contains(ofOneSystem, m.Path) {
				continue
			}
			if m.Replace != nil {
				m = m.Replace
			}
			about = append(about, m.Path+" "+m.Version+" "+m.Sum)
		}
	}
	return strings.Join(about, "\n"), nil
}

// common is what all outputs of a build see besides the authors' files.
func common(o Options) (keys.Common, error) {
	program, err := identity()
	if err != nil {
		return keys.Common{}, err
	}
	faces, err := keys.SumFS(o.Look.Files(), func(name string) bool { return !ofPages(name) })
	if err != nil {
		return keys.Common{}, err
	}
	pages, err := keys.SumFS(o.Look.Files(), func(name string) bool { return !strings.HasPrefix(name, "fonts/") })
	if err != nil {
		return keys.Common{}, err
	}
	return keys.Common{
		Program: program,
		Options: []string{"only " + o.Plan.Only, fmt.Sprint("formats ", o.Plan.Formats), "public key " + o.Plan.PublicKey},
		Writers: map[plan.Format]string{plan.HTML: pages, plan.PDF: faces, plan.OFD: faces, plan.Pictures: faces},
	}, nil
}

// ofPages reports whether a template is one that only pages are made with.
func ofPages(name string) bool {
	return strings.HasPrefix(name, "pages/") || strings.HasPrefix(name, "parts/") || strings.HasPrefix(name, "assets/")
}
