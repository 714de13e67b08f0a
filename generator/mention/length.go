package mention

import "unicode/utf8"

// A Length is a length of time that a text names: 6小时, 两天, 90分钟, 一个半小时.
type Length struct {
	Start, End int // octets of the text, half-open
	Minutes    int
	Days       bool // written in days
}

// Lengths returns the lengths of time that a text names, in the order of the text.
// A limit (3日内), and words that have a length in them and mean none (24小时热线),
// are none.
func Lengths(text string) []Length {
	var found []Length
	for i := skipPlain(text, 0); i < len(text); i = skipPlain(text, i) {
		n := lengthNumber(text, i)
		if n.end == i {
			_, width := utf8.DecodeRuneInString(text[i:])
			i += width
			continue
		}
		if l, ok := length(text, i, n); ok {
			found = append(found, l)
		}
		i = n.end
	}
	return found
}

func lengthNumber(text string, i int) number {
	if end := skipAny(text, i, "两"); end > i {
		return number{value: 2, digits: 1, end: end, chinese: true}
	}
	return numberAt(text, i)
}

func length(text string, start int, n number) (Length, bool) {
	if n.value <= 0 || n.value > 9999 || endsWithAny(text[:start], "第", ".", "．", "月", "/", "-", "每", "前", "满") {
		return Length{}, false
	}
	at, _ := blanks(text, n.end)
	at = skipAny(text, at, "个")
	half := skipAny(text, at, "半")
	l := Length{Start: start}
	switch {
	case hasAny(text[half:], "小时", "钟头"):
		l.Minutes, l.End = n.value*60, half+len("小时")
	case hasAny(text[half:], "分钟"):
		l.Minutes, l.End = n.value, half+len("分钟")
	case hasAny(text[half:], "天", "日") && !hasAny(text[half:], "日起", "日至", "日到", "日（", "日("):
		l.Minutes, l.End, l.Days = n.value*24*60, half+len("天"), true
	default:
		return l, false
	}
	if half > at {
		l.Minutes += l.Minutes / n.value / 2
	}
	return l, !hasAny(text[l.End:], "内", "以内", "之内", "前", "之前", "以前", "热线", "服务", "自助", "值班", "营业", "客服", "电话", "不间断", "全天")
}
