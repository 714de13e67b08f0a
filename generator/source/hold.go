package source

import (
	"time"

	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// due is the day on which a notice is to be published, if it says one.
func due(facts *toml.Node) site.Day {
	if v := facts.Get("publish"); v != nil {
		if day, ok := v.Scalar.(time.Time); ok {
			return site.Day{Year: day.Year(), Month: day.Month(), Day: day.Day()}
		}
	}
	return site.Day{}
}
