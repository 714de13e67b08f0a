package html

import (
	"tonggao/generator/site"
)

// A verifyView lets a visitor check a file or a printed code against the
// manifest, in the browser: nothing is sent anywhere.
type verifyView struct {
	*verifyWords
	Manifest  string // link to it
	Root      string // link to the folder that paths in the manifest start from
	PublicKey string // of its signature; empty when there is none
	Command   string // that checks the signature by a program which is not ours
}

// verifyWords are what the form and its answers say. {path}, {title}, {region},
// {n}, {newest} and {on} are filled in by the script.
type verifyWords struct {
	File, Drop, Code, Check                             string
	Exact, ExactSheet, Changed, Older, Unsure, Unknown  string
	Replaced, Gone                                      string
	CodeNewest, CodeUnknown, NoManifest, NoCrypto, Open string
	KeyTitle, KeyText, Working, Unreadable              string
}

var verifying = map[site.Language]*verifyWords{
	site.Chinese: {
		File: "选择要核对的文件（PDF、ICS 等）", Drop: "也可以把文件拖到这里。文件不会上传。", Code: "或者输入纸上的核对码", Check: "核对",
		Exact: "与本站公布的文件完全一致：{path}", ExactSheet: "与本站公布的文件完全一致。{region}《{title}》第{n}版，是最新版。",
		Changed: "与公布的文件不一致：文件自称是{region}《{title}》第{n}版（最新版），但内容被改动过，不要采用。",
		Older:   "不是最新版：这是{region}《{title}》第{n}版，现在已是第{newest}版（{on}）。",
		Unsure:  "与公布的文件不一致：属于{region}《{title}》，但不是最新版，或者被改动过。", Unknown: "本站没有公布过这个文件。",
		Replaced: "已被替换：这是{region}《{title}》第{n}版较早的一份，此后内容有改动，请换用现在的。", Gone: "本站不再发布这份通告：{region}《{title}》，这是第{n}版，不要采用。",
		CodeNewest: "{region}《{title}》第{n}版，是最新版。", CodeUnknown: "本站没有印发过带这个核对码的纸质件。",
		NoManifest: "读不到 manifest.json：请在网上打开本页再核对。", NoCrypto: "本页须以 https 打开才能核对文件；核对码仍可查询。", Open: "打开对应页面", Working: "正在核对", Unreadable: "读不到这个文件，没有核对成。请重新选择。",
		KeyTitle: "签名", KeyText: "manifest.json 带有 minisign 签名。公钥：",
	},
	site.Traditional: {
		File: "選擇要核對的檔案（PDF、ICS 等）", Drop: "也可以把檔案拖到這裡。檔案不會上傳。", Code: "或者輸入紙上的核對碼", Check: "核對",
		Exact: "與本站公布的檔案完全一致：{path}", ExactSheet: "與本站公布的檔案完全一致。{region}《{title}》第{n}版，是最新版。",
		Changed: "與公布的檔案不一致：檔案自稱是{region}《{title}》第{n}版（最新版），但內容被改動過，不要採用。",
		Older:   "不是最新版：這是{region}《{title}》第{n}版，現在已是第{newest}版（{on}）。",
		Unsure:  "與公布的檔案不一致：屬於{region}《{title}》，但不是最新版，或者被改動過。", Unknown: "本站沒有公布過這個檔案。",
		Replaced: "已被替換：這是{region}《{title}》第{n}版較早的一份，此後內容有改動，請換用現在的。", Gone: "本站不再發布這份通告：{region}《{title}》，這是第{n}版，不要採用。",
		CodeNewest: "{region}《{title}》第{n}版，是最新版。", CodeUnknown: "本站沒有印發過帶這個核對碼的紙質件。",
		NoManifest: "讀不到 manifest.json：請在網上打開本頁再核對。", NoCrypto: "本頁須以 https 打開才能核對檔案；核對碼仍可查詢。", Open: "打開對應頁面", Working: "正在核對", Unreadable: "讀不到這個檔案，沒有核對成。請重新選擇。",
		KeyTitle: "簽名", KeyText: "manifest.json 帶有 minisign 簽名。公鑰：",
	},
	site.English: {
		File: "Choose a file to check (PDF, ICS or other)", Drop: "You can also drop it here. The file is not uploaded.", Code: "Or enter the check code on the sheet", Check: "Check",
		Exact: "Exactly as published on this site: {path}", ExactSheet: "Exactly as published on this site. {region}: {title}, version {n}, which is the newest.",
		Changed: "Not as published: the file says that it is version {n}, the newest, of {region}: {title}, but it was changed. Do not rely on it.",
		Older:   "Out of date: this is version {n} of {region}: {title}. The newest is version {newest} of {on}.",
		Unsure:  "Not as published: it belongs to {region}: {title}, but is not the newest version or was changed.", Unknown: "This site has not published this file.",
		Replaced: "Replaced: this is an earlier sheet of version {n} of {region}: {title}. It has been changed since; please use the present one.", Gone: "This site does not publish this notice any more: version {n} of {region}: {title}. Do not rely on it.",
		CodeNewest: "{region}: {title}, version {n}, which is the newest.", CodeUnknown: "This site has printed no sheet with this check code.",
		NoManifest: "manifest.json cannot be read: please open this page on the web to check.", NoCrypto: "Files can only be checked when this page is opened by https; check codes can be looked up all the same.", Open: "Open its page", Working: "Checking", Unreadable: "The file could not be read, so it was not checked. Please choose it again.",
		KeyTitle: "Signature", KeyText: "manifest.json is signed with minisign. Public key:",
	},
}

// verify adds the form to a page. Its script may read the manifest of this site.
func (p *page) verify() {
	w, ok := verifying[p.output.Language]
	if !ok {
		w = verifying[site.Chinese]
	}
	p.Verify = &verifyView{verifyWords: w, Manifest: p.to("manifest.json"), Root: p.to(""), PublicKey: p.writer.plan.PublicKey}
	if p.Verify.PublicKey != "" {
		p.Verify.Command = "minisign -Vm manifest.json -P " + p.Verify.PublicKey
	}
	p.script("verify.js")
}
