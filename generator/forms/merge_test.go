package forms

import (
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"
)

var past = regexp.MustCompile(`name="was" value="([^"]*)"`)

// pastOf is what the form of a fact on a page says that its fields held.
func pastOf(t *testing.T, page, action, milestone string) string {
	t.Helper()
	for part := range strings.SplitSeq(page, "<form ") {
		if strings.Contains(part, action) && strings.Contains(part, `name="milestone" value="`+milestone+`"`) {
			if found := past.FindStringSubmatch(part); found != nil {
				return html.UnescapeString(found[1])
			}
		}
	}
	t.Fatal("no form knows its past")
	return ""
}

// TestTwoWindowsOnOneFact opens a fact twice. What one window changes and the other does
// not stays; where both do, both values stand at the field, and sending it again decides.
func TestTwoWindowsOnOneFact(t *testing.T) {
	const id = "changshu/2022-upgrade"
	f := serve(t, "")
	f.agree(f.post("region", "site", "通告", "base_url", "https://x.example", "name", "常熟市", "path", "changshu", "issuer", "常熟市医疗保障局"))
	f.agree(f.post("notice", "region", "changshu", "folder", "2022-upgrade", "title", "关于暂停的通告", "issued", "2021-12-30", "service", "settlement"))
	_, page := f.get("notice?id=" + id)
	was := pastOf(t, page, "/fact", "settlement-stop")
	send := func(was string, pairs ...string) (int, string) {
		return f.post("fact", append([]string{"notice", id, "milestone", "settlement-stop", "kind", "suspend", "service", "settlement", "was", was}, pairs...)...)
	}
	f.agree(send(was, "at.day", "2022-01-01", "at.clock", "08:00", "text", "暂停医保费用联网结算"))
	f.agree(send(was, "at.tbd", "1", "text", "暂停联网结算", "instead", "先垫付"))
	got := f.read(id + "/notice.toml")
	for _, want := range []string{`"2022-01-01 08:00"`, `"暂停联网结算"`, `"先垫付"`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is lost:\n%s", want, got)
		}
	}
	clashing := []string{"at.day", "2022-01-03", "at.clock", "09:00", "text", "暂停医保费用联网结算"}
	status, page := send(was, clashing...)
	if status != http.StatusUnprocessableEntity || !strings.Contains(page, "别的窗口改成了“2022-01-01 08:00”，这里填的是“2022-01-03 09:00”") {
		t.Fatalf("%d: the clash is not told:\n%s", status, read(page))
	}
	if f.read(id+"/notice.toml") != got {
		t.Error("a clash was written")
	}
	f.agree(send(pastOf(t, page, "/fact", "settlement-stop"), clashing...))
	got = f.read(id + "/notice.toml")
	if !strings.Contains(got, `"2022-01-03 09:00"`) || !strings.Contains(got, `"先垫付"`) || !strings.Contains(got, `"暂停联网结算"`) {
		t.Errorf("what was chosen is not written, or more than that:\n%s", got)
	}
}

// TestTwoWindowsOnOneText changes a text in two windows: the second is shown both.
func TestTwoWindowsOnOneText(t *testing.T) {
	const name = platform + "/00-preamble.md"
	f := serve(t, "../../regions")
	address := "text?notice=" + platform + "&file=" + name
	_, page := f.get(address)
	was, text := past.FindStringSubmatch(page)[1], f.read(name)
	send := func(was, more string) (int, string) {
		return f.post("text", "notice", platform, "file", name, "was", was, "text", text+"\n"+more+"\n")
	}
	f.agree(send(was, "第一个窗口的话。"))
	status, page := send(was, "第二个窗口的话。")
	if status != http.StatusUnprocessableEntity || !strings.Contains(page, "第一个窗口的话。") || !strings.Contains(page, "第二个窗口的话。") {
		t.Fatalf("%d: one of both is lost:\n%s", status, read(page))
	}
	if strings.Contains(f.read(name), "第二个") {
		t.Error("the other window's text is overwritten unasked")
	}
	f.agree(send(past.FindStringSubmatch(page)[1], "第二个窗口的话。"))
}

// TestTwoWindowsOnOneHead corrects the title in one window and the day in the other.
func TestTwoWindowsOnOneHead(t *testing.T) {
	f := serve(t, "../../regions")
	_, page := f.get("notice?id=" + platform)
	title := regexp.MustCompile(`name="title" id="[^"]*" value="([^"]*)"`).FindStringSubmatch(page)[1]
	day := regexp.MustCompile(`name="issued" id="[^"]*" value="([^"]*)"`).FindStringSubmatch(page)[1]
	_, past, _ := strings.Cut(page, `/edit/answer" class="fields">`)
	was := html.UnescapeString(regexp.MustCompile(`name="was" value="([^"]*)"`).FindStringSubmatch(past)[1])
	f.agree(f.post("answer", "notice", platform, "was", was, "title", "关于暂停办理的通告", "issued", day))
	f.agree(f.post("answer", "notice", platform, "was", was, "title", title, "issued", "2021-12-21"))
	got := f.read(platform + "/notice.toml")
	if !strings.Contains(got, "关于暂停办理的通告") || !strings.Contains(got, "2021-12-21") {
		t.Errorf("one window took back the other's:\n%s", got)
	}
	status, page := f.post("answer", "notice", platform, "was", was, "title", "关于停办的通告", "issued", day)
	if status != http.StatusUnprocessableEntity || !strings.Contains(page, "改成了“关于暂停办理的通告”") {
		t.Errorf("%d: the clash is not told:\n%s", status, read(page))
	}
}
