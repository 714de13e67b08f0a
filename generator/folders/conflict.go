package folders

import (
	"strings"

	"tonggao/generator/problem"
)

// conflicts tells where two changes of a file met and nobody chose between them: git leaves
// both there, between lines of its own, and what else could be told of the file follows from
// that.
func conflicts(name, text string, problems *problem.List) (any bool) {
	if !strings.Contains(text, "<<<<<<< ") || !strings.Contains(text, "\n>>>>>>> ") {
		return false
	}
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		if n++; strings.HasPrefix(line, "<<<<<<< ") {
			any = true
			problems.Add(problem.Position{File: name, Line: n, Column: 1}, "keep one of the two, and take the lines <<<<<<<, ======= and >>>>>>> away", "two people changed this place: both changes stand here, down to the line >>>>>>>")
		}
	}
	return any
}
