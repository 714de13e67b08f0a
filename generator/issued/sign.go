package issued

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tonggao/generator/later"
)

var (
	issuerTail = later.Compile(`(?:局|中心|委员会|委|厅|政府|办公室|公司|院|处|部|所|站|会|行|社|馆|集团|队|校|校区|大学|学院|厂|店|段|园)[）)]?$`)
	signer     = later.Compile(`^[\p{Han}A-Za-z（）()“”"·、 　]+$`)
	courtesy   = later.Compile(`特此|谅解|感谢|谢谢|支持|周知|不便|祝|请|如下|附件|此件|公告|通告|通知`)
)

// sign makes a line that is only a date, and the short lines above it, the sign-off. The
// one right above may be any name: 燃气热线, 某某通信.
func (d *Document) sign(i int) {
	d.Blocks[i].Role = Signed
	for j := i - 1; j >= 0 && i-j <= 6; j-- {
		b := &d.Blocks[j]
		line := Clean(d.Text[b.Body:b.End])
		if line == "" {
			continue
		}
		named := j == i-1 && signer.MatchString(line) && !courtesy.MatchString(line) && utf8.RuneCountInString(line) > 1
		if b.Level > 0 || b.Role != Paragraph || utf8.RuneCountInString(line) > 40 || !named && !issuerTail.MatchString(line) || strings.ContainsAny(line, "。；：") {
			return
		}
		b.Role = Signer
	}
}

// signInline parts signer and day that stand in one line: 某某公司，2025年4月14日.
func (d *Document) signInline() {
	if slices.ContainsFunc(d.Blocks, func(b Block) bool { return b.Role == Signed }) {
		return
	}
	at, _ := d.signedInline()
	for i, b := range d.Blocks {
		if at <= b.Body || at >= b.End || b.Role != Paragraph || namesDay.MatchString(d.Text[b.Body:at]) {
			continue
		}
		day := b
		day.Role, day.Start, day.Body = Signed, at, at
		b.Role, b.End = Signer, b.Body+len(strings.TrimRight(d.Text[b.Body:at], "，, 　"))
		d.Blocks = slices.Replace(d.Blocks, i, i+1, b, day)
		return
	}
}
