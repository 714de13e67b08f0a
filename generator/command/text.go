package command

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"tonggao/generator/document"
	"tonggao/generator/message"
)

// readText reads the words of a notice's file, or of what comes in where the name
// is -.
func (t *terminal) readText(name string) (*document.Text, error) {
	in := io.Reader(os.Stdin)
	if name != "-" {
		file, err := os.Open(name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, message.Errorf("there is no file %s here: write its whole name, with what stands behind the last dot (.docx, .pdf, .txt), such as tonggao audit notice.docx", name)
		}
		if err != nil {
			return nil, message.Errorf("read text: %w", err)
		}
		defer file.Close()
		in = file
	}
	raw, err := io.ReadAll(io.LimitReader(in, document.Most+1))
	if err != nil {
		return nil, message.Errorf("read text: %w", err)
	}
	text, problems := document.Read(nameOfText(name), raw)
	if err := t.report(problems, false); text == nil {
		return nil, err
	}
	return text, nil
}

// nameOfText is what messages call a text.
func nameOfText(name string) string {
	if name == "-" {
		return "stdin"
	}
	return name
}
