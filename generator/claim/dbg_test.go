package claim_test

import (
	"os"
	"testing"
)

func TestDbg(t *testing.T) {
	f := os.Getenv("DBG")
	if f == "" {
		t.Skip()
	}
	text, _ := os.ReadFile(f)
	r := read("n.txt", string(text))
	for _, s := range r.Sketches {
		u := ""
		if s.Until != nil {
			u = s.Until.Datetime()
		}
		t.Logf("%s %s svc=%s at=%s until=%s scope=%s text=%s q=%v", s.ID, s.Kind, s.Service, s.Moment.Datetime(), u, s.Scope, s.Text, s.Questions)
	}
	for _, c := range r.Coined {
		t.Log(c)
	}
}
