package schema

import "testing"

func TestBaseURL(t *testing.T) {
	for _, good := range []string{"https://tonggao.example", "http://127.0.0.1:8080", "https://tonggao.example/t/", "https://xn--fiq.example/%E5%8C%BB"} {
		if wrong := BaseURL(good); !wrong.Empty() {
			t.Errorf("BaseURL(%q) = %q, want none", good, wrong)
		}
	}
	for _, bad := range []string{"tonggao.example", "javascript:alert(1)", "https:///x", "https://:80", "https://a.example:99999", "https://a.example/?q=1", "https://a.example/#x",
		"https://a.example?", "https://u:p@a.example", "https://a.example/../b", "https://a.example/b/..", "https://a.example//", "https://公告.example", "https://a.example/\r\nX: y", "https://a.example/\"><b>"} {
		if BaseURL(bad).Empty() {
			t.Errorf("BaseURL(%q) finds nothing wrong", bad)
		}
	}
}
