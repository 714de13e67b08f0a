package lexicon

// Hours has the words for the hours that a milestone keeps.
type Hours struct {
	Every    string    // every day
	Workdays string    // working days
	Weekly   string    // days of the week
	Days     [7]string // of the week, Sunday first
	Through  string    // the first and the last of days that follow each other
	Within   string    // from, to
	Over     string    // from, to on the next day
	At       string    // a point
	Whole    string    // all day
	Also     string    // further windows of a day
	Except   string    // days
	Besides  string    // days
	Name     string    // days, windows
	Comma    string    // before exceptions
	OneDay   string    // day, windows: of hours that are kept on it alone
	OnDay    string    // that, what happens then
	Stopped  string    // what stops in its hours alone
}

func (h *Hours) all() []*string {
	list := []*string{&h.Every, &h.Workdays, &h.Weekly, &h.Through, &h.Within, &h.Over, &h.At, &h.Whole, &h.Also, &h.Except, &h.Besides, &h.Name, &h.Comma, &h.OneDay, &h.OnDay, &h.Stopped}
	for i := range h.Days {
		list = append(list, &h.Days[i])
	}
	return list
}

var chineseHours = Hours{Every: "每天", Workdays: "工作日", Weekly: "每%s", Days: [7]string{"周日", "周一", "周二", "周三", "周四", "周五", "周六"}, Through: "%s至%s",
	Within: "%s至%s", Over: "%s至次日%s", At: "%s", Whole: "全天", Also: "、", Except: "%s除外", Besides: "另加%s", Name: "%s%s", Comma: "，", OneDay: "%s%s", OnDay: "%[1]s%[2]s", Stopped: "分时段暂停"}

var englishHours = Hours{Every: "daily", Workdays: "on working days", Weekly: "every %s", Days: englishWeekdays(), Through: "%s to %s",
	Within: "from %s to %s", Over: "from %s to %s the next day", At: "at %s", Whole: "all day", Also: " and ", Except: "except %s", Besides: "also on %s", Name: "%s %s", Comma: ", ", OneDay: "%s, %s", OnDay: "%[2]s on %[1]s", Stopped: "Stopped at times"}
