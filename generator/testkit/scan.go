package testkit

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// ScanPDF is a PDF as a scanner's program leaves it that recognises words: they lie
// without ink where the picture has them, line by line.
func ScanPDF(t testing.TB, lines ...string) []byte {
	t.Helper()
	var content strings.Builder
	content.WriteString("BT 3 Tr /F 12 Tf 24 TL 50 750 Td")
	for _, line := range lines {
		words, err := simplifiedchinese.GBK.NewEncoder().String(line)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&content, " <%X> Tj T*", words)
	}
	content.WriteString(" ET")
	var file strings.Builder
	file.WriteString("%PDF-1.7\n")
	for i, object := range []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", content.Len(), content.String()),
		"<< /Type /Font /Subtype /Type0 /Encoding /GBK-EUC-H /DescendantFonts [<< >>] >>"} {
		fmt.Fprintf(&file, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	file.WriteString("trailer << /Root 1 0 R >>\n")
	return []byte(file.String())
}
