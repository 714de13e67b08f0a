package problem

import (
	"slices"
	"strings"

	"tonggao/generator/message"
)

// Some names the first three of a list, and how many there are.
func Some(names []string) message.Text {
	slices.Sort(names)
	if len(names) <= 3 {
		return message.Plain(strings.Join(names, ", "))
	}
	return message.Say("%s and %d more", strings.Join(names[:3], ", "), len(names)-3)
}
