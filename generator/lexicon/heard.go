package lexicon

// Heard has the words for what is seen on a sheet and has no letters, for whoever
// listens to it.
type Heard struct {
	Page string // an address that a link leads to
	Call string // a telephone number that it leads to
	Mail string // an address of mail
	Code string // a QR code
}

func (h *Heard) all() []*string { return []*string{&h.Page, &h.Call, &h.Mail, &h.Code} }

var chineseHeard = Heard{Page: "打开网页%s", Call: "拨打电话%s", Mail: "发送邮件至%s", Code: "二维码"}

var englishHeard = Heard{Page: "Open the page %s", Call: "Call %s", Mail: "Write to %s", Code: "QR code"}
