package phrase

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tonggao/generator/site"
)

// Outlook words what a service has behind it and before it in a step of its
// course: since when it is back, or every turn that is still to come until then;
// the hours of a daily window before that.
func (v Voice) Outlook(c *site.Course, i int) string {
	step, t := c.Steps[i], &telling{voice: v, course: c}
	if step.State == site.On {
		return t.well(i)
	}
	var parts []string
	if step.Daily != nil {
		parts = append(parts, v.Daily(*step.Daily))
	}
	return v.sentence(append(parts, t.ahead(i)...))
}

// Opens words the outlook outside the hours of a daily window: when it opens next,
// today or tomorrow.
func (v Voice) Opens(c *site.Course, i int, tomorrow bool) string {
	d, format := c.Steps[i].Daily, v.words.outlook.today
	if tomorrow {
		format = v.words.outlook.next
	}
	opens := fmt.Sprintf(format, v.words.clock(d.From/60, d.From%60), v.Daily(*d))
	return v.sentence([]string{opens, v.Ahead(c, i)})
}

// Reopens words the outlook of an instant outside the hours of a daily window.
func (v Voice) Reopens(c *site.Course, i int, at time.Time) string {
	day, d := site.DayOf(at).Start(), c.Steps[i].Daily
	opens := day.Add(time.Duration(d.From) * time.Minute)
	tomorrow := !at.Before(opens)
	if tomorrow {
		opens = opens.AddDate(0, 0, 1)
	}
	if i+1 < len(c.Steps) && !c.Steps[i+1].From.After(opens) {
		return v.Ahead(c, i)
	}
	return v.Opens(c, i, tomorrow)
}

// Story words a whole course: every stop, every stage, every return.
func (v Voice) Story(c *site.Course) string {
	t := &telling{voice: v, course: c}
	var outages []string
	for i, step := range c.Steps {
		next := i+1 < len(c.Steps) && c.Steps[i+1].State != site.On
		if step.State == site.On && next {
			parts := []string{t.coming(i + 1)}
			if c.Steps[i+1].State != site.Ended {
				parts = append(parts, t.ahead(i+1)...)
			}
			outages = append(outages, v.sentence(parts))
		}
	}
	if len(outages) == 0 {
		return v.Outlook(c, 0)
	}
	return strings.Join(outages, v.words.semicolon)
}

func (v Voice) sentence(parts []string) string {
	kept := slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	return strings.Join(kept, v.words.outlook.then)
}

// Ahead words what comes after a step until the service is back.
func (v Voice) Ahead(c *site.Course, i int) string {
	return v.sentence((&telling{voice: v, course: c}).ahead(i))
}
