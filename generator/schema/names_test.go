package schema

import "testing"

func TestDevices(t *testing.T) {
	for name, want := range map[string]bool{"con": true, "CON.md": true, "aux.tar.gz": true, "nul": true, "prn": true, "com1": true, "LPT9.toml": true,
		"com": false, "com10": false, "con1": false, "cons.md": false, "": false, ".con": false, "10-con.md": false} {
		if IsDevice(name) != want || devices.MatchString(name) && !want {
			t.Errorf("%q: %v", name, IsDevice(name))
		}
	}
}
