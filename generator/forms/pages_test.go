package forms

import (
	"net/http"
	"strings"
	"testing"
)

// TestDraftsAreNamedBeforePublication drafts a notice with a question in its text: the
// page that publishes names it, and once all is checked no more.
func TestDraftsAreNamedBeforePublication(t *testing.T) {
	f := serve(t, "")
	f.agree(f.post("region", "path", "changshu", "name", "常熟市", "issuer", "常熟市医疗保障局"))
	const id = "changshu/2024-upgrade"
	f.draftFrom("通告.txt", "changshu", "2024-upgrade", []byte("关于暂停医保业务的通告\n\n2024年5月10日20时起暂停窗口经办，5月12日8时恢复窗口经办。\n\n常熟市医疗保障局\n2024年5月8日\n"))
	const named = `草稿还没有核对完，核对完才能发布</h2><ul class="list">
<li><a href="/.tonggao/edit/notice?id=changshu%2f2024-upgrade">关于暂停医保业务的通告</a>`
	for _, page := range []string{"", "publish"} {
		if _, got := f.get(page); !strings.Contains(got, named) || strings.Contains(got, "还没有填") {
			t.Errorf("%s:\n%s", page, read(got))
		}
	}
	for _, table := range []string{"", "milestone.counter-stop", "milestone.counter-full"} {
		f.agree(f.post("answer", "notice", id, "table", table, "answered", "1"))
	}
	if _, got := f.get("publish"); strings.Contains(got, "草稿") {
		t.Error(read(got))
	}
	// A text without a title is told by its first words.
	if _, got := f.get("notice?id=" + id); !strings.Contains(got, ">…起暂停窗口经办，…恢复窗口经办。</a>") {
		t.Error(read(got))
	}
	if status, got := f.get("text?notice=" + id + "&new=50-more.md"); status != http.StatusOK || !strings.Contains(got, `name="file" value="`+id+`/50-more.md"`) {
		t.Error(status, read(got))
	}
}

// TestProblemsLeadToTheirForms makes a fact doubtful: the list of problems leads to its
// forms; a file that cannot be read is mended as text.
func TestProblemsLeadToTheirForms(t *testing.T) {
	f := serve(t, "../../regions")
	name := changshu + "/notice.toml"
	whole := f.read(name)
	f.save(name, whole+"\n[milestone.odd-stop]\nkind = \"suspend\"\nservice = \"self-service\"\nat = \"2022-01-05 08:00\"\ntext = \"暂停\"\n")
	if _, got := f.get(""); !strings.Contains(got, `<a href="/.tonggao/edit/notice?id=jiangsu%2Fsuzhou%2Fchangshu%2F2021-platform#fact-odd-stop">`) {
		t.Error(read(got))
	}
	f.save(name, whole+"\n[milestone.odd-stop\n")
	if _, got := f.get(""); !strings.Contains(got, `<a href="/.tonggao/edit/text?file=`) {
		t.Error(read(got))
	}
}
