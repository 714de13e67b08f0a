package catalog

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tonggao/generator/message"
	"tonggao/generator/problem"
)

// forged are words that would pass for a line of the program's own, or of a pipeline's, if
// what stands before them ended a line.
var forged = []string{"regions/a/region.toml:3:1: error: forged", "::error file=a::forged", "::add-mask::forged", "    forged hint", ""}

// lineEnds are all that ends a line anywhere: on terminals, in editors, in Unicode.
var lineEnds = []string{"\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\u0085", "\u2028", "\u2029"}

// hostile are words with line ends among them, and at their ends.
func hostile(r *rand.Rand) string {
	var words strings.Builder
	for range 1 + r.IntN(4) {
		words.WriteString(lineEnds[r.IntN(len(lineEnds))] + []string{"甲", "a", `\`, "\xe7", "", ": "}[r.IntN(6)] + forged[r.IntN(len(forged))])
	}
	return words.String()
}

type (
	named    string
	stringer struct{ words string }
)

func (s stringer) String() string { return s.words }

// anyWords are hostile words in one of the ways by which words come into a message: as they
// are, as a file's name, in a text within a text, in an error of the system or around one.
func anyWords(r *rand.Rand, depth int) any {
	words := hostile(r)
	all := []any{
		words, named(words), []byte(words), stringer{words}, message.Names{"a", words}, message.Twofold{English: words, Chinese: words},
		problem.Position{File: words, Line: 3, Column: 1}, message.Plain(words), message.Both(words, words), errors.New(words),
		&fs.PathError{Op: "open", Path: words, Err: fs.ErrNotExist}, &fs.PathError{Op: "open", Path: words, Err: errors.New(words)}, fmt.Errorf("mkdir %s: %w", words, fs.ErrExist),
	}
	if depth == 0 {
		return all[r.IntN(len(all))]
	}
	inner := anyWords(r, depth-1)
	all = append(all, message.Say("read %v", inner), message.List{message.Say("no errors"), message.Say("%v", inner)}, message.Errorf("read %v: %w", inner, errors.New(words)), message.Join(message.Say("%v", inner), message.Say("no errors")))
	if err, ok := inner.(error); ok {
		all = append(all, fmt.Errorf("%s: %w", words, err))
	}
	return all[r.IntN(len(all))]
}

// fill is a form with hostile words for its verbs; what its verbs have for numbers are numbers.
func fill(r *rand.Rand, form string) message.Text {
	found := verbs(form)
	values := make([]any, len(found))
	for i := range values {
		switch found[i+1][0] {
		case "s", "v", "q", "w":
			values[i] = anyWords(r, 2)
		case "c", "U":
			values[i] = []rune(lineEnds[r.IntN(len(lineEnds))])[0]
		case "f", "g":
			values[i] = r.Float64()
		default:
			values[i] = r.IntN(20)
		}
	}
	return message.Say(form, values...)
}

// own are the lines of a form.
func own(form string) int { return strings.Count(form, "\n") }

// whole reports whether a text has the line ends that it should, and no other.
func whole(text string, ends int) bool {
	return strings.Count(text, "\n") == ends && !slices.ContainsFunc(lineEnds[1:], func(end string) bool { return strings.Contains(text, end) })
}

// TestNoWordsForgeALine fills every sentence with words that end lines, in every way by which
// words come into a message, and says it in both languages: the lines are those of the form.
func TestNoWordsForgeALine(t *testing.T) {
	r := rand.New(rand.NewPCG(23, 29))
	for _, list := range lists {
		for _, e := range list {
			for range 8 {
				text := fill(r, e.english)
				for language, form := range map[Language]string{English: e.english, Chinese: e.chinese} {
					if said := language.In(text); !whole(said, own(form)) {
						t.Fatalf("%s, %q with %q: %q", language, form, text.Values, said)
					}
					ran := language.Say("tonggao: %v", message.Errorf(e.english, text.Values...))
					if !whole(ran, own(form)) {
						t.Fatalf("%s, the error %q with %q: %q", language, form, text.Values, ran)
					}
				}
			}
		}
	}
}

// TestProblemsHaveTwoLines fills problems with such words: each is one line and its hint
// another, and as JSON neither its message, its hint nor its values end one.
func TestProblemsHaveTwoLines(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 37))
	for _, e := range coded() {
		var l problem.List
		l.Add(problem.Position{File: hostile(r), Line: r.IntN(3), Column: r.IntN(3)}, message.Say("did you mean %s?", anyWords(r, 2)), e.english, fill(r, e.english).Values...)
		both := Both(l[0])
		for _, said := range append([]string{both.Message, both.Hint, both.Chinese.Message, both.Chinese.Hint}, both.Values...) {
			if !whole(said, own(e.english)) && !whole(said, 0) {
				t.Fatalf("%q: %q", e.english, said)
			}
		}
		for _, language := range []Language{English, Chinese} {
			if said := language.Problem(l[0]); !whole(said, 1) {
				t.Fatalf("%s: %q", language, said)
			}
		}
	}
}

// TestErrorsKeepTheirOwnLines joins errors whose forms have several lines: those stay, also
// within others.
func TestErrorsKeepTheirOwnLines(t *testing.T) {
	inner := message.Errorf("there is no site in %s yet.\n    To begin one: %s", "a\nb", "c\rd")
	err := errors.Join(fmt.Errorf("outside: %w", inner), message.Errorf("read text: %w", inner), errors.New("e\nf"))
	site := `there is no site in a\u000ab yet.` + "\n" + `    To begin one: c\u000dd`
	if want, got := "tonggao: outside: "+site+"\nread text: "+site+"\n"+`e\u000af`, English.Say("tonggao: %v", err); got != want {
		t.Errorf("%s\nwant\n%s", strconv.Quote(got), strconv.Quote(want))
	}
	if got := Chinese.Say("tonggao: %v", err); !whole(got, 4) {
		t.Errorf("%q", got)
	}
}
