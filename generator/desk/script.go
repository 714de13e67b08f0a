package desk

import (
	"bytes"
	"embed"
	"hash/fnv"
	"html"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tonggao/generator"
	"tonggao/generator/catalog"
	"tonggao/generator/plan"
)

// deskFiles are the script and style that serve adds to pages, and no build.
//
//go:embed serve.js serve.css
var deskFiles embed.FS

// deskPath is where they are, beside everything that a site can hold.
const deskPath = "/.tonggao/"

// A goodSite is a site without errors, with a version for each style and script
// that its pages share: a browser keeps them over a reload, and asks for the rest
// anew.
type goodSite struct {
	*generator.Tree
	versions map[string]string // by path
}

func newGoodSite(tree *generator.Tree) (*goodSite, error) {
	s := &goodSite{Tree: tree, versions: map[string]string{}}
	for _, o := range tree.Plan.Outputs() {
		if o.Kind != plan.Asset {
			continue
		}
		content, err := tree.ReadFile(o.Path)
		if err != nil {
			return nil, err
		}
		s.versions[o.Path] = versionOf(content)
	}
	return s, nil
}

// versionOf names a content.
func versionOf(content []byte) string {
	h := fnv.New64a()
	h.Write(content)
	return strconv.FormatUint(h.Sum64(), 36)
}

// assetLinks finds the addresses of styles and scripts in a page.
var assetLinks = regexp.MustCompile(`(?:href|src)="(?:\.\./)*(` + plan.AssetDir + `[^"?#]+)"`)

// addVersions puts the version of each style and script behind its address.
func (s *goodSite) addVersions(page []byte) []byte {
	return assetLinks.ReplaceAllFunc(page, func(found []byte) []byte {
		version := s.versions[string(assetLinks.FindSubmatch(found)[1])]
		if version == "" {
			return found
		}
		return slices.Concat(found[:len(found)-1], []byte("?"+version+`"`))
	})
}

// policy finds a page's content security policy (CSP Level 3, delivered by meta).
var policy = regexp.MustCompile(`(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")`)

// addScript adds to a page the script that waits for news, and lets the page's
// policy load it and its style and hear the news, all from this server. The
// version is that of the site which the page shows.
func (d *Desk) addScript(page []byte, version string) []byte {
	page = policy.ReplaceAllFunc(page, func(found []byte) []byte {
		parts := policy.FindSubmatch(found)
		wide := widen(html.UnescapeString(string(parts[2])))
		return []byte(string(parts[1]) + html.EscapeString(wide) + string(parts[3]))
	})
	script := []byte(`<script src="` + deskAddress("serve.js") + `" data-version="` + version + `" data-style="` + deskAddress("serve.css") + `"` + d.offer() + ` defer></script>`)
	if head := bytes.Index(page, []byte("</head>")); head >= 0 {
		return slices.Concat(page[:head], script, page[head:])
	}
	return append(page, script...)
}

// offer tells the script where the site is changed.
func (d *Desk) offer() string {
	if d.Forms == "" {
		return ""
	}
	words := "Change this"
	if d.speaks == catalog.Chinese {
		words = "修改"
	}
	return ` data-forms="` + d.Forms + `" data-change="` + words + `"`
}

// deskAddress is the address of a file of serve's own.
func deskAddress(name string) string {
	content, err := deskFiles.ReadFile(name)
	if err != nil {
		panic(err) // it is embedded above
	}
	return path.Join(deskPath, name) + "?" + versionOf(content)
}

// widen adds this server to the sources of scripts, styles and connections.
func widen(policy string) string {
	missing := []string{"connect-src", "script-src", "style-src"}
	var directives []string
	for _, d := range strings.Split(policy, ";") {
		name, sources, _ := strings.Cut(strings.TrimSpace(d), " ")
		if i := slices.Index(missing, name); i >= 0 {
			missing = slices.Delete(missing, i, i+1)
			sources = withSelf(sources)
		}
		directives = append(directives, strings.TrimSpace(name+" "+sources))
	}
	for _, m := range missing {
		directives = append(directives, m+" 'self'")
	}
	return strings.Join(directives, "; ")
}

func withSelf(sources string) string {
	if slices.Contains(strings.Fields(sources), "'self'") {
		return sources
	}
	return strings.TrimSpace("'self' " + strings.ReplaceAll(sources, "'none'", ""))
}
