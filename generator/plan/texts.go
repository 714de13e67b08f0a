package plan

import "tonggao/generator/site"

// Texts are what a notice is published with elsewhere: articles, messages, scripts.
const Texts Format = "texts"

// The kinds of texts, and the page that shows them.
const (
	TextsPage   Kind = "texts page"
	WeChatText  Kind = "WeChat article"
	ShortText   Kind = "short message"
	TickerText  Kind = "ticker line"
	SpeechText  Kind = "loudspeaker text"
	DeskText    Kind = "telephone script"
	PortalText  Kind = "portal text"
	CodePicture Kind = "picture of the code"
	PlainText   Kind = "plain text"
)

// TextsDir is the folder of the texts of a notice, or of its edition for an audience.
func TextsDir(n *site.Notice, a *site.Audience) string {
	if a != nil {
		return EditionDir(n, a) + "texts/"
	}
	return NoticeDir(n) + "texts/"
}

// texts adds the texts of a notice or of an edition.
func (p *Plan) texts(o Output) {
	dir := TextsDir(o.Notice, o.Audience)
	p.page(TextsPage, dir, o)
	for _, t := range []struct {
		kind Kind
		name string
	}{{WeChatText, "wechat.html"}, {ShortText, "sms.txt"}, {TickerText, "ticker.txt"}, {SpeechText, "speech.txt"}, {DeskText, "desk.txt"}, {PortalText, "plain.html"}, {CodePicture, "code.png"}} {
		p.add(Texts, t.kind, dir+t.name, o)
	}
}
