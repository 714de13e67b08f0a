package generator

import (
	"context"
	"encoding/json"
	"fmt"

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

// untouched tells what the last build told, where it saw what this one would see and what
// it published is as it left it: then there is nothing to do. The rules are those of keys,
// only wider: one key for all files of the authors, of the program and of the templates,
// and all options, however little of that an output sees.
func untouched(ctx context.Context, o Options, t Target, c keys.Common) (Summary, problem.List, bool) {
	if t.Against != "" && t.Against != t.Output {
		return Summary{}, nil, false
	}
	text, same, err := publish.Untouched(ctx, t.Options, func() string {
		inputs, known := keys.Read(o.Regions, source.Ignored)
		if !known {
			return ""
		}
		return wholeKey(inputs, o, t, c)
	})
	if err != nil || !same {
		return Summary{}, nil, false // the build that follows meets the same error, and tells it
	}
	var was telling
	if json.Unmarshal(text, &was) != nil {
		return Summary{}, nil, false
	}
	problems, err := problem.Kept(was.Problems)
	was.Summary.Reused = was.Summary.Files
	return was.Summary, problems, err == nil
}

// wholeKey tells a build from any that could publish or say something else.
func wholeKey(in *keys.Inputs, o Options, t Target, c keys.Common) string {
	seen := append([]string{c.Program, fmt.Sprint(c.Writers), o.BaseURL, o.Within, fmt.Sprint(o.Unmended), t.Program, t.Shard.String()}, c.Options...)
	return in.Key(seen...)
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
