package data

import (
	"fmt"
	"strings"
)

// readme tells whoever opens the published folder, on a server or a stick, what it
// is and how it can be checked. The public key stands in it, so that a copy of the
// folder carries it too. Old editors want the mark at the beginning and both
// characters at the end of a line.
func (w *Writer) readme() string {
	var text strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&text, format+"\r\n", args...) }
	line("%s", w.plan.Site.Name)
	line("%s", w.plan.URL(""))
	line("")
	line("index.html 用浏览器打开，不联网也能看。文件由程序生成，请勿修改：要改内容，改 regions/ 后重新生成。")
	line("manifest.json 列有每个文件的 SHA-256；tonggao verify 可核对整个文件夹是否被改动。")
	if w.plan.PublicKey != "" {
		line("manifest.json.minisig 是其签名（minisign），公钥：")
		line("%s", w.plan.PublicKey)
		line("tonggao verify . --key %s", w.plan.PublicKey)
		line("minisign -Vm manifest.json -P %s", w.plan.PublicKey)
	}
	return "\ufeff" + text.String()
}
