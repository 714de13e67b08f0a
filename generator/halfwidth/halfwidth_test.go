package halfwidth

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	if got := strings.Map(Of, "！Ａｚ０９～＝＂、。【\u3000a€"); got != "!Az09~=\"、。【\u3000a€" {
		t.Error(got)
	}
}
