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

// A line in brackets of its own is a heading, below those with numbers.
func TestBracketsHead(t *testing.T) {
	d := Parse("notice.txt", "关于餐厅开放的公告\n【东餐厅】\n5月1日停业。\n一、其他\n【西餐厅】\n5月2日停业。\n【温馨提示】请错峰用餐。\n")
	want := []struct {
		role  Role
		level int
	}{{Title, 0}, {Heading, 1}, {Paragraph, 0}, {Heading, 1}, {Heading, 3}, {Paragraph, 0}, {Paragraph, 0}}
	for i, b := range d.Blocks {
		if b.Role != want[i].role || b.Level != want[i].level {
			t.Errorf("%q has the role %d and the level %d", d.Words(b), b.Role, b.Level)
		}
	}
	if d.Blocks[2].Under != 1 || d.Blocks[5].Under != 4 {
		t.Errorf("the lines stand under %d and %d", d.Blocks[2].Under, d.Blocks[5].Under)
	}
}
