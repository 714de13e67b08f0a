package phrase

import (
	"slices"
	"strings"

	"tonggao/generator/site"
)

// Outlook words what a service has behind it and before it in a step of its
// course: since when it is back, or every turn that is still to come until then;
// the hours that the step keeps before that.
func (v Voice) Outlook(c *site.Course, i int) string {
	step, t := c.Steps[i], &telling{voice: v, course: c}
	if step.State == site.On {
		return t.well(i)
	}
	var parts []string
	if kept := v.Kept(step); kept != "" {
		parts = append(parts, kept)
	}
	return v.sentence(append(parts, t.ahead(i)...))
}

// Story words a whole course: every stop with the hours that it keeps, every stage, every
// return. It is "" where nothing turns: what stops and comes back at one instant.
func (v Voice) Story(c *site.Course) string {
	t := &telling{voice: v, course: c}
	var outages []string
	for i, step := range c.Steps {
		next := i+1 < len(c.Steps) && c.Steps[i+1].State != site.On
		if step.State == site.On && next {
			parts := []string{t.coming(i + 1), v.Kept(c.Steps[i+1])}
			if c.Steps[i+1].State != site.Ended {
				parts = append(parts, t.ahead(i+1)...)
			}
			outages = append(outages, v.sentence(parts))
		}
	}
	if len(outages) == 0 {
		return v.Outlook(c, 0)
	}
	return strings.Join(outages, v.words.Semicolon)
}

func (v Voice) sentence(parts []string) string {
	kept := slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	return strings.Join(kept, v.words.Outlook.Then)
}

// Ahead words what comes after a step until the service is back.
func (v Voice) Ahead(c *site.Course, i int) string {
	return v.sentence((&telling{voice: v, course: c}).ahead(i))
}
