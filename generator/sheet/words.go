package sheet

import (
	"tonggao/generator/site"
	"tonggao/generator/typeset"
)

// Fixed words of the sheets, those that no fact gives and package phrase does not
// word. They stand here and nowhere else.
const (
	wordWhen     = "时间"
	wordWhat     = "事项"
	wordHalted   = "暂停办理"
	wordInstead  = "怎么办"
	wordUntil    = "何时恢复"
	wordMore     = "等"
	wordExpected = "预计"
	wordThen     = "此后"
	wordPending  = "时间待定"
	wordFully    = "全面恢复"
	wordHotlines = "咨询电话"
	wordScan     = "扫码看最新时间和办理指南"
	wordThis     = "本次"
	wordEvent    = "日历文件：导入手机或电脑的日历"
	wordCode     = "核对码 "
	wordRevision = "第%d版"
	wordCurrent  = "现行版本及无障碍网页："
	wordSheet    = "第%d张，共%d张"
	wordPause    = "，"      // between what a headline says
	wordPage     = "— %d —" // GB/T 9704, 7.5: a dash of one character on either side
)

// inks are the colours of the kinds, dark enough for white letters on them and
// for a printer without colour. No sheet says anything by colour alone.
var inks = map[site.Kind]typeset.Colour{
	site.Suspend:  {166, 27, 27},
	site.Partial:  {146, 84, 0},
	site.Resume:   {17, 99, 41},
	site.Opening:  {17, 99, 41},
	site.Deadline: {12, 74, 140},
	site.Rule:     {64, 72, 82},
}

// grey is for what is past or not yet known.
var grey = typeset.Colour{110, 110, 110}

// What most of a sheet is printed in, and letters on a dark ground.
var (
	black = typeset.Colour{}
	white = typeset.Colour{255, 255, 255}
)
