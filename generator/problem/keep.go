package problem

import (
	"encoding/json"

	"tonggao/generator/message"
)

// A kept problem is a problem as a file holds it, in no language.
type kept struct {
	At     Position        `json:"at"`
	Place  [2]string       `json:"place"` // in both languages
	Level  int             `json:"level"`
	Bars   bool            `json:"bars,omitempty"`
	Wrong  json.RawMessage `json:"wrong"`
	Advice json.RawMessage `json:"advice"`
}

// Keep puts problems into octets, from which Kept makes problems that say the same in every
// language. A text or a file's name that cannot be kept is an error.
func Keep(l List) ([]byte, error) {
	all := make([]kept, len(l))
	for i, p := range l {
		wrong, err := message.Keep(p.Wrong)
		if err != nil {
			return nil, err
		}
		advice, err := message.Keep(p.Advice)
		if err != nil {
			return nil, err
		}
		if _, err := message.Keep(message.Plain(p.File)); err != nil {
			return nil, err
		}
		at, place := p.Position, p.Place.Words()
		at.Place = Place{}
		all[i] = kept{at, [2]string{place.English, place.Chinese}, int(p.Level), p.Bars, wrong, advice}
	}
	return json.Marshal(all)
}

// Kept are the problems that Keep was given.
func Kept(octets []byte) (List, error) {
	var all []kept
	if err := json.Unmarshal(octets, &all); err != nil {
		return nil, err
	}
	l := make(List, len(all))
	for i, k := range all {
		wrong, err := message.Kept(k.Wrong)
		if err != nil {
			return nil, err
		}
		advice, err := message.Kept(k.Advice)
		if err != nil {
			return nil, err
		}
		k.At.Place = PlaceOf(message.Twofold{English: k.Place[0], Chinese: k.Place[1]})
		l[i] = Problem{Position: k.At, Level: Level(k.Level), Bars: k.Bars, Message: wrong.String(), Hint: advice.String(), Wrong: wrong, Advice: advice}
	}
	return l, nil
}
