package phrase

import (
	"fmt"
	"strings"

	"tonggao/generator/site"
)

// Aloud is the voice for what is read out to people: times as they are spoken,
// 十二月三十日晚上八点, in figures that a speaker cannot misread. The words of English are
// read out as they are written.
func (v Voice) Aloud() Voice {
	if w, ok := spoken[v.Language]; ok {
		v.words = w
	}
	return v
}

var spoken = map[site.Language]*words{site.Chinese: aloud(chinese(), func(s string) string { return s }), site.Traditional: aloud(traditional(), toTraditional.Replace)}

// aloud turns the times of a vocabulary into spoken ones, in its characters.
func aloud(w *words, in func(string) string) *words {
	w.date = func(d site.Day, year bool) string {
		day := Han(int(d.Month)) + "月" + Han(d.Day) + "日"
		if year {
			day = spokenYear(d.Year) + day
		}
		return day
	}
	w.month = func(d site.Day) string { return spokenYear(d.Year) + Han(int(d.Month)) + "月" }
	w.clock = func(hour, minute int) string { return in(spokenClock(hour, minute)) }
	return w
}

func spokenYear(year int) string { return Han(year) + "年" }

// spokenClock names the part of the day, since nobody says twenty o'clock: the end of a
// day is 夜里十二点, its beginning 凌晨零点.
func spokenClock(hour, minute int) string {
	text := partOfDay(hour) + hourOf(hour)
	switch {
	case minute == 0:
		return text
	case minute == 30:
		return text + "半"
	case minute < 10:
		return text + "零" + Han(minute) + "分"
	}
	return text + Han(minute) + "分"
}

func partOfDay(hour int) string {
	switch {
	case hour < 6:
		return "凌晨"
	case hour < 9:
		return "早上"
	case hour < 12:
		return "上午"
	case hour == 12:
		return "中午"
	case hour < 18:
		return "下午"
	case hour < 24:
		return "晚上"
	}
	return "夜里"
}

// hourOf is the hour of a twelve-hour clock; nobody says 二点.
func hourOf(hour int) string {
	if hour > 12 {
		hour -= 12
	}
	switch hour {
	case 0:
		return "零点"
	case 2:
		return "两点"
	}
	return Han(hour) + "点"
}

var spokenDigits = strings.NewReplacer("0", "零", "1", "一", "2", "二", "3", "三", "4", "四", "5", "五", "6", "六", "7", "七", "8", "八", "9", "九", "-", "")

// Spelled is a number of which each figure is said by itself, as that of a telephone.
func (v Voice) Spelled(number string) string {
	if _, speaks := spoken[v.Language]; speaks {
		return spokenDigits.Replace(number)
	}
	return strings.TrimSpace(strings.Join(strings.Split(number, ""), " "))
}

// Length words how long a text takes to be read out.
func (v Voice) Length(seconds int) string { return fmt.Sprintf(v.Kit().Seconds, seconds) }
