package problem

import (
	"slices"

	"tonggao/generator/message"
)

// Some names the first three of a list, and how many there are.
func Some(names []string) message.Text {
	slices.Sort(names)
	if len(names) <= 3 {
		return message.Say("%s", message.Names(names))
	}
	return message.Say("%s and %d more", message.Names(names[:3]), len(names)-3)
}
