package problem

import (
	"fmt"
	"slices"
	"strings"
)

// Some names the first three of a list, and how many there are.
func Some(names []string) string {
	slices.Sort(names)
	if len(names) <= 3 {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:3], ", "), len(names)-3)
}
