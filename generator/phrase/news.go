package phrase

import (
	"fmt"

	"tonggao/generator/site"
)

// newsWords are what feeds and other data say of themselves.
type newsWords struct {
	nothing string // day
	never   string // nothing at all has been published
	revised string // day
	asOf    string // day, number of the revision, page
	planned string // what a file of times says of the present
}

var newsIn = map[site.Language]newsWords{
	site.Chinese:     {nothing: "截至%s，没有已发布的通告。", never: "还没有发布过通告。", revised: "（%s修订）", asOf: "本文截至%s（第%d版）。此后可能有修订，最新内容见 %s", planned: "只载已公布的时间，不随时钟变化"},
	site.Traditional: {nothing: "截至%s，沒有已發布的通告。", never: "還沒有發布過通告。", revised: "（%s修訂）", asOf: "本文截至%s（第%d版）。此後可能有修訂，最新內容見 %s", planned: "只載已公布的時間，不隨時鐘變化"},
	site.English:     {nothing: "No notice has been published as of %s.", never: "No notice has been published yet.", revised: " (revised on %s)", asOf: "This text is as of %s (version %d). It may have been revised since; see %s", planned: "Announced times only; this file does not follow the clock"},
}

// Nothing words that nothing is known, as of the newest day of all data; zero where there
// is none.
func (v Voice) Nothing(newest site.Day) string {
	if newest.IsZero() {
		return newsIn[v.Language].never
	}
	return fmt.Sprintf(newsIn[v.Language].nothing, v.Day(newest))
}

// Revised words, behind a title, the day of the newest revision.
func (v Voice) Revised(on site.Day) string { return fmt.Sprintf(newsIn[v.Language].revised, v.Day(on)) }

// AsOf words as of when a text of a notice is, and the page where it may be newer.
func (v Voice) AsOf(n *site.Notice, page string) string {
	return fmt.Sprintf(newsIn[v.Language].asOf, v.Day(n.Latest().On), n.Latest().Number, page)
}

// Scheduled words that a file has times and does not say what holds at present.
func (v Voice) Scheduled() string { return newsIn[v.Language].planned }
