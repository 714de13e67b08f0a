package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestDecoded(t *testing.T) {
	const text = "自2023年5月17日17时起，暂停业务。"
	gbk, _ := simplifiedchinese.GB18030.NewEncoder().String(text)
	wide, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	for name, raw := range map[string]string{"UTF-8": text, "UTF-8 with mark": "\xEF\xBB\xBF" + text, "GB 18030": gbk, "UTF-16": wide} {
		if got, err := decoded([]byte(raw)); got != text || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestReadTextRefuses(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"notice.pdf": "%PDF-1.7", "notice.docx": "PK\x03\x04", "long.txt": strings.Repeat("长", mostText)} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := (&terminal{}).readText(file); err == nil {
			t.Errorf("%s was read", name)
		}
	}
}

// FuzzDecoded gives any octets to the reader of texts: what it returns is text.
func FuzzDecoded(f *testing.F) {
	for _, seed := range []string{"停水", "\xef\xbb\xbf停", "\xff\xfe\x5c\x50", "\xfe\xff\x50", "\xcd\xa3\xcb\xae", "\x81\x30\x81", "\xff"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if text, err := decoded(raw); err == nil && !bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")) && !utf8.ValidString(text) {
			t.Errorf("%q was read as %q", raw, text)
		}
	})
}
