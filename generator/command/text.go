package command

import (
	"bytes"
	"io"
	"os"
	"tonggao/generator/message"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// mostText bounds a notice as text; a real one has some tens of kilobytes.
const mostText = 512 << 10

// readText reads a text that a person saved: UTF-8, UTF-16 with its mark, or what
// Windows calls ANSI in China, GB 18030.
func (t *terminal) readText(name string) (string, error) {
	in := io.Reader(os.Stdin)
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return "", message.Errorf("read text: %w", err)
		}
		defer file.Close()
		in = file
	}
	raw, err := io.ReadAll(io.LimitReader(in, mostText+1))
	if err != nil {
		return "", message.Errorf("read text: %w", err)
	}
	if len(raw) > mostText {
		return "", message.Errorf("%s has more than %d KB: it is no notice as plain text", name, mostText>>10)
	}
	if bytes.HasPrefix(raw, []byte("%PDF")) || bytes.HasPrefix(raw, []byte("PK\x03\x04")) || bytes.HasPrefix(raw, []byte("\xD0\xCF\x11\xE0")) {
		return "", message.Errorf("%s is no plain text: open it, copy its words and save them as a text file", name)
	}
	text, err := decoded(raw)
	if err != nil {
		return "", message.Errorf("read text %s: %w", name, err)
	}
	return text, nil
}

// decoded turns octets into text by their mark, or by whether they are UTF-8.
func decoded(raw []byte) (string, error) {
	if rest, marked := bytes.CutPrefix(raw, []byte("\xEF\xBB\xBF")); marked {
		return string(rest), nil
	}
	from := encoding.Encoding(simplifiedchinese.GB18030)
	switch {
	case bytes.HasPrefix(raw, []byte("\xFF\xFE")), bytes.HasPrefix(raw, []byte("\xFE\xFF")):
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case utf8.Valid(raw):
		return string(raw), nil
	}
	text, err := from.NewDecoder().Bytes(raw)
	if err != nil {
		return "", message.Errorf("decode: %w", err)
	}
	return string(text), nil
}
