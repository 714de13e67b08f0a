package source

import (
	"os"
	"testing"
)

func TestRealRegions(t *testing.T) {
	s, problems, err := Read(os.DirFS("../../regions"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Error(p)
	}
	if s != nil {
		for _, r := range s.Regions {
			for _, n := range r.Notices {
				t.Log(n.ID, n.Title, len(n.Milestones), len(n.Outages), len(n.Editions), len(n.Annexes))
			}
		}
	}
}
