package phrase

import (
	"fmt"

	"tonggao/generator/site"
)

// Meanwhile words what to do instead of what a milestone stops. Of a stop that was
// withdrawn it says that all goes on; of anything else withdrawn, nothing.
func (v Voice) Meanwhile(m *site.Milestone) []Run {
	switch {
	case !m.Withdrawn:
		return v.Runs(m.Notice, nil, m.Instead)
	case !m.Spared():
		return nil
	}
	service := v.spoken(m.Services)
	on, own := v.own(service, site.On)
	if !own {
		on = v.words.Change.AsUsual
	}
	turn, _ := v.turnOf(m, service)
	return []Run{{Text: fmt.Sprintf(v.words.Change.GoesOn, capital(on), turn)}}
}
