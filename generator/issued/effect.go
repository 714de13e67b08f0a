package issued

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tonggao/generator/later"
	"tonggao/generator/site"
)

// An Effect is what the words around a time say happens then.
type Effect struct {
	Kind      site.Kind
	Gradual   bool
	Permanent bool
	Sure      bool   // a word says so; otherwise it is the default, a rule
	Words     string // the word that says so
	At        int    // octet of that word in the text
	Ahead     bool   // the word stands before the time, or in the heading
}

var (
	untilAt   = later.Compile(`^[）)\s]*(?:之前|以前|前|止|截止)`)
	untilThen = later.Compile(`^[^，。；,;：:]{0,4}(?:暂停|停止|停机|停办|切换|恢复|上线|启用)[^，。；,;：:]{0,14}前`)
	untilWord = later.Compile(`(?:最迟[于在]?|截至|截止[到至]?|截止(?:时间|日期)[：:为]?|不晚于|务必[于在])[^，。；]{0,4}$`)
	afterAt   = later.Compile(`^[）)\s]*(?:之后|以后|后)`)
	fromAt    = later.Compile(`^[）)\s]*(?:起|开始)`)
	turning   = later.Compile(`停止使用|不再使用|停用|暂停|停止|停机|停办|中止|中断|关闭|无法|不能|重新开放|重新开通|开放|开通|恢复|启用|上线|切换|执行|实施|施行|生效`)
	reference = later.Compile(`^[^，。；,;：:、]{0,10}(?:期间|时间|之前|以前|之后|以后|前|后)`)
	during    = later.Compile(`^[^，。；,;：:、]{0,10}期间`)
	timeOf    = later.Compile(`(暂停|停机|停办|停止|恢复|启用|开放)[^，。；,;]{0,12}$`)
	denied    = later.Compile(`(?:[已未不]|不再|不会|无需|解除|结束)$`) // before a turning word: it is not what happens then
	slowly    = later.Compile(`逐步|陆续|分批|逐家|部分|分阶段`)
	wholly    = later.Compile(`全面|全部|完全`)
)

// kindOf says what a word makes of a time.
func kindOf(word string) site.Kind {
	switch word {
	case "恢复", "重新开放", "重新开通", "开放", "开通":
		return site.Resume
	case "启用", "上线", "切换", "执行", "实施", "施行", "生效":
		return site.Rule
	}
	return site.Suspend
}

// TurnsLike reports whether two kinds turn a service the same way.
func TurnsLike(a, b site.Kind) bool {
	return a == b || a == site.Partial && b == site.Resume || a == site.Resume && b == site.Partial
}

// effectsOf reads the words before and after a time: first its edges (前, 最迟),
// then the turning words after it, then the last before it, then the heading's.
// There is always one effect at least.
func effectsOf(before, after string, afterStart int, head string) []Effect {
	switch {
	case untilAt.MatchString(after), untilThen.MatchString(after):
		words := untilAt.FindString(after) + untilThen.FindString(after)
		return []Effect{{Kind: site.Deadline, Sure: true, Words: words, At: afterStart}}
	case untilWord.MatchString(before):
		return []Effect{{Kind: site.Deadline, Sure: true, Words: untilWord.FindString(before), At: afterStart}}
	case afterAt.MatchString(after) && !fromAt.MatchString(after):
		if turns := turnsIn(FirstRunes(after, 15), afterStart); len(turns) > 0 && turns[0].Kind != site.Rule {
			return turns
		}
		return []Effect{{Kind: site.Rule, Sure: true, Words: afterAt.FindString(after), At: afterStart}}
	}
	if turns := turnsIn(after, afterStart); len(turns) > 0 {
		if slowly.MatchString(timeOf.FindString(before)) && turns[0].Kind == site.Resume {
			turns[0].Kind, turns[0].Gradual = site.Partial, true
		}
		return turns
	}
	return []Effect{fromBefore(before, after, afterStart, head)}
}

// fromBefore reads 暂停时间： before a time, or in the heading over it.
func fromBefore(before, after string, afterStart int, head string) Effect {
	for _, words := range [...]string{before, head} {
		if word := timeOf.FindStringSubmatch(words); word != nil {
			e := Effect{Kind: kindOf(word[1]), Sure: true, Words: word[0], At: afterStart, Ahead: true}
			if e.Kind == site.Resume && (slowly.MatchString(word[0]) || slowly.MatchString(FirstRunes(after, 8))) {
				e.Kind, e.Gradual = site.Partial, true
			}
			return e
		}
	}
	return Effect{Kind: site.Rule, At: afterStart}
}

// turnsIn finds the turning words that are not part of a reference such as 暂停期间
// or 系统恢复后, the first of each kind.
func turnsIn(words string, start int) []Effect {
	var found []Effect
	for _, at := range turning.FindAllStringIndex(words, 20) {
		from, to := at[0], at[1]
		lasting := from < 4 && during.MatchString(words[to:]) // right behind its window: 至24时暂停刷卡期间
		if !lasting && reference.MatchString(words[to:]) || denied.MatchString(words[:from]) {
			continue
		}
		word := words[from:to]
		e := Effect{Kind: kindOf(word), Sure: true, Words: word, At: start + from}
		near := lastRunes(words[:from], 10)
		if e.Kind == site.Resume && slowly.MatchString(near) && !wholly.MatchString(lastRunes(words[:from], 2)) {
			e.Kind, e.Gradual = site.Partial, true
		}
		e.Permanent = word == "停止使用" || word == "停用" || word == "不再使用"
		if !slices.ContainsFunc(found, func(o Effect) bool { return o.Kind == e.Kind }) {
			found = append(found, e)
		}
	}
	return found
}

// clauseAt returns the clause, between commas, that holds an octet of a
// sentence which begins at start.
func clauseAt(sentence string, start, at int) string {
	at = max(0, min(at-start, len(sentence)))
	from := strings.LastIndexAny(sentence[:at], "，,；;") + 1
	if from > 0 {
		_, width := utf8.DecodeRuneInString(sentence[from-1:])
		from += width - 1
	}
	to := strings.IndexAny(sentence[at:], "，,；;")
	if to < 0 {
		return sentence[from:]
	}
	return sentence[from : at+to]
}
