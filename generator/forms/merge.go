package forms

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"slices"
	"strings"

	"tonggao/generator/amend"
	"tonggao/generator/message"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// Was is what the fields held when the form was opened: another window may have changed
// them before it is sent.
func (m form) Was() string {
	if m.posted != nil {
		return m.posted.Get("was")
	}
	held := url.Values{}
	for key, written := range m.holds {
		held.Set(key, written)
	}
	return held.Encode()
}

// together are keys of which one stands for another, by that which has the field.
var together = map[string]string{"services": "service", "tbd": "at"}

func fieldFor(key string) string {
	if field := together[key]; field != "" {
		return field
	}
	return key
}

// merged leaves out of the values of a form those that it did not change: what another
// window has written there since stays. A field that both changed, to different values, is
// an error beside it. The form then knows the other value, so that sending it again is a
// choice.
func merged(n *site.Notice, values []amend.Value, holds map[string]string, v url.Values) ([]amend.Value, error) {
	was, err := url.ParseQuery(v.Get("was"))
	if err != nil || !v.Has("was") {
		return values, nil // it came with no past
	}
	var mine []amend.Value
	var clashes fieldErrors
	for _, group := range byField(values) {
		old, theirs, ours := "", "", ""
		for _, one := range group {
			old, theirs, ours = old+was.Get(one.Key)+"\n", theirs+holds[one.Key]+"\n", ours+one.Written+"\n"
		}
		if ours == old || ours == theirs {
			continue
		}
		mine = append(mine, group...)
		if theirs == old {
			continue
		}
		other := slices.Clone(group)
		for i, one := range other {
			other[i].Written = holds[one.Key]
			was.Set(one.Key, holds[one.Key])
		}
		clashes = append(clashes, fieldError{fieldFor(group[0].Key), message.Errorf("another window has written %s here since this page was opened, and this one %s: send it again to write the second, or fill in the first", shown(n, other), shown(n, group))})
	}
	if clashes != nil {
		v.Set("was", was.Encode())
		return nil, clashes
	}
	return mine, nil
}

// byField are the values of each field, in the order of the form.
func byField(values []amend.Value) (groups [][]amend.Value) {
	for _, one := range values {
		same := func(group []amend.Value) bool { return fieldFor(group[0].Key) == fieldFor(one.Key) }
		if i := slices.IndexFunc(groups, same); i >= 0 {
			groups[i] = append(groups[i], one)
		} else {
			groups = append(groups, []amend.Value{one})
		}
	}
	return groups
}

// shown is the value of a field as its page calls it.
func shown(n *site.Notice, group []amend.Value) message.Text {
	words := phrase.In(site.Chinese)
	for _, one := range group {
		switch {
		case one.Written == "":
		case one.Key == "tbd":
			return message.Say("to be announced")
		case one.Written == "true":
			return message.Say("yes")
		case one.Written == "false":
			return message.Say("no")
		case one.Key == "kind":
			return quoting(words.Kind(site.Kind(plain(one.Written))))
		case one.Key == "service" || one.Key == "services" || one.Key == "audience":
			return quoting(named(n, one.Written))
		default:
			return quoting(plain(one.Written))
		}
	}
	return message.Say("nothing")
}

func quoting(words string) message.Text { return message.Plain("“" + words + "”") }

// named are the services or audiences of a list by their names.
func named(n *site.Notice, written string) string {
	var all []string
	for _, id := range strings.FieldsFunc(written, func(r rune) bool { return strings.ContainsRune(`[]", `, r) }) {
		name := id
		if known := n.Vocabulary.Service(id); known != nil {
			name = known.Name
		} else if known := n.Vocabulary.Audience(id); known != nil {
			name = known.Name
		}
		all = append(all, name)
	}
	return strings.Join(all, "、")
}

// digest tells one state of a file from another.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// fieldErrors are what is wrong with several fields.
type fieldErrors []fieldError

func (e fieldErrors) Error() string { return e[0].Error() }
