package lexicon

import "tonggao/generator/site"

// News is what feeds and other data say of themselves.
type News struct {
	Nothing string // day
	Never   string // nothing at all has been published
	Revised string // day
	AsOf    string // day, number of the revision, page
	Planned string // what a file of times says of the present
}

var news = map[site.Language]News{
	site.Chinese:     {Nothing: "截至%s，没有已发布的通告。", Never: "还没有发布过通告。", Revised: "（%s修订）", AsOf: "本文截至%s（第%d版）。此后可能有修订，最新内容见 %s", Planned: "只载已公布的时间，不随时钟变化"},
	site.Traditional: {Nothing: "截至%s，沒有已發布的通告。", Never: "還沒有發布過通告。", Revised: "（%s修訂）", AsOf: "本文截至%s（第%d版）。此後可能有修訂，最新內容見 %s", Planned: "只載已公布的時間，不隨時鐘變化"},
	site.English:     {Nothing: "No notice has been published as of %s.", Never: "No notice has been published yet.", Revised: " (revised on %s)", AsOf: "This text is as of %s (version %d). It may have been revised since; see %s", Planned: "Announced times only; this file does not follow the clock"},
}

// NewsIn returns what is said of news in a language.
func NewsIn(lang site.Language) News { return news[lang] }
