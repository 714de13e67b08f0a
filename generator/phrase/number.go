package phrase

import (
	"fmt"

	"tonggao/generator/lexicon"
	"tonggao/generator/site"
)

// Number writes a number in the form that its level has in the voice's language,
// with the space that the language wants behind it.
func (v Voice) Number(level, n int) string {
	if v.Language != site.English {
		return lexicon.Number(level, n)
	}
	return fmt.Sprintf([]string{"%d. ", "(%d) ", "%d) ", "%d – "}[level-1], n)
}
