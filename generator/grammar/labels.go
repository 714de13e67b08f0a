package grammar

import (
	"strings"

	"tonggao/generator/later"
	"tonggao/generator/site"
)

// AskedOf is what a question asks of: 何时暂停医保卡刷卡？
func AskedOf(words string) string {
	if !strings.Contains(words, "何时") && !strings.Contains(words, "什么时候") {
		return ""
	}
	words = UpTo(words, "？?")
	for _, s := range Senses(words, false) {
		if !s.Weak {
			name, _ := WhatOf("", strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(words, "是何时"), "为何时"), "的时间"), s)
			return name
		}
	}
	return ""
}

// AboutNothing reports words that name no service: 时间安排.
func AboutNothing(words string) bool {
	for _, w := range [...]string{"时间", "安排", "范围", "事项", "方式", "说明", "须知", "提示", "指南", "部门", "其他", "内容", "对象", "如下", "上线", "切换", "版", "涉及", "影响"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return words == ""
}

// StopIn is what a heading, a line before a list or the title says stops, plain words before 维护
// and its like, and the clause that says so.
func StopIn(words string) (s Sense, clause string, ok bool) {
	for _, weak := range [...]bool{false, true} {
		for _, c := range strings.FieldsFunc(words, func(r rune) bool { return r == '，' || r == '：' }) {
			for _, s := range Senses(c, false) {
				if s.Weak == weak && (s.Kind == site.Suspend || s.Kind == site.Partial && !s.Gradual) {
					return s, c, true
				}
			}
		}
	}
	return Sense{}, words, false
}

// ListBack is what the line before a list says of all its items, where that is a recovery:
// 决定分批恢复：, after which each item comes back at its time.
func ListBack(intro string) (Sense, bool) {
	all := Senses(strings.TrimSuffix(strings.TrimPrefix(intro[max(strings.LastIndex(intro, "，"), 0):], "，"), "："), false)
	if len(all) != 1 || all[0].Kind != site.Resume && all[0].Kind != site.Partial || StateOf(all[0]) != "" {
		return Sense{}, false
	}
	s := all[0]
	if strings.Contains(intro, "分批") || strings.Contains(intro, "分级") {
		s.Kind, s.Gradual = site.Resume, false
	}
	return s, true
}

// ListStop is what the line before a list says of all its items, where that is a stop: 部分业务
// 暂停办理：, after which each item has the time from which it stops.
func ListStop(intro string) (Sense, bool) {
	s, _, ok := StopIn(intro)
	return s, ok && !s.Weak && s.Kind == site.Suspend
}

// OnlyWorks reports a clause that says what is done and not to what: 短时检修.
func OnlyWorks(clause string) bool {
	all := Senses(clause, true)
	return len(all) > 0 && all[0].Weak && len([]rune(clause[:all[0].Start])) <= 2
}

// Happens reports whether a cell says what happens to the service of another: 停运.
func Happens(words string) bool {
	all := Senses(words, true)
	return len(all) > 0 && PlainName(words[:all[0].Start]) == ""
}

// PlaceHead reports the head of a column of places.
func PlaceHead(title string) bool {
	for _, w := range [...]string{"范围", "区域", "线路", "地点", "地址", "小区", "路段", "用户", "影响"} {
		if strings.Contains(title, w) {
			return true
		}
	}
	return DistrictHead(title)
}

// district is the head of a column of districts, each of which has what the title or the table's
// own line names.
var district = later.Compile(`^(?:统筹|所在|参保|所属)?(?:地区|区县|县区|区市县|县市区|县（市、区）|市县|市州|州市|盟市|地市|辖区|属地|统筹区|行政区划?|乡镇|镇街|街道|片区|城市|省份)(?:名称)?$`)

// DistrictHead reports the head of a column of districts.
func DistrictHead(title string) bool { return district.MatchString(title) }

// contactHead is the head of a column that says whom to ask.
var contactHead = later.Compile(`电话|联系人|联系方式|热线|负责人|手机号?码?$`)

// ContactHead reports the head of a column of whom to ask.
func ContactHead(title string) bool { return contactHead.MatchString(title) }

// Ordinal reports a cell with nothing but a number.
func Ordinal(words string) bool {
	return strings.Trim(words, "0123456789一二三四五六七八九十.、") == ""
}

// StateOf is the name of a stage of reduced service, or "".
func StateOf(s Sense) string {
	if Lessening.MatchString(s.Verb) {
		return s.Verb
	}
	return ""
}

// undone is a cell that takes back what its row says.
var undone = later.Compile(`^[已拟]?(?:取消|作废|撤销|延期|推迟|改期|暂缓)(?:停[水电气热运航]|执行|实施|施工|检修|原?计划)?$`)

// Undoes reports a cell that calls its row off: 已取消.
func Undoes(words string) bool { return undone.MatchString(words) }

// RemarkHead reports the head of a column of remarks, of how a plan stands, or of the reasons and the work.
func RemarkHead(title string) bool {
	return strings.HasSuffix(title, "原因") || strings.HasSuffix(title, "事由") || strings.HasSuffix(title, "工作内容") || strings.HasSuffix(title, "施工内容") || strings.HasSuffix(title, "状态") || title == "备注" || title == "说明" || title == "提示" || title == "注"
}
