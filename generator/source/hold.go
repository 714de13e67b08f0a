package source

import (
	"time"

	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/site"
)

// isHold takes a flag, or the day on which something is to be published.
func isHold(e *node, k *schema.Key, problems *problem.List) bool {
	if _, flag := e.scalar.(bool); flag {
		return true
	}
	if _, quoted := e.scalar.(string); quoted || e.isList || e.isTable() {
		return expect(false, e, k.Name, "true, false or a date, without quotes: false, 2021-12-20", problems)
	}
	return isDay(e, k, problems)
}

// due is the day on which a notice is to be published, if it says one.
func due(facts *node) site.Day {
	if v := facts.get("publish"); v != nil {
		if day, ok := v.scalar.(time.Time); ok {
			return site.Day{Year: day.Year(), Month: day.Month(), Day: day.Day()}
		}
	}
	return site.Day{}
}
