package document_test

import (
	"strings"
	"testing"

	"tonggao/generator/document"
	"tonggao/generator/testkit"
)

// TestRecognisedWordsAreDoubted reads a scan whose words a program recognised: they are
// read, and a warning says that they may be others.
func TestRecognisedWordsAreDoubted(t *testing.T) {
	read, problems := document.Read("scan.pdf", testkit.ScanPDF(t, "关于暂停医保业务的通告", "5月10日20时起暂停。"))
	if read == nil || !strings.Contains(read.Words, "5月10日20时起暂停") {
		t.Fatal(read, problems)
	}
	if len(problems) != 1 || !strings.Contains(problems[0].Message, "OCR") {
		t.Error(problems)
	}
}
