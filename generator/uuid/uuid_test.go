package uuid

import "testing"

// TestShape holds version and variant to RFC 9562, 5.5.
func TestShape(t *testing.T) {
	if got := Of("www.example.com"); len(got) != 36 || got[14] != '5' || got[19] < '8' || got[19] > 'b' {
		t.Error(got)
	}
}
