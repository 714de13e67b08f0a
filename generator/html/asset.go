package html

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// Assets lists the static files that pages need, by their names in assets/.
// Build hands them to plan.Make.
func Assets(templates fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(templates, "assets")
	if err != nil {
		return nil, fmt.Errorf("list assets: %w", err)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && e.Name() != "not-found.css" { // that one stands in its page
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// markFile is the style sheet that ends in the bureau's own colours.
const markFile = "frame.css"

func (w *Writer) asset(out io.Writer, o plan.Output) error {
	name := strings.TrimPrefix(o.Path, plan.AssetDir)
	data, err := fs.ReadFile(w.templates, "assets/"+name)
	if err == nil {
		_, err = io.WriteString(out, tightened(name, string(data)))
	}
	if err == nil && name == markFile {
		_, err = io.WriteString(out, colors(w.plan.Site.Mark))
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", o.Path, err)
	}
	return nil
}

var propertyForm = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// colors sets the custom properties of site.toml's [mark.colors] over those of
// the style sheet; a name that ends in -dark sets its dark twin. What is no colour
// is left out.
func colors(m site.Mark) string {
	var light, dark strings.Builder
	for _, name := range slices.Sorted(maps.Keys(m.Colors)) {
		value, property := m.Colors[name], strings.TrimPrefix(name, "--")
		if !propertyForm.MatchString(property) || !site.IsColor(value) {
			continue
		}
		if twin, ok := strings.CutSuffix(property, "-dark"); ok {
			fmt.Fprintf(&dark, "--%s:%s;", twin, value)
		} else {
			fmt.Fprintf(&light, "--%s:%s;", property, value)
		}
	}
	css := ""
	if light.Len() > 0 {
		css += "@media (prefers-color-scheme:light){:root{" + light.String() + "}}\n"
	}
	if dark.Len() > 0 {
		css += "@media (prefers-color-scheme:dark){:root{" + dark.String() + "}}\n"
	}
	return css
}
