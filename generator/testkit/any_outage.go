package testkit

import (
	"fmt"
	"strings"
	"time"
)

// service lets a service stop and come back some times, in whole or in parts.
func (a *anySite) service(s string) (moved bool) {
	services := fmt.Sprintf("service = %q", s)
	limits := []string{""}
	switch a.IntN(6) {
	case 0:
		limits = []string{"scope = \"东区\"", "scope = \"西区\""}
	case 1:
		limits = []string{"channels = [\"c0\"]", "channels = [\"c1\", \"c2\"]"}
	case 2:
		limits = []string{"audience = [\"p0\"]", "audience = [\"p1\"]"}
	}
	times := 1 + a.IntN(2)
	if a.chance(10) {
		times = 8
	}
	for i := range times {
		moved = a.outage(services, limits, i < times-1) || moved
	}
	return moved
}

// outage writes a stop or a stage of reduced service and how it ends.
func (a *anySite) outage(services string, limits []string, again bool) (moved bool) {
	switch {
	case a.chance(20):
		a.window(services)
		return false
	case a.chance(12):
		id := a.milestone("partial", services, "state = \"减压供水\"")
		a.time(id, true)
	default:
		id := a.milestone("suspend", services, a.one("", "", "", "gradual = true"))
		moved = a.time(id, again || a.chance(80))
		if !again && a.chance(8) {
			a.line("permanent = true")
			return moved
		}
	}
	if a.chance(40) {
		id := a.milestone("partial", services, a.one("gradual = true", "state = \"预受理\"", a.hours(), ""))
		moved = a.time(id, true) || moved
	}
	if a.chance(15) {
		id := a.milestone("opening", services, a.one("", a.hours()))
		a.time(id, true)
		a.at = a.at.Add(26 * time.Hour)
		a.line("until = %q", a.at.Format("2006-01-02 15:04"))
	}
	for _, limit := range limits {
		id := a.milestone("resume", services, limit)
		moved = a.time(id, again) || moved
	}
	a.at = a.at.AddDate(0, 0, 1)
	return moved
}

// hours writes hours that are kept, of every day but the one that is named least.
func (a *anySite) hours() string {
	return a.one(`daily = "07:00-23:00"`, `daily = "22:00-06:00"`, `daily = ["08:00-12:00", "14:00-17:00"]`, `daily = "06:30-09:00,21:00-02:00"`) +
		a.one("", "", "\ndays = \"workdays\"", "\ndays = [\"mon\", \"tue\", \"wed\", \"thu\", \"sat\", \"sun\"]")
}

// window writes a stop with its stated end.
func (a *anySite) window(services string) {
	hours := a.hours()
	id := a.milestone("suspend", services, a.one("", "", "expected = true", hours))
	days := a.IntN(5)
	a.line("at = %q\nuntil = %q", a.later(), a.at.AddDate(0, 0, days).Add(2*time.Hour).Format(a.one("2006-01-02 15:04", time.DateOnly)))
	if written := a.out.String(); days > 2 && strings.Contains(written[strings.LastIndex(written, "[milestone."):], hours) {
		a.beside(!strings.Contains(hours, "days"), days)
	}
	a.facts = append(a.facts, id)
	a.at = a.at.AddDate(0, 0, 6)
}

// beside writes days on which hours are not kept, or on which they are although the days
// of the week do not say so.
func (a *anySite) beside(daily bool, days int) {
	day := a.at.AddDate(0, 0, 1+a.IntN(days-1))
	weekend := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
	switch {
	case daily && a.chance(50):
		a.line("except = [%s]", day.Format(time.DateOnly))
	case !daily && weekend && strings.Contains(a.out.String(), "workdays"):
		a.line("also = [%s]", day.Format(time.DateOnly))
	}
}

// loose writes what turns no service.
func (a *anySite) loose() {
	services := a.one("", fmt.Sprintf("service = %q", a.services[0]), fmt.Sprintf("services = [%q]", a.services[len(a.services)-1]))
	limits := a.one("", "scope = \"西区\"", "audience = [\"p0\"]", "channels = [\"c0\"]\nmore_channels = true")
	if a.chance(50) {
		id := a.milestone("deadline", services, limits+"\nincludes_day = "+a.one("true", "false"))
		a.time(id, false)
		return
	}
	if a.chance(30) {
		a.kept(services, limits)
		return
	}
	id := a.milestone("rule", services, limits)
	if len(a.facts) > 0 && a.chance(30) {
		a.line("at = %q", a.facts[a.IntN(len(a.facts))])
		return
	}
	a.time(id, false)
}

// kept writes a rule that keeps hours, with an end or without.
func (a *anySite) kept(services, limits string) {
	hours := a.hours()
	a.milestone("rule", services, limits+"\n"+hours)
	days := 3 + a.IntN(30)
	a.line("at = %q", a.later())
	if a.chance(50) {
		a.line("until = %q", a.at.AddDate(0, 0, days).Format(time.DateOnly))
		a.beside(!strings.Contains(hours, "days"), days)
	}
}
