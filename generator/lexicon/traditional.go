package lexicon

import (
	"slices"
	"strings"

	"tonggao/generator/site"
)

// toTraditional turns the characters of the fixed Chinese vocabulary, and no
// others: what authors wrote stays as they wrote it. Each stands for exactly one
// traditional form in that vocabulary, so a table of characters is enough.
var toTraditional = strings.NewReplacer("暂", "暫", "复", "復", "时", "時", "点", "點", "办", "辦", "为", "為", "发", "發", "简", "簡", "称", "稱",
	"间", "間", "体", "體", "后", "後", "页", "頁", "录", "錄", "联", "聯", "系", "繫", "门", "門", "电", "電", "话", "話", "说", "說",
	"问", "問", "当", "當", "确", "確", "余", "餘", "过", "過", "这", "這", "现", "現", "况", "況", "请", "請", "项", "項", "预", "預", "计", "計", "满", "滿", "开", "開", "届", "屆", "于", "於", "务", "務", "实", "實", "经", "經", "营", "營", "号", "號", "应", "應", "调", "調", "执", "執", "关", "關", "询", "詢", "订", "訂", "长", "長", "迟", "遲", "条", "條", "网", "網", "拨", "撥", "邮", "郵", "维", "維", "码", "碼", "围", "圍", "对", "對", "范", "範")

// traditional is the Chinese vocabulary in traditional characters.
func traditional() *Words {
	w := chinese()
	turnAll(w.Kinds)
	turnAll(w.States)
	turnAll(w.Statuses)
	turnAll(w.Changes)
	turnAll(w.Moves)
	turnAll(w.Turns)
	turnAll(w.News)
	turnAll(w.EndNews)
	turnAll(w.EndMoves)
	turnAll(w.EndMarks)
	turnAll(w.BackMarks)
	turnAll(w.Change.Moved)
	turnAll(w.Change.Until)
	for _, s := range slices.Concat(w.Standing.all(), w.Outlook.all(), w.Change.all(), w.Hours.all(), w.Heard.all()) {
		*s = toTraditional.Replace(*s)
	}
	clock := w.Clock
	w.Clock = func(hour, minute int) string { return toTraditional.Replace(clock(hour, minute)) }
	for _, s := range []*string{&w.Weekday, &w.Window, &w.OpenWindow, &w.Bounded, &w.Until, &w.UntilHour, &w.Late, &w.FormerEnd, &w.LatterEnd, &w.Stepwise, &w.Expected, &w.Between, &w.Since, &w.Gradually, &w.Before, &w.After, &w.ThroughDay, &w.UntilDay, &w.ThroughMon, &w.UntilMon,
		&w.Pending, &w.PendingFrom, &w.TimePending, &w.ItPending, &w.Reason, &w.Stopped, &w.Gradual, &w.Partly, &w.InPart, &w.Full, &w.Again, &w.Planned, &w.CalledOff, &w.PartlyOff, &w.Adjusted, &w.Many, &w.Rest, &w.Alongside, &w.Includes, &w.Excludes, &w.Past[0], &w.Past[1], &w.Past[2], &w.Past[3], &w.Past[4], &w.Never, &w.Unannounced, &w.List, &w.Or, &w.More, &w.Edition, &w.Revised,
		&w.Annex, &w.Annexes, &w.AnnexNote, &w.Missing, &w.Defined, &w.Numbers, &w.Purpose, &w.Contacts[0], &w.Contacts[1], &w.Contacts[2], &w.Question,
		&w.Section.Levels[1], &w.Section.Levels[2], &w.Section.Levels[3], &w.Section.Levels[4], &w.Section.Question, &w.Section.Elsewhere,
		&w.Limits.Scope, &w.Limits.Audience, &w.Limits.Channels} {
		*s = toTraditional.Replace(*s)
	}
	return w
}

func turnAll[K site.Kind | site.State | site.Status | site.MoveKind](m map[K]string) {
	for k, s := range m {
		m[k] = toTraditional.Replace(s)
	}
}
