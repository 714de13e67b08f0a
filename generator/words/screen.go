package words

import "tonggao/generator/site"

// A Screen has what a television and the widget say. {n}, {m} and {what} are filled in by the scripts.
type Screen struct {
	Called, Ask, Note, Stale, Ahead, Days, Hours, HoursMinutes, Minutes, Scan, Page, More, Failed, Asof string
}

var screens = map[site.Language]*Screen{
	site.Chinese: {Called: "大厅屏幕", Ask: "现在的情况", Note: "按通告所载时间推算，北京时间", Stale: "已有{n}小时没能联网核对，以下内容可能不是最新，请以工作人员答复为准", Ahead: "距{what}", Days: "还有{n}天", Hours: "还有{n}小时", HoursMinutes: "还有{n}小时{m}分钟", Minutes: "还有{n}分钟",
		Scan: "扫码看通告全文", Page: "第{i}页，共{n}页", More: "看通告", Failed: "暂时读不到，请打开官方页面查看", Asof: "通告截至%s"},
	site.Traditional: {Called: "大廳屏幕", Ask: "現在的情況", Note: "按通告所載時間推算，北京時間", Stale: "已有{n}小時沒能聯網核對，以下內容可能不是最新，請以工作人員答覆為準", Ahead: "距{what}", Days: "還有{n}天", Hours: "還有{n}小時", HoursMinutes: "還有{n}小時{m}分鐘", Minutes: "還有{n}分鐘",
		Scan: "掃碼看通告全文", Page: "第{i}頁，共{n}頁", More: "看通告", Failed: "暫時讀不到，請打開官方頁面查看", Asof: "通告截至%s"},
	site.English: {Called: "Hall screen", Ask: "What works now", Note: "Worked out from the notices, China time", Stale: "Not checked for {n} hours: this may be out of date, please ask the staff", Ahead: "{what} ", Days: "in {n} days", Hours: "in {n} h", HoursMinutes: "in {n} h {m} min", Minutes: "in {n} min",
		Scan: "Scan for the whole notice", Page: "Page {i} of {n}", More: "See the notice", Failed: "Cannot be read now: please open the official page", Asof: "Notices as of %s"},
}

// ScreenIn returns the words of a language; Chinese for one that it does not know.
func ScreenIn(lang site.Language) *Screen {
	if w, ok := screens[lang]; ok {
		return w
	}
	return screens[site.Chinese]
}
