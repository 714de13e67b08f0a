package garble

import (
	"testing"
	"unicode/utf8"
)

func TestTwin(t *testing.T) {
	for r, want := range map[rune]string{'⽅': "方", '⽉': "月", '⻔': "门", '⼾': "户", '\uF900': "豈", '㋄': "5月", '㋋': "12月", '㍘': "0点", '㍰': "24点", '㏠': "1日", '㏾': "31日", '𝟖': "8", '〸': "十", '㇐': "一"} {
		if got := Twin(r); got != want {
			t.Errorf("%U stands for %q, want %q", r, got, want)
		}
	}
	for _, r := range "方月门户5日①㎡℃Ａ１，（—〇十" {
		if got := Twin(r); got != "" {
			t.Errorf("%c is said to stand for %q", r, got)
		}
	}
	if found := Find("5⽉10日"); len(found) != 1 || found[0].Sort != Twinned || Damaged("5⽉10日") != nil {
		t.Error("a reader sees through a radical:", found)
	}
}

// What is seen through leads back to where it stands, octet by octet.
func FuzzSeeThrough(f *testing.F) {
	f.Add("5⽉10⽇，㋄㏩起")
	f.Add("方\xff⽅")
	f.Fuzz(func(t *testing.T, text string) {
		clear, twinned := SeeThrough(text)
		if !twinned {
			return
		}
		if len(clear.From) != len(clear.Text)+1 || clear.From[len(clear.Text)] != len(text) {
			t.Fatalf("%q: %q has %d places", text, clear.Text, len(clear.From))
		}
		for i, from := range clear.From {
			if i > 0 && from < clear.From[i-1] {
				t.Errorf("%q: octet %d of %q leads back", text, i, clear.Text)
			}
			if i < len(clear.Text) && utf8.RuneStart(clear.Text[i]) && utf8.ValidString(text) && !utf8.RuneStart(text[from]) {
				t.Errorf("%q: octet %d of %q leads into a character", text, i, clear.Text)
			}
		}
		if _, again := SeeThrough(clear.Text); again {
			t.Errorf("%q: twins are left in %q", text, clear.Text)
		}
	})
}
