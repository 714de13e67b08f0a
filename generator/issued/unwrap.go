package issued

import (
	"strings"
	"unicode/utf8"

	"tonggao/generator/later"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// unwrap joins lines that were broken in copying, as from a PDF, where a break can
// stand within a number. It returns the text and where each line of the original
// begins in it, so that places can still be told.
func unwrap(text string) (string, []int) {
	var out strings.Builder
	starts := []int{0}
	lines, onward := asRows(strings.Split(text, "\n"))
	for i, line := range lines {
		line = strings.TrimSuffix(line, "\r")
		if i > 0 {
			starts = append(starts, out.Len())
		}
		if i+1 == len(lines) {
			out.WriteString(line)
			break
		}
		next := strings.TrimSuffix(lines[i+1], "\r")
		if !onward[i] && !goesOn(line, next) {
			out.WriteString(line + "\n")
			continue
		}
		out.WriteString(strings.TrimRightFunc(line, blank))
		if latinEnd(line) && latinStart(next) {
			out.WriteByte(' ')
		}
	}
	return out.String(), starts
}

// goesOn reports whether a line is the rest of the one before: that one is long
// and ends in the middle of a sentence, or in the middle of a telephone number.
func goesOn(line, next string) bool {
	line, next = strings.TrimFunc(line, blank), strings.TrimFunc(next, blank)
	if strings.HasPrefix(line, "|") || strings.HasPrefix(next, "|") {
		return false // rows of a table
	}
	if cutNumber(line, next) || cutWindow(line, next) {
		return true
	}
	if utf8.RuneCountInString(line) < 20 || next == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "<!--") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	if strings.ContainsRune("。；;：:！？!?”》*", last) || strings.ContainsAny(next[:1], "#>-*<") || strings.HasPrefix(next, "•") || bullet.MatchString(next) {
		return false
	}
	if entitled.MatchString(line) && !cites.MatchString(line) && !strings.HasPrefix(next, "的") {
		return false // 关于……的通告, over the notice's first sentence
	}
	if labelled.MatchString(line) && begins.MatchString(next) {
		return false // 应急供水点：……\n若不能按时恢复，……
	}
	if headed.MatchString(line) && headed.MatchString(next) {
		return false // 甲区（…）：… over 乙区（…）：…
	}
	level, _ := Numbering(next)
	return level == 0 && !dateOnly(next) && !labelled.MatchString(next) && !asked.MatchString(next) && !answered.MatchString(next)
}

// entitled is a whole title; cites begins a sentence that names another notice.
var (
	entitled = later.Compile(`^[^，。；：:《]{0,26}关于[^，。；：:]+的(?:通告|公告|通知|公示|提示|告知书)$`)
	cites    = later.Compile(`^(?:根据|依据|按照?|经|现|接|为|因|兹|遵照|参照|结合|贯彻)`)
)

// begins are words that begin a sentence, and hardly a line that was broken.
var begins = later.Compile(`^(?:若|如[果遇因有需]|此前|请|另[，外]|特此|敬请|届时|以上|上述|凡|望广|给您|由此|对此)`)

// headed begins a line with what it is about.
var headed = later.Compile(`^[^，。；：:0-9]{1,28}[：:]`)

var (
	lastDigits  = later.Compile(`[0-9][0-9\-－—–]*$`)
	firstDigits = later.Compile(`^[\-－—–]?[0-9][0-9\-－—–]*`)
)

var (
	timeEnd   = later.Compile(`(?:[0-9]|[时点日分整起止]|[）)])$`)
	windowEnd = later.Compile(`^(?:[至到]|[—－–\-~～]+)[ 　]*(?:[0-9０-９]{1,4}[年月日时点:：/.\-]|次日|当日|同日)`)
)

// cutWindow reports whether the end of a window stands on a line of its own.
func cutWindow(line, next string) bool {
	return timeEnd.MatchString(line) && windowEnd.MatchString(next)
}

// cutNumber reports whether a telephone number stands on two lines: what ends the
// one is none by itself, and with what begins the other it is one.
func cutNumber(line, next string) bool {
	tail, head := lastDigits.FindString(line), firstDigits.FindString(next)
	if tail == "" || head == "" || wholeNumber(tail) {
		return false
	}
	return len(tail)+len(head) > 6 && wholeNumber(tail+head)
}

func wholeNumber(written string) bool { return numbers.FindString(written) == written }

// latinEnd and latinStart tell where a broken line needs a blank.
func latinEnd(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(line, blank))
	return isLatin(r)
}

func latinStart(line string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(line, blank))
	return isLatin(r)
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// dateOnly reports whether a line is nothing but a date.
func dateOnly(line string) bool {
	found := mention.Find(line, site.Day{})
	return len(found) == 1 && found[0].Day > 0 && strings.TrimSpace(line) == found[0].Words(line)
}
