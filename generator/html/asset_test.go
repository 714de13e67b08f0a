package html

import (
	"testing"

	"tonggao/generator/site"
)

// A bureau's colours hold in browsers that know no colour schemes, and leave the
// dark ones alone.
func TestColoursNeedNoScheme(t *testing.T) {
	const style = ":root{--red:#111}@media (prefers-color-scheme:dark){:root{--red:#222}}p{color:var(--red)}\n"
	for _, c := range []struct {
		colors map[string]string
		want   string
	}{
		{nil, style},
		{map[string]string{"red": "#c00"}, ":root{--red:#111}:root{--red:#c00;}@media (prefers-color-scheme:dark){:root{--red:#222}}p{color:var(--red)}\n"},
		{map[string]string{"red-dark": "#f00"}, style + "@media (prefers-color-scheme:dark){:root{--red:#f00;}}\n"},
		{map[string]string{"red": "url(x)", "}": "#c00"}, style},
	} {
		colors := map[string]site.Color{}
		for name, value := range c.colors {
			colors[name] = site.Color{Value: value}
		}
		if got := colored(style, site.Mark{Colors: colors}); got != c.want {
			t.Errorf("%v: %s", c.colors, got)
		}
	}
	if tight := tightStyle("@media (prefers-color-scheme: dark) { a { color: red } }"); tight[:len(darkRule)] != darkRule {
		t.Errorf("the style sheet's rule is written %s", tight)
	}
}
