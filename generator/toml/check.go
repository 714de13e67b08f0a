package toml

import (
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

// Check holds a file's tree against its schema. Entries that do not fit are
// reported and taken out, so that what is read later has the right kinds.
func Check(n *Node, t *schema.Table, problems *problem.List) {
	n.sift(func(e *Node) bool {
		k := t.Key(e.Key)
		if k == nil {
			problems.Add(e.At, problem.DidYouMean(e.Key, t.Names()), "the key %s is not known here", e.Key)
		}
		return k != nil && fits(e, k, problems)
	})
}

// sift takes out the entries that do not fit, all at once and in place: nobody has them yet.
// They are remembered, so that they are not reported as missing too.
func (n *Node) sift(fit func(*Node) bool) {
	n.entries = slices.DeleteFunc(n.entries, func(e *Node) bool {
		if fit(e) {
			return false
		}
		n.own().dropped = append(n.Dropped(), e.Key)
		delete(n.seldom.index, e.Key)
		return true
	})
}

// Require reports the keys that a table must have, after inheritance.
func Require(n *Node, t *schema.Table, what message.Text, problems *problem.List) bool {
	complete := true
	for i := range t.Keys {
		if k := &t.Keys[i]; k.Required && n.Get(k.Name) == nil && !slices.Contains(n.Dropped(), k.Name) {
			problems.Add(n.At, message.Say("add %s = … (%s)", k.Name, message.Both(k.English, k.Chinese)), "%s has no %s", what, k.Name)
			complete = false
		}
	}
	return complete
}

func fits(e *Node, k *schema.Key, problems *problem.List) bool {
	switch k.Kind {
	case schema.AText, schema.AWords:
		return IsText(e, k, problems)
	case schema.ATime:
		return isTime(e, k, problems)
	case schema.AFlag:
		_, ok := e.Scalar.(bool)
		return expect(ok, e, k.Name, "true or false, without quotes", problems)
	case schema.ADay:
		return isDay(e, k, problems)
	case schema.AHold:
		return isHold(e, k, problems)
	case schema.ATexts:
		return areTexts(e, k, problems)
	case schema.AList:
		return e.IsList && areTexts(e, k, problems) || !e.IsList && IsText(e, k, problems)
	case schema.ADays:
		return areDays(e, k, problems)
	case schema.ATable:
		if !expect(e.IsTable(), e, k.Name, message.Say("a table: [%s]", k.Name), problems) {
			return false
		}
		Check(e, k.Table, problems)
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

func expect(ok bool, e *Node, name string, want any, problems *problem.List) bool {
	if ok {
		return true
	}
	have := message.Say("a table")
	switch {
	case e.IsList:
		have = message.Say("a list")
	case !e.IsTable():
		have = message.Plain(e.Written())
	}
	if form, plain := want.(string); plain {
		want = message.Say(form)
	}
	problems.Add(e.Value, message.Say("%s%s", message.Both("write ", "应为"), want), "%s is %s", name, have)
	return false
}

func isNumber(e *Node, k *schema.Key, problems *problem.List) bool {
	if n, ok := e.Scalar.(int64); ok {
		e.Scalar = float64(n)
	}
	n, ok := e.Scalar.(float64)
	return expect(ok && n >= k.Least && n <= k.Most, e, k.Name, message.Say("a number from %g to %g", k.Least, k.Most), problems)
}

// IsText reports whether a value is a text that its key can have; what is wrong is a
// problem.
func IsText(e *Node, k *schema.Key, problems *problem.List) bool {
	text, ok := e.Scalar.(string)
	if !expect(ok, e, k.Name, `a text in straight quotes: "…"`, problems) {
		return false
	}
	return clean(e, k.Name, text, problems) && allowed(e, k, text, problems)
}

func isTime(e *Node, k *schema.Key, problems *problem.List) bool {
	if t, ok := e.Scalar.(time.Time); ok { // a TOML date or date-time without quotes
		written, known := unquoted(t)
		if !expect(known, e, k.Name, `a time of China by the minute, in quotes: "2021-12-30 20:00"`, problems) {
			return false
		}
		e.Scalar = written
	}
	text, ok := e.Scalar.(string)
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

func isDay(e *Node, k *schema.Key, problems *problem.List) bool {
	t, ok := e.Scalar.(time.Time)
	ok = ok && t.Location().String() == "date-local"
	if text, quoted := e.Scalar.(string); quoted {
		if t, err := time.Parse(time.DateOnly, text); err == nil {
			e.Scalar, ok = t, true
		} else if wholeDay.MatchString(text) {
			problems.Add(e.Value, "write a day of the calendar", "%s = %q names a day that does not exist", k.Name, text)
			return false
		}
	}
	return expect(ok, e, k.Name, "a date: 2021-12-20", problems)
}

// isHold takes a flag, or the day on which something is to be published.
func isHold(e *Node, k *schema.Key, problems *problem.List) bool {
	if _, flag := e.Scalar.(bool); flag {
		return true
	}
	if _, quoted := e.Scalar.(string); quoted || e.IsList || e.IsTable() {
		return expect(false, e, k.Name, "true, false or a date, without quotes: false, 2021-12-20", problems)
	}
	return isDay(e, k, problems)
}

func areTexts(e *Node, k *schema.Key, problems *problem.List) bool {
	if !expect(e.IsList, e, k.Name, `a list of texts: ["…", "…"]`, problems) {
		return false
	}
	good := e.List[:0]
	for _, i := range e.List {
		if IsText(i, k, problems) {
			good = append(good, i)
		}
	}
	e.List = good
	return true
}

// areDays turns the dates of a list into texts, as one written in quotes is.
func areDays(e *Node, k *schema.Key, problems *problem.List) bool {
	if !expect(e.IsList, e, k.Name, "a list of dates: [2026-10-01]", problems) {
		return false
	}
	for _, i := range e.List {
		if !isDay(i, k, problems) {
			return false
		}
		i.Scalar = i.Scalar.(time.Time).Format(time.DateOnly)
	}
	return true
}

func allowed(e *Node, k *schema.Key, text string, problems *problem.List) bool {
	if len(k.One) == 0 || slices.Contains(k.One, text) {
		return true
	}
	hint := problem.DidYouMean(text, k.One)
	if problem.Nearest(text, k.One) != "" {
		hint = message.Say("%s it can be %s", hint, message.Names(k.One))
	}
	problems.Add(e.Value, hint, "%s = %q is not known", k.Name, text)
	return false
}

// clean refuses what could forge a line or hide text, see prose.Hidden.
func clean(e *Node, name, text string, problems *problem.List) bool {
	for _, r := range text {
		if prose.Hidden(r) {
			problems.Add(e.Value, "take it away; a text stands on one line", "%s holds the invisible or broken character U+%04X", name, r)
			return false
		}
	}
	if length := utf8.RuneCountInString(text); length > MaxText {
		problems.Add(e.Value, "say it in fewer words; a fragment has room for the rest", "%s has %d characters; %d is the most", name, length, MaxText)
		return false
	}
	if strings.TrimSpace(text) == "" {
		problems.Add(e.Value, "write it, or leave the key out", "%s is empty", name)
		return false
	}
	return true
}

func areNamed(e *Node, k *schema.Key, problems *problem.List) bool {
	if !expect(e.IsTable(), e, k.Name, message.Say("a named table: [%s.name]", k.Name), problems) {
		return false
	}
	e.sift(func(named *Node) bool {
		switch {
		case !named.IsTable():
			problems.Add(named.At, message.Say("write [%s.name] above it", k.Name), "%s.%s is no table: %s needs a name", k.Name, named.Key, k.Name)
		case !schema.Identifier.MatchString(named.Key):
			problems.Add(named.At, "use small letters, digits and hyphens, beginning with a letter: it appears in addresses", "%q is no name for a %s", named.Key, k.Name)
		case schema.IsDevice(named.Key):
			problems.Add(named.At, schema.DeviceHint, "%s is the name of a device in Windows", named.Key)
		default:
			Check(named, k.Table, problems)
			return true
		}
		return false
	})
	return true
}

func isSeries(e *Node, k *schema.Key, problems *problem.List) bool {
	if !expect(e.IsList, e, k.Name, message.Say("a series: [[%s]]", k.Name), problems) {
		return false
	}
	for _, i := range e.List {
		if !expect(i.IsTable(), i, k.Name, message.Say("a series of tables: [[%s]]", k.Name), problems) {
			return false
		}
		Check(i, k.Table, problems)
	}
	return true
}

func areColors(e *Node, k *schema.Key, problems *problem.List) bool {
	if !expect(e.IsTable(), e, k.Name, message.Say("a table: [%s]", k.Name), problems) {
		return false
	}
	e.sift(func(c *Node) bool {
		value, _ := c.Scalar.(string)
		good := site.IsColor(value) && schema.Property.MatchString(c.Key)
		if !good {
			problems.Add(c.Value, `write a name and its colour: off = "#8a1c1c"`, "%s is no colour: %s", c.Key, c.Written())
		}
		return good
	})
	return true
}
