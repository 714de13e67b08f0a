package look

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// ColorSheet is the style sheet that has the colours which site.toml may set.
const ColorSheet = "frame.css"

var property = regexp.MustCompile(`--([a-z][a-z0-9-]*):\s*([^;}]+)`)

// lacksColors warns of a colour under a name that the style sheet does not know: it
// changes nothing.
func (l *Look) lacksColors(colors map[string]site.Color) (problem.List, error) {
	var problems problem.List
	if len(colors) == 0 {
		return nil, nil
	}
	style, err := l.Asset(ColorSheet)
	if err != nil {
		return nil, err
	}
	known := colorsOf(style)
	for _, name := range slices.Sorted(maps.Keys(colors)) {
		if bare := strings.TrimSuffix(strings.TrimPrefix(name, "--"), "-dark"); !known[bare] {
			problems.Warn(colors[name].At, problem.DidYouMean(bare, slices.Sorted(maps.Keys(known))), "mark.colors: no page has a colour called %s", name)
		}
	}
	return problems, nil
}

// colorsOf are the custom properties of a style sheet that are colours.
func colorsOf(style string) map[string]bool {
	known := map[string]bool{}
	for _, m := range property.FindAllStringSubmatch(style, -1) {
		if site.IsColor(strings.TrimSpace(m[2])) {
			known[m[1]] = true
		}
	}
	return known
}
