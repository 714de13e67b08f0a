package phrase

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
	"问", "問", "当", "當", "确", "確", "余", "餘", "过", "過", "这", "這", "现", "現", "况", "況", "请", "請", "项", "項", "预", "預", "计", "計", "满", "滿", "开", "開", "届", "屆", "于", "於", "务", "務", "实", "實", "经", "經", "营", "營", "号", "號", "应", "應", "调", "調", "执", "執", "关", "關", "询", "詢", "订", "訂", "长", "長", "迟", "遲", "条", "條", "网", "網", "拨", "撥", "邮", "郵", "维", "維", "码", "碼")

// traditional is the Chinese vocabulary in traditional characters.
func traditional() *words {
	w := chinese()
	turnAll(w.kinds)
	turnAll(w.states)
	turnAll(w.statuses)
	turnAll(w.changes)
	turnAll(w.moves)
	turnAll(w.turns)
	turnAll(w.news)
	turnAll(w.endNews)
	turnAll(w.endMarks)
	turnAll(w.backMarks)
	turnAll(w.change.moved)
	turnAll(w.change.until)
	for _, s := range slices.Concat(w.standing.all(), w.outlook.all(), w.change.all(), w.hours.all(), w.heard.all()) {
		*s = toTraditional.Replace(*s)
	}
	clock := w.clock
	w.clock = func(hour, minute int) string { return toTraditional.Replace(clock(hour, minute)) }
	for _, s := range []*string{&w.weekday, &w.window, &w.openWindow, &w.bounded, &w.until, &w.untilHour, &w.formerEnd, &w.latterEnd, &w.stepwise, &w.expected, &w.between, &w.since, &w.gradually, &w.before, &w.after, &w.throughDay, &w.untilDay, &w.throughMon, &w.untilMon,
		&w.pending, &w.pendingFrom, &w.timePending, &w.itPending, &w.reason, &w.stopped, &w.gradual, &w.partly, &w.full, &w.again, &w.planned, &w.calledOff, &w.partlyOff, &w.adjusted, &w.many, &w.rest, &w.alongside, &w.includes, &w.excludes, &w.past[0], &w.past[1], &w.past[2], &w.past[3], &w.past[4], &w.never, &w.unannounced, &w.list, &w.or, &w.more, &w.edition, &w.revised,
		&w.annex, &w.annexes, &w.annexNote, &w.missing, &w.defined, &w.numbers, &w.purpose, &w.contacts[0], &w.contacts[1], &w.contacts[2], &w.question,
		&w.section.levels[1], &w.section.levels[2], &w.section.levels[3], &w.section.levels[4], &w.section.question, &w.section.elsewhere} {
		*s = toTraditional.Replace(*s)
	}
	return w
}

func turnAll[K site.Kind | site.State | site.Status | site.MoveKind](m map[K]string) {
	for k, s := range m {
		m[k] = toTraditional.Replace(s)
	}
}
