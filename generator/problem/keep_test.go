package problem

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"tonggao/generator/message"
)

type day struct{ month, day int }

func (d day) String() string { return strings.Repeat("月", d.month) + strings.Repeat("日", d.day) }

type name string

// anyText is a text with values of every kind that messages hold, some of them texts.
func anyText(r *rand.Rand, depth int) message.Text {
	values := []any{"引号\" 和\n换行", name("甲"), 7, int64(8), 'X', day{1, 2}, message.Twofold{English: "row 2", Chinese: "第2行"},
		message.List{message.Say("%d regions", 3), message.Say("no errors")}, message.Errorf("read %s: %w", "x", errors.New("lost"))}
	if depth > 0 {
		values = append(values, anyText(r, depth-1))
	}
	v := values[r.IntN(len(values))]
	switch v.(type) {
	case int, int64:
		return message.Say("%d and %[1]v", v)
	case rune:
		return message.Say("%c and %[1]q", v)
	}
	return message.Say("%v and %[1]s", v)
}

// TestKeptProblemsSayTheSame keeps random problems and gets back what says the same.
func TestKeptProblemsSayTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 21))
	kept := 0
	for range 400 {
		var l List
		l.Bar(Position{File: "a/b.toml", Line: r.IntN(3), Column: r.IntN(3), Place: PlaceOf(message.Twofold{English: "table 1", Chinese: "表1"})}, anyText(r, 2), "%s", anyText(r, 2))
		l.Note(Position{}, "", "nothing")
		octets, err := Keep(l)
		if err != nil {
			continue // an error of the system, which is worded by what it is
		}
		kept++
		back, err := Kept(octets)
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range back {
			was := l[i]
			if p.String() != was.String() || p.Wrong.String() != was.Wrong.String() || p.Advice.String() != was.Advice.String() || p.Bars != was.Bars || p.Level != was.Level || !reflect.DeepEqual(p.Position, was.Position) {
				t.Fatalf("%v became %v", was, p)
			}
		}
	}
	if kept < 300 {
		t.Errorf("only %d of 400 could be kept", kept)
	}
}

// TestKeptFilesHaveCharacters holds that no file is kept under another's name.
func TestKeptFilesHaveCharacters(t *testing.T) {
	if octets, err := Keep(List{{Position: Position{File: "a\xe7.md"}}}); err == nil {
		t.Errorf("kept as %s", octets)
	}
}
