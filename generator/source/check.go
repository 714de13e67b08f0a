package source

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/schema"
	"tonggao/generator/site"
)

// check holds a file's tree against its schema. Entries that do not fit are
// reported and taken out, so that what is read later has the right kinds.
func check(n *node, t *schema.Table, problems *problem.List) {
	for _, e := range n.entries() {
		k := t.Key(e.key)
		if k == nil {
			problems.Add(e.at, problem.DidYouMean(e.key, t.Names()), "the key %s is not known here", e.key)
		}
		if k == nil || !fits(e, k, problems) {
			n.drop(e.key)
		}
	}
}

// drop takes an entry out that does not fit. It is remembered, so that it is not
// reported as missing too.
func (n *node) drop(key string) {
	n.dropped = append(n.dropped, key)
	n.remove(key)
}

func (n *node) remove(key string) {
	delete(n.table, key)
	n.order = slices.DeleteFunc(n.order, func(k string) bool { return k == key })
}

// require reports the keys that a table must have, after inheritance.
func require(n *node, t *schema.Table, what string, problems *problem.List) bool {
	complete := true
	for _, k := range t.Keys {
		if k.Required && n.get(k.Name) == nil && !slices.Contains(n.dropped, k.Name) {
			problems.Add(n.at, fmt.Sprintf("add %s = … (%s)", k.Name, k.English), "%s has no %s", what, k.Name)
			complete = false
		}
	}
	return complete
}

func fits(e *node, k *schema.Key, problems *problem.List) bool {
	switch k.Kind {
	case schema.AText, schema.AWords:
		return isText(e, k, problems)
	case schema.ATime:
		return isTime(e, k, problems)
	case schema.AFlag:
		_, ok := e.scalar.(bool)
		return expect(ok, e, k.Name, "true or false, without quotes", problems)
	case schema.ADay:
		return isDay(e, k, problems)
	case schema.AHold:
		return isHold(e, k, problems)
	case schema.ATexts:
		return areTexts(e, k, problems)
	case schema.AList:
		return e.isList && areTexts(e, k, problems) || !e.isList && isText(e, k, problems)
	case schema.ADays:
		return areDays(e, k, problems)
	case schema.ATable:
		if !expect(e.isTable(), e, k.Name, "a table: ["+k.Name+"]", problems) {
			return false
		}
		check(e, k.Table, problems)
	case schema.ANamed:
		return areNamed(e, k, problems)
	case schema.ASeries:
		return isSeries(e, k, problems)
	case schema.ANumber:
		return isNumber(e, k, problems)
	case schema.AColors:
		return areColors(e, k, problems)
	}
	return true
}

func expect(ok bool, e *node, name, want string, problems *problem.List) bool {
	if ok {
		return true
	}
	have := "a table"
	switch {
	case e.isList:
		have = "a list"
	case !e.isTable():
		have = e.written()
	}
	problems.Add(e.value, "write "+want, "%s is %s", name, have)
	return false
}

func isNumber(e *node, k *schema.Key, problems *problem.List) bool {
	if n, ok := e.scalar.(int64); ok {
		e.scalar = float64(n)
	}
	n, ok := e.scalar.(float64)
	return expect(ok && n >= k.Least && n <= k.Most, e, k.Name, fmt.Sprintf("a number from %g to %g", k.Least, k.Most), problems)
}

func isText(e *node, k *schema.Key, problems *problem.List) bool {
	text, ok := e.scalar.(string)
	if !expect(ok, e, k.Name, `a text in straight quotes: "…"`, problems) {
		return false
	}
	return clean(e, k.Name, text, problems) && allowed(e, k, text, problems)
}

func isTime(e *node, k *schema.Key, problems *problem.List) bool {
	if t, ok := e.scalar.(time.Time); ok { // a TOML date or date-time without quotes
		written, known := unquoted(t)
		if !expect(known, e, k.Name, `a time of China by the minute, in quotes: "2021-12-30 20:00"`, problems) {
			return false
		}
		e.scalar = written
	}
	text, ok := e.scalar.(string)
	return expect(ok, e, k.Name, `a time in quotes: "2021-12-30 20:00"`, problems) && clean(e, k.Name, text, problems)
}

// unquoted writes a TOML time as it would stand in quotes. One with an offset, with
// seconds or without a day would lose them, and is none.
func unquoted(t time.Time) (string, bool) {
	switch t.Location().String() {
	case "date-local":
		return t.Format(time.DateOnly), true
	case "datetime-local":
		return t.Format("2006-01-02 15:04"), t.Second() == 0 && t.Nanosecond() == 0
	}
	return "", false
}

// wholeDay is a date with all its digits, of the calendar or not.
var wholeDay = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?$`)

func isDay(e *node, k *schema.Key, problems *problem.List) bool {
	t, ok := e.scalar.(time.Time)
	ok = ok && t.Location().String() == "date-local"
	if text, quoted := e.scalar.(string); quoted {
		if t, err := time.Parse(time.DateOnly, text); err == nil {
			e.scalar, ok = t, true
		} else if wholeDay.MatchString(text) {
			problems.Add(e.value, "write a day of the calendar", "%s = %q names a day that does not exist", k.Name, text)
			return false
		}
	}
	return expect(ok, e, k.Name, "a date: 2021-12-20", problems)
}

func areTexts(e *node, k *schema.Key, problems *problem.List) bool {
	if !expect(e.isList, e, k.Name, `a list of texts: ["…", "…"]`, problems) {
		return false
	}
	good := e.list[:0]
	for _, i := range e.list {
		if isText(i, k, problems) {
			good = append(good, i)
		}
	}
	e.list = good
	return true
}

// areDays turns the dates of a list into texts, as one written in quotes is.
func areDays(e *node, k *schema.Key, problems *problem.List) bool {
	if !expect(e.isList, e, k.Name, "a list of dates: [2026-10-01]", problems) {
		return false
	}
	for _, i := range e.list {
		if !isDay(i, k, problems) {
			return false
		}
		i.scalar = i.scalar.(time.Time).Format(time.DateOnly)
	}
	return true
}

func allowed(e *node, k *schema.Key, text string, problems *problem.List) bool {
	if len(k.One) == 0 || slices.Contains(k.One, text) {
		return true
	}
	hint := problem.DidYouMean(text, k.One)
	if problem.Nearest(text, k.One) != "" {
		hint = message.Say("%s it can be %s", hint, strings.Join(k.One, ", "))
	}
	problems.Add(e.value, hint, "%s = %q is not known", k.Name, text)
	return false
}

// clean refuses what could forge a line or hide text, see prose.Hidden.
func clean(e *node, name, text string, problems *problem.List) bool {
	for _, r := range text {
		if prose.Hidden(r) {
			problems.Add(e.value, "take it away; a text stands on one line", "%s holds the invisible or broken character U+%04X", name, r)
			return false
		}
	}
	if length := utf8.RuneCountInString(text); length > maxText {
		problems.Add(e.value, "say it in fewer words; a fragment has room for the rest", "%s has %d characters; %d is the most", name, length, maxText)
		return false
	}
	if strings.TrimSpace(text) == "" {
		problems.Add(e.value, "write it, or leave the key out", "%s is empty", name)
		return false
	}
	return true
}

func areNamed(e *node, k *schema.Key, problems *problem.List) bool {
	if !expect(e.isTable(), e, k.Name, "a named table: ["+k.Name+".name]", problems) {
		return false
	}
	for _, named := range e.entries() {
		switch {
		case !named.isTable():
			problems.Add(named.at, "write ["+k.Name+".name] above it", "%s.%s is no table: %s needs a name", k.Name, named.key, k.Name)
		case !schema.Identifier.MatchString(named.key):
			problems.Add(named.at, "use small letters, digits and hyphens, beginning with a letter: it appears in addresses", "%q is no name for a %s", named.key, k.Name)
		case device(named.key):
			problems.Add(named.at, deviceHint, "%s is the name of a device in Windows", named.key)
		default:
			check(named, k.Table, problems)
			continue
		}
		e.drop(named.key)
	}
	return true
}

func isSeries(e *node, k *schema.Key, problems *problem.List) bool {
	if !expect(e.isList, e, k.Name, "a series: [["+k.Name+"]]", problems) {
		return false
	}
	for _, i := range e.list {
		if !expect(i.isTable(), i, k.Name, "a series of tables: [["+k.Name+"]]", problems) {
			return false
		}
		check(i, k.Table, problems)
	}
	return true
}

func areColors(e *node, k *schema.Key, problems *problem.List) bool {
	if !expect(e.isTable(), e, k.Name, "a table: ["+k.Name+"]", problems) {
		return false
	}
	for _, c := range e.entries() {
		if value, _ := c.scalar.(string); !site.IsColor(value) || !schema.Property.MatchString(c.key) {
			problems.Add(c.value, `write a property and its colour: stopped = "#8a1c1c"`, "%s is no colour: %s", c.key, c.written())
			e.drop(c.key)
		}
	}
	return true
}
