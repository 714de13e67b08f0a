package issued

import (
	"strings"
	"testing"
)

// Parts lose no word of a stretch, and each but the last ends with a mark.
func TestParts(t *testing.T) {
	text := "8时起停电，16时恢复；请储水。关阀！"
	d := &Document{Text: text}
	var all []string
	for _, p := range d.Parts(Span{Start: 0, End: len(text)}) {
		all = append(all, d.In(p))
	}
	if got := strings.Join(all, "|"); got != "8时起停电，16时恢复；|请储水。|关阀！" {
		t.Error(got)
	}
}
