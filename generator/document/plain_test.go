package document

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestDecoded(t *testing.T) {
	const text = "　　一、自2023年5月17日17时起，暂停一切业务。\n　　二、另行通知。"
	gbk, _ := simplifiedchinese.GB18030.NewEncoder().String(text)
	wide, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	big, _ := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text)
	for name, raw := range map[string]string{"UTF-8": text, "UTF-8 with mark": "\xEF\xBB\xBF" + text, "GB 18030": gbk, "UTF-16": wide,
		"UTF-16 BE": big, "UTF-16 without mark": wide[2:], "UTF-16 BE without mark": big[2:]} {
		if got, ok := decoded([]byte(raw)); got != text || !ok {
			t.Errorf("%s: %q, %v", name, got, ok)
		}
	}
}

// What is not read says what to do, whatever the file's name says it is.
func TestReadRefuses(t *testing.T) {
	for want, raw := range map[string]string{
		"has no words":        " \n\u3000",
		"old format":          "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600),
		"locked":              "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00",
		"rich text":           `{\rtf1\ansi`,
		"picture":             "\x89PNG\r\n\x1a\n",
		"archive":             "PK\x03\x04 cut off",
		"web archive":         "MIME-Version: 1.0\r\n",
		"no text, no .docx":   "\x00\x01\x02\x00\x00",
		"KB of words":         strings.Repeat("长", mostWords/3+9),
		"more than 512 KB: i": strings.Repeat("长", mostWords),
	} {
		text, problems := Read("notice.txt", []byte(raw))
		if text != nil || len(problems) != 1 || !strings.Contains(problems[0].Message, want) || problems[0].Hint == "" {
			t.Errorf("%q: %v, %v", want, text, problems)
		}
	}
}

// FuzzDecoded gives any octets to the reader of texts: what it returns is text.
func FuzzDecoded(f *testing.F) {
	for _, seed := range []string{"停水", "\xef\xbb\xbf停", "\xff\xfe\x5c\x50", "\xfe\xff\x50", "\xcd\xa3\xcb\xae", "\x81\x30\x81", "\xff", "1\x00", "\x001"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if text, ok := decoded(raw); ok && !utf8.ValidString(text) {
			t.Errorf("%q was read as %q", raw, text)
		}
	})
}
