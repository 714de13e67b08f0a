package site

import "testing"

// TestUsualListsChangeNoCode holds that codes from before the level of lists could be
// chosen stay, and that another level has another code.
func TestUsualListsChangeNoCode(t *testing.T) {
	code := func(level int) string {
		n := &Notice{ID: "r/n", Title: "通告", Fragments: []*Fragment{{ID: "a", Lists: level}}, Annexes: []*Annex{{ID: "b", Lists: level}}}
		return n.ShortCode(nil)
	}
	if code(UsualLists) != code(0) || code(1) == code(0) {
		t.Errorf("without a level %s, the usual %s, another %s", code(0), code(UsualLists), code(1))
	}
}
