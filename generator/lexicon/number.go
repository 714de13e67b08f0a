package lexicon

import (
	"fmt"
	"strconv"
	"strings"
)

// Number writes a number in the form of its level, GB/T 9704, 7.3.3:
// 一、 （一） 1. （1）.
func Number(level, n int) string {
	switch level {
	case 1:
		return Han(n) + "、"
	case 2:
		return "（" + Han(n) + "）"
	case 3:
		return fmt.Sprintf("%d.", n)
	}
	return fmt.Sprintf("（%d）", n)
}

var digits = []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

var hanFigures = strings.NewReplacer("0", "〇", "1", "一", "2", "二", "3", "三", "4", "四", "5", "五", "6", "六", "7", "七", "8", "八", "9", "九")

// Han writes a number in Chinese figures: 十, 二十一, 一百零五. From 1000 on, which no
// notice counts to, its digits stand one by one: 一〇〇〇.
func Han(n int) string {
	if n > 999 {
		return hanFigures.Replace(strconv.Itoa(n))
	}
	hundreds, tens, ones := n/100, n/10%10, n%10
	var text strings.Builder
	if hundreds > 0 {
		text.WriteString(digits[hundreds] + "百")
		if tens == 0 && ones > 0 {
			text.WriteString("零")
		}
	}
	if tens > 0 {
		if tens > 1 || hundreds > 0 {
			text.WriteString(digits[tens])
		}
		text.WriteString("十")
	}
	text.WriteString(digits[ones])
	return text.String()
}
