package html

import (
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/look"
	"tonggao/generator/message"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// ownStyle is the one style that stands in its page, since that may be shown anywhere.
const ownStyle = "not-found.css"

// Assets are those of a look that are published as files of their own.
func Assets(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == ownStyle })
}

func (w *Writer) asset(out io.Writer, o plan.Output) error {
	name := strings.TrimPrefix(o.Path, plan.AssetDir)
	text, err := w.look.Asset(name)
	if err == nil {
		text = tightened(name, text)
		if name == look.ColorSheet {
			text = colored(text, w.plan.Site.Mark)
		}
		_, err = io.WriteString(out, text)
	}
	if err != nil {
		return message.Errorf("write %s: %w", o.Path, err)
	}
	return nil
}

var propertyForm = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// darkRule begins the dark colours of the style sheet.
const darkRule = "@media (prefers-color-scheme:dark)"

// colored sets the custom properties of site.toml's [mark.colors] in the style
// sheet. Browsers before 2019 know no colour schemes and drop every rule that asks
// for one, so light colours stand without a condition, before the dark rule that
// overrides them.
func colored(style string, m site.Mark) string {
	light, dark := colors(m)
	if at := strings.Index(style, darkRule); at >= 0 && light != "" {
		style = style[:at] + ":root{" + light + "}" + style[at:]
	}
	if dark != "" {
		style += darkRule + "{:root{" + dark + "}}\n"
	}
	return style
}

// colors are the light properties and the dark ones, whose names end in -dark. What
// is no colour is left out.
func colors(m site.Mark) (string, string) {
	var light, dark strings.Builder
	for _, name := range slices.Sorted(maps.Keys(m.Colors)) {
		value, property := m.Colors[name].Value, strings.TrimPrefix(name, "--")
		if !propertyForm.MatchString(property) || !site.IsColor(value) {
			continue
		}
		if twin, ok := strings.CutSuffix(property, "-dark"); ok {
			fmt.Fprintf(&dark, "--%s:%s;", twin, value)
		} else {
			fmt.Fprintf(&light, "--%s:%s;", property, value)
		}
	}
	return light.String(), dark.String()
}
