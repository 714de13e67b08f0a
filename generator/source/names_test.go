package source

import (
	"strings"
	"testing"

	"tonggao/generator/schema"
)

// TestTheReferenceTellsOfEveryName holds docs/reference.md against the names of facts
// that the reader takes.
func TestTheReferenceTellsOfEveryName(t *testing.T) {
	reference := schema.Reference()
	for _, name := range names {
		if !strings.Contains(reference, "{{"+name) {
			t.Errorf("the reader takes {{%s}}, which the reference does not tell of", name)
		}
	}
}
