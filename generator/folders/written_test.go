package folders

import (
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"tonggao/generator/schema"
)

// TestOtherEncodingsAreNamed saves a text as editors of Windows do.
func TestOtherEncodingsAreNamed(t *testing.T) {
	text := "title = \"关于暂停医保业务的通告\"\nissued = 2026-12-01\n"
	gbk, _ := simplifiedchinese.GB18030.NewEncoder().String(text)
	little, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	big, _ := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(text)
	for written, other := range map[string]bool{text: false, "": false, text + "\xff": false, gbk: true, little: true, big: true} {
		if named := !otherEncoding(written).Empty(); named != other {
			t.Errorf("%.20q: %t", written, named)
		}
	}
}

// TestSpeltNamesCanBeFolders spells names as clerks write them.
func TestSpeltNamesCanBeFolders(t *testing.T) {
	for name, want := range map[string]string{"宁波": "ningbo", "宁波市": "ningbo", "沙县": "shaxian", "2026平台": "2026-pingtai", "Ningbo": "ningbo", "ning_bo": "ning-bo", "ning bo": "ning-bo", "2026—b": "2026-b", "con": "", "12": "", "": "", "！": ""} {
		got := Spelt(name)
		if got != want || got != "" && !schema.IsFolder(got) {
			t.Errorf("%s is spelt %q, not %q", name, got, want)
		}
	}
}

// TestFrontMatterOrAWord has every line that is meant as +++ told, and none that is not.
func TestFrontMatterOrAWord(t *testing.T) {
	matter := "\ntitle = \"安排\"\n"
	for text, problems := range map[string]int{
		"+++" + matter + "+++\n请办理。": 0, "\n +++ " + matter + "+++ \n请办理。": 0, "+++\n+++\n请办理。": 0, "+++" + matter + "+++": 0,
		"＋＋＋" + matter + "＋＋＋\n": 1, "++++" + matter + "++++\n": 1, "++" + matter + "++\n": 1, "---" + matter + "---\n": 1, "———" + matter + "———\n": 1,
		"```toml" + matter + "```\n": 1, "title = \"安排\"\n\n请办理。": 1, "+++" + matter + "＋＋＋\n请办理。": 1, "+++" + matter + "\n请办理。": 1,
		"请办理。": 0, "": 0, "\n\n": 0, "——请办理。": 0,
	} {
		var f Found
		if f.front("10-guide.md", text); len(f.Problems) != problems {
			t.Errorf("%q: %v", text, f.Problems)
		}
	}
}

// TestHiddenEndingsAreSeen has the names that a file was to have.
func TestHiddenEndingsAreSeen(t *testing.T) {
	for base, want := range map[string]string{"notice.toml.txt": "notice.toml", "Notice.toml": "notice.toml", "REGION.TOML.TXT": "region.toml", "10-指南.md.txt": "10-指南.md", "10-Guide.MD": "10-Guide.md",
		"notice.toml": "", "10-guide.md": "", "notes.txt": "", ".txt": "", ".md": "", "\xb8\xe6.toml": "", "\xb8\xe6.md": "", "İ.txt": ""} {
		if got := intended(base); got != want {
			t.Errorf("%q was to be %q, not %q", base, got, want)
		}
	}
}
