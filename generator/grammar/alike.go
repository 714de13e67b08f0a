package grammar

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tonggao/generator/later"
)

// Stem is a name as far as another mention of it must agree.
func Stem(name string) string {
	for again := true; again; {
		again = false
		for _, tail := range [...]string{"业务", "服务", "系统", "功能", "办理", "工作", "等"} {
			if short := strings.TrimSuffix(name, tail); short != name && utf8.RuneCountInString(short) >= 2 {
				name, again = short, true
			}
		}
	}
	return name
}

// Alike reports whether two names may be of one service: the same stem, or, where
// loosely, one within the other or most of its pairs.
func Alike(a, b string, loosely bool) bool {
	return Stem(a) == Stem(b) || loosely && Likeness(a, b) > 0
}

// Likeness is how much two names that may be of one service share, in characters; 0 where they
// are of two. What one has within the other is shared whole.
func Likeness(a, b string) int {
	a, b = Stem(a), Stem(b)
	least := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	switch {
	case a == b:
		return least
	case opposed(a, b) || opposed(b, a):
		return 0
	case strings.Contains(a, b) || strings.Contains(b, a):
		return least
	}
	if n := common([]rune(a), []rune(b)); n >= 3 && 2*n >= least {
		return n
	}
	return 0
}

// opposites tell services of like names apart.
var opposites = [...][2]string{{"省内", "跨省"}, {"市内", "跨省"}, {"市内", "异地"}, {"本地", "异地"}, {"线上", "线下"}, {"企业", "个人"}, {"旧", "新"}, {"老", "新"}, {"城镇", "城乡"}, {"职工", "居民"}, {"上行", "下行"}, {"进港", "离港"}, {"到达", "出发"}}

// opposed reports whether one name has the first word of a pair of opposites and the other one
// the second: 省内异地结算, 跨省异地结算.
func opposed(a, b string) bool {
	return slices.ContainsFunc(opposites[:], func(o [2]string) bool {
		return strings.Contains(a, o[0]) && !strings.Contains(a, o[1]) && strings.Contains(b, o[1]) && !strings.Contains(b, o[0])
	})
}

// PartOf reports whether a name lists some of the things that another one lists, and not all:
// 学校主页和邮箱 of 学校主页、邮箱、教务系统等. It may list others too.
func PartOf(name, whole string) bool {
	part, all := things(name), things(whole)
	shared := 0
	for _, p := range part {
		if slices.ContainsFunc(all, func(a string) bool { return a == p || len(part) == 1 && strings.HasSuffix(a, p) }) {
			shared++
		}
	}
	return shared > 0 && shared < len(all)
}

// things are the stems of what a name lists.
func things(name string) []string {
	var all []string
	for _, one := range strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("、和及与", r) }) {
		all = append(all, Stem(one))
	}
	return all
}

// Listed are the things that a name lists, as it has them: 网上大厅、小程序 has two.
func Listed(name string) []string {
	if strings.HasSuffix(name, "等") || allOf.MatchString(name) || ofAll.MatchString(name) {
		return nil // 归集、提取等业务: no list of all
	}
	short := func(thing string) bool { return utf8.RuneCountInString(thing) < 2 }
	all := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("、和及与", r) })
	if slices.ContainsFunc(all, short) || strings.HasPrefix(name, "和") {
		return strings.FieldsFunc(name, func(r rune) bool { return r == '、' }) // 共和县窗口、和平路窗口
	}
	return all
}

var ofAll = later.Compile(`等[\p{Han}]{0,6}$`)

// Names reports whether a name is of a thing, or lists it: 小程序 of “岱州医保”小程序.
func Names(name, thing string) bool {
	return slices.ContainsFunc(things(name), func(p string) bool { return p == Stem(thing) || strings.HasSuffix(Stem(thing), p) })
}

// common is the length of the longest run that two names share.
func common(a, b []rune) int {
	longest := 0
	row := make([]int, len(b)+1)
	for i := range a {
		for j := len(b) - 1; j >= 0; j-- {
			row[j+1] = 0
			if a[i] == b[j] {
				row[j+1] = row[j] + 1
				longest = max(longest, row[j+1])
			}
		}
	}
	return longest
}
