package source

import (
	"testing"
	"testing/fstest"
)

// The code of a notice stays what it was before lists could have numbers of another form:
// it stands on walls. A form that is chosen changes it.
func TestUsualListsChangeNoCode(t *testing.T) {
	code := func(front string) string {
		files := fstest.MapFS{}
		for name, text := range map[string]string{
			"site.toml": "name = \"x\"\nbase_url = \"https://x.example\"\nsample = true\n", "city/region.toml": "name = \"市\"\nissuer = \"局\"\n",
			"city/2024-x/notice.toml": "title = \"x\"\nissued = 2024-05-06\n", "city/2024-x/10-a.md": front + "1. 甲\n2. 乙\n",
		} {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		s, problems, err := Read(files)
		if s == nil {
			t.Fatal(problems, err)
		}
		return s.Region("city").Notices[0].ShortCode(nil)
	}
	plain := code("")
	if usual := code("+++\nlist = \"1.\"\n+++\n"); usual != plain {
		t.Errorf("the usual form has the code %s, none %s", usual, plain)
	}
	if other := code("+++\nlist = \"（1）\"\n+++\n"); other == plain {
		t.Errorf("another form has the same code, %s", other)
	}
}
