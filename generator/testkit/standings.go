package testkit

// Standings are the kinds of case in which services were said to stand as they do not.
var Standings = []Standing{
	{Name: "two outages of one service are one course", Notices: []string{`
		s1 suspend water | at = "2024-05-10 08:00"
		r1 resume water | at = "2024-05-10 12:00"
		s2 suspend water | at = "2024-05-12 08:00"
		r2 resume water | at = "2024-05-12 12:00"`},
		Says: []string{"2024-05-10 07:59 water on", "2024-05-10 08:00 water off", "2024-05-10 12:00 water on", "2024-05-12 07:59 water on",
			"2024-05-12 09:00 water off", "2024-05-12 12:00 water on"}},
	{Name: "a recovery before an hour", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		r resume water | before = "2024-05-10 12:00"`},
		Says: []string{"2024-05-10 11:59 water off", "2024-05-10 12:00 water on", "2024-05-30 12:00 water on"}},
	{Name: "a recovery before a day", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		r resume water | before = "2024-05-12"`},
		Says: []string{"2024-05-11 23:59 water off", "2024-05-12 00:00 water uncertain", "2024-05-12 23:59 water uncertain", "2024-05-13 00:00 water on"}},
	{Name: "a recovery after an hour", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		r resume water | after = "2024-05-10 12:00"`},
		Says: []string{"2024-05-10 11:59 water off", "2024-05-10 12:00 water presumed", "2024-05-30 12:00 water presumed"}},
	{Name: "a recovery between two bounds", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		r resume water | after = "2024-05-10 12:00" | before = "2024-05-11"`},
		Says: []string{"2024-05-10 11:59 water off", "2024-05-10 12:00 water uncertain", "2024-05-11 23:59 water uncertain", "2024-05-12 00:00 water on"}},
	{Name: "that a recovery comes after its stop is no news", Notices: []string{`
		s suspend water | at = "2024-05-10"
		r resume water | tbd = true | after = "s" | before = "2024-05-20"`},
		Says: []string{"2024-05-09 23:59 water on", "2024-05-10 00:00 water off", "2024-05-20 23:59 water off", "2024-05-21 00:00 water on"}},
	{Name: "nor of one without another bound", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		r resume water | after = "s"`},
		Says: []string{"2024-05-10 07:59 water on", "2024-05-10 08:00 water off", "2024-05-20 08:00 water off"}},
	{Name: "a recovery after the day of its stop", Notices: []string{`
		s suspend water | at = "2024-05-10"
		r resume water | after = "2024-05-10"`},
		Says: []string{"2024-05-09 23:59 water on", "2024-05-10 00:00 water off", "2024-05-11 00:00 water presumed"}},
	{Name: "a stop with bounds", Notices: []string{`
		s suspend water | after = "2024-05-10 08:00" | before = "2024-05-10 10:00"
		r resume water | at = "2024-05-10 12:00"`},
		Says: []string{"2024-05-10 07:59 water on", "2024-05-10 08:00 water uncertain", "2024-05-10 10:00 water off", "2024-05-10 12:00 water on"}},
	{Name: "a recovery to be announced lasts at least to its bound", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		r resume water | tbd = true | after = "2024-05-10 17:00" | moved from 2024-05-10 14:00`},
		Says: []string{"2024-05-10 14:00 water off", "2024-05-10 17:00 water off", "2024-05-20 17:00 water off"}},
	{Name: "a stage by day counts from its start, a recovery by day from its end", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		p partial water | at = "2024-05-12" | state = "预受理"
		r resume water | at = "2024-05-14"`},
		Says: []string{"2024-05-11 23:59 water off", "2024-05-12 00:00 water partly", "2024-05-14 00:00 water uncertain", "2024-05-15 00:00 water on"}},
	{Name: "months", Notices: []string{`
		s suspend water | at = "2024-06"
		r resume water | at = "2024-08"`},
		Says: []string{"2024-05-31 23:59 water on", "2024-06-01 00:00 water uncertain", "2024-07-01 00:00 water off", "2024-08-01 00:00 water uncertain",
			"2024-08-31 23:59 water uncertain", "2024-09-01 00:00 water on"}},
	{Name: "hours of a day", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		p partial water | at = "2024-05-11 00:00" | daily = "07:00-23:00"
		r resume water | at = "2024-05-20 00:00"`},
		Says: []string{"2024-05-12 03:00 water off", "2024-05-12 07:00 water partly", "2024-05-12 22:59 water partly", "2024-05-12 23:00 water off", "2024-05-20 03:00 water on"}},
	{Name: "an opening holds outside the hours of a stage, which then return", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		p partial water | at = "2024-05-11 00:00" | daily = "07:00-23:00"
		o opening water | at = "2024-05-12 20:00" | until = "2024-05-13 04:00"
		r resume water | at = "2024-05-20 00:00"`},
		Says: []string{"2024-05-12 23:30 water partly", "2024-05-13 03:59 water partly", "2024-05-13 04:00 water off", "2024-05-13 07:00 water partly", "2024-05-14 03:00 water off"}},
	{Name: "an opening that outlasts an expected recovery takes nothing back", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		o opening water | at = "2024-05-12 08:00" | until = "2024-05-13 18:00"
		r resume water | at = "2024-05-13 12:00" | expected = true`},
		Says: []string{"2024-05-12 08:00 water partly", "2024-05-13 11:59 water partly", "2024-05-13 12:00 water presumed", "2024-05-13 18:00 water presumed"}},
	{Name: "a stage that begins while an opening runs goes on after it", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		o opening water | at = "2024-05-12 08:00" | until = "2024-05-12 18:00"
		p partial water | at = "2024-05-12 12:00"
		r resume water | at = "2024-05-13 12:00"`},
		Says: []string{"2024-05-12 07:59 water off", "2024-05-12 08:00 water partly", "2024-05-12 18:00 water partly", "2024-05-13 12:00 water on"}},
	{Name: "an opening, and one that was called off", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		o opening water | at = "2024-05-12 08:00" | until = "2024-05-12 12:00"
		x opening water | at = "2024-05-13 08:00" | until = "2024-05-13 12:00" | withdrawn = true | moved from 2024-05-13 08:00
		r resume water | at = "2024-05-14 08:00"`},
		Says: []string{"2024-05-12 09:00 water partly", "2024-05-12 12:00 water off", "2024-05-13 09:00 water off", "2024-05-14 08:00 water on"}},
	{Name: "what is part of a service that is off", Site: "[service.card]\nname = \"水卡\"\npart_of = \"water\"\n", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		r resume water | at = "2024-05-12 08:00"
		c suspend card | at = "2024-05-14 08:00"
		d resume card | at = "2024-05-14 12:00"`},
		Says: []string{"2024-05-10 07:59 card on", "2024-05-10 08:00 card off", "2024-05-12 08:00 card on", "2024-05-14 08:00 card off", "2024-05-14 08:00 water on", "2024-05-14 12:00 card on"}},
	{Name: "where the whole leaves no rest, a part has none", Site: "[service.card]\nname = \"水卡\"\npart_of = \"water\"\n", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		e resume water | at = "2024-05-11 08:00" | scope = "东区"
		w resume water | at = "2024-05-12 08:00" | scope = "西区"
		c suspend card | at = "2024-05-14 08:00"
		d resume card | at = "2024-05-14 12:00"
		s2 suspend water | at = "2024-05-15 08:00"
		e2 resume water | at = "2024-05-16 08:00" | scope = "东区"
		w2 resume water | at = "2024-05-17 08:00" | scope = "西区"`},
		Says: []string{"2024-05-11 09:00 card/东区 on", "2024-05-11 09:00 card/西区 off", "2024-05-14 09:00 card/东区 off", "2024-05-16 09:00 card/西区 off", "2024-05-10 09:00 card/rest absent"}},
	{Name: "the stated end of a window, its day counted", Notices: []string{`
		s suspend water | at = "2024-05-10 00:00" | until = "2024-05-17"`},
		Says: []string{"2024-05-09 23:59 water on", "2024-05-10 00:00 water off", "2024-05-17 23:59 water off", "2024-05-18 00:00 water on"}},
	{Name: "the expected end of a window", Notices: []string{`
		s suspend water | at = "2024-05-10 00:00" | until = "2024-05-17" | expected = true`},
		Says: []string{"2024-05-10 00:00 water off", "2024-05-18 00:00 water presumed"}},
	{Name: "a window before or behind an outage whose parts return leaves no rest", Notices: []string{`
		v suspend water | at = "2024-05-06 08:00" | until = "2024-05-07 08:00"
		s suspend water | at = "2024-05-10 08:00"
		a resume water | at = "2024-05-11 08:00" | channels = ["c0"]
		b resume water | at = "2024-05-12 08:00" | channels = ["c1"]`},
		Says: []string{"2024-05-11 08:00 water/c0 on", "2024-05-11 08:00 water/c1 off", "2024-05-12 08:00 water/c1 on", "2024-05-12 08:00 water/rest absent"}},
	{Name: "a part that returns within a window leaves the rest its end", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00" | until = "2024-05-12 08:00"
		a resume water | at = "2024-05-11 08:00" | scope = "东区"`},
		Says: []string{"2024-05-11 08:00 water/东区 on", "2024-05-11 08:00 water/rest off", "2024-05-12 08:00 water/rest on"}},
	{Name: "an expected recovery by steps", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		r resume water | at = "2024-05-30 00:00" | expected = true | gradual = true`},
		Says: []string{"2024-05-29 23:59 water off", "2024-05-30 00:00 water presumed", "2024-06-20 00:00 water presumed"}},
	{Name: "a stop by steps", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00" | gradual = true
		r resume water | at = "2024-05-11 08:00"`},
		Says: []string{"2024-05-10 08:00 water partly", "2024-05-11 08:00 water on"}},
	{Name: "reduced service that begins from normal service", Notices: []string{`
		p partial water | at = "2024-05-10 22:00" | state = "减压供水"
		r resume water | at = "2024-05-11 06:00"
		q partial water | at = "2024-05-12 22:00" | state = "减压供水" | until = "2024-05-13 06:00"`},
		Says: []string{"2024-05-10 21:59 water on", "2024-05-10 22:00 water partly", "2024-05-11 06:00 water on", "2024-05-12 22:00 water partly", "2024-05-13 06:00 water on"}},
	{Name: "a stage with a time shows that a stop without one has begun", Notices: []string{`
		s suspend water | tbd = true | after = "2024-05-10 08:00"
		p partial water | at = "2024-05-12 08:00" | daily = "07:00-23:00"
		r resume water | at = "2024-05-14"`},
		Says: []string{"2024-05-11 08:00 water on", "2024-05-12 08:00 water partly", "2024-05-12 23:30 water off", "2024-05-14 08:00 water uncertain", "2024-05-15 00:00 water on"}},
	{Name: "history after the last time, though one is to be announced", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		p partial water | at = "2024-05-12 08:00"
		r resume water | tbd = true`},
		Says: []string{"2024-06-11 07:59 water partly", "2024-06-11 08:00 water history"}},
	{Name: "history after the day of a bound", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		r resume water | after = "2024-05-11 08:00" | before = "2024-05-12"`},
		Says: []string{"2024-06-11 23:59 water on", "2024-06-12 00:00 water history"}},
	{Name: "a rule for one place", Notices: []string{`
		s suspend water | at = "2024-05-01 08:00"
		w resume water | at = "2024-05-03 08:00" | scope = "西区"
		e resume water | at = "2024-05-05 08:00" | scope = "东区"
		x rule water | at = "2024-05-04" | scope = "西区" | label = "检查"`},
		Says: []string{"2024-05-03 08:00 water/西区 on", "2024-05-03 08:00 water/东区 off", "2024-05-05 08:00 water/东区 on"}},
	{Name: "the end of a day is the next one's begin", Notices: []string{`
		s suspend water | at = "2024-05-28 08:00"
		p partial water | at = "2024-05-30 24:00"
		r resume water | at = "2024-05-31"`},
		Says: []string{"2024-05-30 23:59 water off", "2024-05-31 00:00 water uncertain", "2024-06-01 00:00 water on"}},
	{Name: "one notice is about a place, another about all", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		r resume water | at = "2024-05-12 08:00"`, `
		s suspend water | at = "2024-05-14 08:00" | scope = "东区"
		r resume water | at = "2024-05-15 08:00" | scope = "东区"`},
		Says: []string{"2024-05-10 08:00 water/东区 off", "2024-05-10 08:00 water/rest off", "2024-05-14 08:00 water/东区 off", "2024-05-14 08:00 water/rest on", "2024-05-15 08:00 water/东区 on"}},
	{Name: "what follows an expected time is expected", Site: "[service.card]\nname = \"水卡\"\n", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		t suspend card | at = "s"
		r resume water | at = "2024-05-12 08:00" | expected = true
		u resume card | at = "r"`},
		Says: []string{"2024-05-11 08:00 card off", "2024-05-12 08:00 water presumed", "2024-05-12 08:00 card presumed"}},
	{Name: "unless its author calls it certain", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		x rule | at = "2024-05-12 08:00" | expected = true
		r resume water | at = "x" | expected = false`},
		Says: []string{"2024-05-12 08:00 water on"}},
	{Name: "two notices are about some of the same people, who are listed otherwise", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00" | audience = ["p0", "p1"]
		r resume water | at = "2024-05-12 08:00" | audience = ["p0", "p1"]`, `
		s suspend water | at = "2024-05-08 08:00" | audience = ["p1", "p0"]
		r resume water | at = "2024-05-11 08:00" | audience = ["p1", "p0"]`},
		Says: []string{"2024-05-09 08:00 water off", "2024-05-11 08:00 water off", "2024-05-12 08:00 water on"}},
	{Name: "one notice is about some, another about everyone", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00" | audience = ["p0"] | channels = ["c0"]
		r resume water | at = "2024-05-12 08:00" | audience = ["p0"] | channels = ["c0"]`, `
		s suspend water | at = "2024-05-08 08:00" | channels = ["c0"]
		r resume water | at = "2024-05-11 08:00" | channels = ["c0"]`},
		Says: []string{"2024-05-09 08:00 water/p0 off", "2024-05-09 08:00 water/rest off", "2024-05-11 08:00 water/p0 off", "2024-05-11 08:00 water/rest on", "2024-05-12 08:00 water/p0 on"}},
	{Name: "the whole is off by another notice", Site: "[service.card]\nname = \"水卡\"\npart_of = \"water\"\n", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		r resume water | at = "2024-05-12 08:00"`, `
		s suspend card | at = "2024-05-14 08:00"
		r resume card | at = "2024-05-15 08:00"`},
		Says: []string{"2024-05-10 08:00 card off", "2024-05-12 08:00 card on", "2024-05-14 08:00 card off", "2024-05-15 08:00 card on"}},
	{Name: "two notices, one with hours", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00" | gradual = true
		r resume water | at = "2024-05-12 08:00"`, `
		s suspend water | at = "2024-05-08 08:00"
		p partial water | at = "2024-05-09 08:00" | daily = "07:00-23:00"
		r resume water | at = "2024-05-14 08:00"`},
		Says: []string{"2024-05-10 22:59 water partly", "2024-05-10 23:00 water off", "2024-05-13 03:00 water off", "2024-05-14 08:00 water on"}},
	{Name: "the whole that is back brings no part back which stopped by itself", Site: "[service.card]\nname = \"水卡\"\npart_of = \"water\"\n", Notices: []string{`
		s suspend water | at = "2024-05-12 08:00"
		r resume water | at = "2024-05-13 08:00"`, `
		s suspend card | at = "2024-05-10 08:00"
		r resume card | tbd = true`},
		Says: []string{"2024-05-13 09:00 card off"}},
	{Name: "a part that a newer notice has brought back still follows the whole", Site: "[service.card]\nname = \"水卡\"\npart_of = \"water\"\n", Notices: []string{`
		s suspend card | at = "2024-05-12 08:00"
		r resume card | at = "2024-05-13 08:00"`, `
		s suspend card | at = "2024-05-10 08:00"
		r resume card | tbd = true
		w suspend water | at = "2024-05-14 08:00"
		v resume water | at = "2024-05-15 08:00"`},
		Says: []string{"2024-05-13 07:59 card off", "2024-05-13 08:00 card on", "2024-05-14 08:00 card off", "2024-05-15 08:00 card on"}},
	{Name: "a stop to be announced takes back nothing", Notices: []string{`
		s suspend water | at = "2024-05-10 08:00"
		r resume water | at = "2024-05-12 08:00" | expected = true
		t suspend water | tbd = true | after = "2024-05-14 08:00"`},
		Says: []string{"2024-05-12 08:00 water presumed", "2024-05-15 08:00 water presumed"}},
}
