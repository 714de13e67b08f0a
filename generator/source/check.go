package source

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

var (
	identifier = regexp.MustCompile(`^[a-z][a-z0-9-]{0,62}$`)
	property   = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)
)

// check holds a file's tree against its schema. Entries that do not fit are
// reported and taken out, so that what is read later has the right kinds.
func check(n *node, t *table, problems *problem.List) {
	for _, e := range n.entries() {
		k := t.key(e.key)
		if k == nil {
			problems.Add(e.at, problem.DidYouMean(e.key, t.names()), "the key %s is not known here", e.key)
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
func require(n *node, t *table, what string, problems *problem.List) bool {
	complete := true
	for _, k := range t.keys {
		if k.required && n.get(k.name) == nil && !slices.Contains(n.dropped, k.name) {
			problems.Add(n.at, fmt.Sprintf("add %s = … (%s)", k.name, k.English), "%s has no %s", what, k.name)
			complete = false
		}
	}
	return complete
}

func fits(e *node, k *key, problems *problem.List) bool {
	switch k.kind {
	case aText, aWords:
		return isText(e, k, problems)
	case aTime:
		return isTime(e, k, problems)
	case aFlag:
		_, ok := e.scalar.(bool)
		return expect(ok, e, k.name, "true or false, without quotes", problems)
	case aDay:
		return isDay(e, k, problems)
	case aHold:
		return isHold(e, k, problems)
	case aTexts:
		return areTexts(e, k, problems)
	case aList:
		return e.isList && areTexts(e, k, problems) || !e.isList && isText(e, k, problems)
	case aDays:
		return areDays(e, k, problems)
	case aTable:
		if !expect(e.isTable(), e, k.name, "a table: ["+k.name+"]", problems) {
			return false
		}
		check(e, k.table, problems)
	case aNamed:
		return areNamed(e, k, problems)
	case aSeries:
		return isSeries(e, k, problems)
	case aNumber:
		return isNumber(e, k, problems)
	case aColors:
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

func isNumber(e *node, k *key, problems *problem.List) bool {
	if n, ok := e.scalar.(int64); ok {
		e.scalar = float64(n)
	}
	n, ok := e.scalar.(float64)
	return expect(ok && n >= k.least && n <= k.most, e, k.name, fmt.Sprintf("a number from %g to %g", k.least, k.most), problems)
}

func isText(e *node, k *key, problems *problem.List) bool {
	text, ok := e.scalar.(string)
	if !expect(ok, e, k.name, `a text in straight quotes: "…"`, problems) {
		return false
	}
	return clean(e, k.name, text, problems) && allowed(e, k, text, problems)
}

func isTime(e *node, k *key, problems *problem.List) bool {
	if t, ok := e.scalar.(time.Time); ok { // a TOML date or date-time without quotes
		written, known := unquoted(t)
		if !expect(known, e, k.name, `a time of China by the minute, in quotes: "2021-12-30 20:00"`, problems) {
			return false
		}
		e.scalar = written
	}
	text, ok := e.scalar.(string)
	return expect(ok, e, k.name, `a time in quotes: "2021-12-30 20:00"`, problems) && clean(e, k.name, text, problems)
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

func isDay(e *node, k *key, problems *problem.List) bool {
	t, ok := e.scalar.(time.Time)
	ok = ok && t.Location().String() == "date-local"
	if text, quoted := e.scalar.(string); quoted {
		if t, err := time.Parse(time.DateOnly, text); err == nil {
			e.scalar, ok = t, true
		} else if wholeDay.MatchString(text) {
			problems.Add(e.value, "write a day of the calendar", "%s = %q names a day that does not exist", k.name, text)
			return false
		}
	}
	return expect(ok, e, k.name, "a date: 2021-12-20", problems)
}

func areTexts(e *node, k *key, problems *problem.List) bool {
	if !expect(e.isList, e, k.name, `a list of texts: ["…", "…"]`, problems) {
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
func areDays(e *node, k *key, problems *problem.List) bool {
	if !expect(e.isList, e, k.name, "a list of dates: [2026-10-01]", problems) {
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

func allowed(e *node, k *key, text string, problems *problem.List) bool {
	if len(k.one) == 0 || slices.Contains(k.one, text) {
		return true
	}
	hint := problem.DidYouMean(text, k.one)
	if strings.HasPrefix(hint, "did") {
		hint += " it can be " + strings.Join(k.one, ", ")
	}
	problems.Add(e.value, hint, "%s = %q is not known", k.name, text)
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

func areNamed(e *node, k *key, problems *problem.List) bool {
	if !expect(e.isTable(), e, k.name, "a named table: ["+k.name+".name]", problems) {
		return false
	}
	for _, named := range e.entries() {
		switch {
		case !named.isTable():
			problems.Add(named.at, "write ["+k.name+".name] above it", "%s.%s is no table: %s needs a name", k.name, named.key, k.name)
		case !identifier.MatchString(named.key):
			problems.Add(named.at, "use small letters, digits and hyphens, beginning with a letter: it appears in addresses", "%q is no name for a %s", named.key, k.name)
		case device(named.key):
			problems.Add(named.at, deviceHint, "%s is the name of a device in Windows", named.key)
		default:
			check(named, k.table, problems)
			continue
		}
		e.drop(named.key)
	}
	return true
}

func isSeries(e *node, k *key, problems *problem.List) bool {
	if !expect(e.isList, e, k.name, "a series: [["+k.name+"]]", problems) {
		return false
	}
	for _, i := range e.list {
		if !expect(i.isTable(), i, k.name, "a series of tables: [["+k.name+"]]", problems) {
			return false
		}
		check(i, k.table, problems)
	}
	return true
}

func areColors(e *node, k *key, problems *problem.List) bool {
	if !expect(e.isTable(), e, k.name, "a table: ["+k.name+"]", problems) {
		return false
	}
	for _, c := range e.entries() {
		if value, _ := c.scalar.(string); !site.IsColor(value) || !property.MatchString(c.key) {
			problems.Add(c.value, `write a property and its colour: stopped = "#8a1c1c"`, "%s is no colour: %s", c.key, c.written())
			e.drop(c.key)
		}
	}
	return true
}
