package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

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
