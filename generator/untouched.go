package generator

import (
	"context"
	"encoding/json"
	"fmt"

	"tonggao/generator/disk"
	"tonggao/generator/keys"
	"tonggao/generator/problem"
	"tonggao/generator/publish"
	"tonggao/generator/source"
)

// A telling is what a build said, for the next that sees the same.
type telling struct {
	Summary  Summary         `json:"summary"`
	Problems json.RawMessage `json:"problems"`
}

// An inquiry is whether there is anything to do. Where there is, the build goes on with what
// was read and held to find out.
type inquiry struct {
	inputs *keys.Inputs
	held   *publish.Held // nil where it was not asked
}

// untouched tells what the last build told, where it saw what this one would see and what
// it published is as it left it: then there is nothing to do. The rules are those of keys,
// only wider: one key for all files of the authors, of the program and of the templates,
// and all options, however little of that an output sees.
func (q *inquiry) untouched(ctx context.Context, o Options, t Target, c keys.Common) (s Summary, problems problem.List, same bool) {
	q.inputs = keys.Record(o.Regions)
	if t.elsewhere() {
		return s, nil, false
	}
	dir, _ := o.Regions.(disk.Rooted)
	text, held, err := publish.Untouched(ctx, t.Options, publish.Reading{
		Dir: string(dir),
		Read: func() string {
			read, known := keys.Read(o.Regions, source.Ignored)
			if !known {
				return ""
			}
			q.inputs = read
			key := read.Key()
			read.Again()
			return key
		},
		Key: func(read string) string { return wholeKey(read, o, t, c) },
	})
	q.held = held
	var was telling
	if err != nil || text == nil || json.Unmarshal(text, &was) != nil {
		return s, nil, false // the build that follows meets the same error, and tells it
	}
	problems, err = problem.Kept(was.Problems)
	was.Summary.Reused = was.Summary.Files
	return was.Summary, problems, err == nil
}

// wholeKey tells a build from any that could publish or say something else.
func wholeKey(read string, o Options, t Target, c keys.Common) string {
	seen := append([]string{read, c.Program, fmt.Sprint(c.Writers), o.BaseURL, o.Within, fmt.Sprint(o.Unmended), t.Program, t.Shard.String()}, c.Options...)
	return keys.Of(seen...)
}

// seal leaves what a build saw and says for the next one. What cannot be kept is not.
func (b *builder) seal(s Summary, key string, problems problem.List) {
	kept, err := problem.Keep(problems)
	if err != nil {
		return
	}
	s.Unrecorded = 0 // they are published now
	if text, err := json.Marshal(telling{s, kept}); err == nil {
		b.stage.Seal(key, text)
	}
}
