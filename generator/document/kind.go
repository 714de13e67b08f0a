package document

import (
	"archive/zip"
	"bytes"
	"strings"
	"unicode"
	"unicode/utf16"

	"tonggao/generator/message"
)

// A kind is what a file is by its content.
type kind int

// The kinds. Those that are read come first; the others have a refusal.
const (
	plain kind = iota
	word
	printed // PDF
	empty
	oldOffice
	locked
	rich
	ofd
	sheetFile
	slides
	openDocument
	archive
	picture
	mail
	wordXML
	tooLong
	unknown
)

const saveAs = "open it in Word or WPS and save it as .docx (文件－另存为－Word 文档 .docx)"

var refusals = map[kind]*failure{
	empty:        {message.Say("the file has no words"), message.Say("name the file that the notice is in; where its words are a picture, type them or have them recognised (OCR) first")},
	oldOffice:    {message.Say("the file is in the old format of Word or WPS (.doc, .wps)"), message.Say(saveAs)},
	locked:       {message.Say("the file is locked with a password"), message.Say("open it with the password, take the password away (文件－信息－保护文档), and save it again")},
	rich:         {message.Say("the file is rich text (.rtf)"), message.Say(saveAs)},
	ofd:          {message.Say("the file is an OFD"), message.Say("take the .docx that it was made of; or copy its words in the OFD reader and save them as a text file (.txt)")},
	sheetFile:    {message.Say("the file is a workbook (.xlsx)"), message.Say("copy the table into a Word document and save that as .docx")},
	slides:       {message.Say("the file is a presentation (.pptx)"), message.Say("copy the notice into a Word document and save that as .docx")},
	openDocument: {message.Say("the file is an OpenDocument text (.odt)"), message.Say(saveAs)},
	archive:      {message.Say("the file is an archive (.zip), or a .docx that is broken"), message.Say("unpack it and name the notice in it; a broken .docx: open it in Word or WPS, which can mend it, and save it again")},
	picture:      {message.Say("the file is a picture"), message.Say("type its words into a text file, or have them recognised (OCR) and compare them with the picture")},
	mail:         {message.Say("the file is a web archive (.mht)"), message.Say("save the page as HTML only (网页，仅 HTML)")},
	wordXML:      {message.Say("the file is Word's XML of 2003"), message.Say(saveAs)},
	tooLong:      {message.Say("the file has more than %d KB: it is no notice as plain text", mostWords>>10), message.Say("save the notice alone")},
	unknown:      {message.Say("the file is no text, no .docx, no PDF and no web page"), message.Say("save the notice as .docx or as a text file (.txt)")},
}

// marks are what files begin with.
var marks = []struct {
	kind kind
	mark string
}{
	{rich, `{\rtf`}, {picture, "\x89PNG"}, {picture, "\xFF\xD8\xFF"}, {picture, "GIF8"}, {picture, "II*\x00"}, {picture, "MM\x00*"},
	{picture, "BM"}, {picture, "RIFF"}, {archive, "Rar!"}, {archive, "7z\xBC\xAF"}, {archive, "\x1F\x8B"}, {mail, "MIME-Version:"}, {mail, "From: <Saved by"},
}

// kindOf tells what a file is.
func kindOf(raw []byte) kind {
	if len(raw) == 0 {
		return empty
	}
	if bytes.Contains(raw[:min(len(raw), 1024)], []byte("%PDF-")) {
		return printed
	}
	switch {
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")), bytes.HasPrefix(raw, []byte("PK\x05\x06")):
		return kindOfZip(raw)
	case bytes.HasPrefix(raw, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return kindOfCompound(raw)
	}
	for _, m := range marks {
		if bytes.HasPrefix(raw, []byte(m.mark)) && (m.mark != "BM" || bytes.IndexByte(raw[:min(len(raw), 16)], 0) >= 0) {
			return m.kind
		}
	}
	head := strings.ToLower(string(raw[:min(len(raw), 4096)]))
	if strings.Contains(head, `<?mso-application progid="word.document"`) {
		return wordXML
	}
	return plain
}

// kindOfZip tells the formats that are a zip by the parts that they must have.
func kindOfZip(raw []byte) kind {
	parts, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil || len(parts.File) > mostParts {
		return archive
	}
	for _, f := range parts.File {
		switch name := strings.ToLower(f.Name); {
		case f.Flags&1 != 0:
			return locked
		case name == "word/document.xml", strings.HasPrefix(name, "word/document"):
			return word
		case strings.HasSuffix(name, "ofd.xml"):
			return ofd
		case name == "xl/workbook.xml":
			return sheetFile
		case name == "ppt/presentation.xml":
			return slides
		case name == "content.xml":
			return openDocument
		}
	}
	return archive
}

// mostParts bounds the parts of a zip; a document has some tens.
const mostParts = 5000

// kindOfCompound tells a locked .docx, which is wrapped as an old file, from an old
// file: the names in its directory are UTF-16.
func kindOfCompound(raw []byte) kind {
	wide := func(name string) []byte {
		var out []byte
		for _, unit := range utf16.Encode([]rune(name)) {
			out = append(out, byte(unit), byte(unit>>8))
		}
		return out
	}
	if bytes.Contains(raw, wide("EncryptedPackage")) {
		return locked
	}
	return oldOffice
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == 0xFEFF || r >= 0x200B && r <= 0x200D }
