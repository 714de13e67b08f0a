package generator

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/publish"
	"tonggao/generator/testkit"
)

// TestShardsJoinToTheWhole builds a country in one go and in three shards, joins
// these, and finds the same bytes; and that the join made nothing but what
// belongs to the whole site.
func TestShardsJoinToTheWhole(t *testing.T) {
	dir := t.TempDir()
	o := Options{Regions: testkit.Nation(7), Look: look.New(os.DirFS("../templates"))}
	build := func(name string, target Target) Summary {
		target.Output, target.Program = filepath.Join(dir, name), "tonggao test"
		s, problems, err := Build(context.Background(), o, target)
		if err != nil || problems.Failed() {
			t.Fatal(name, err, problems)
		}
		return s
	}
	whole := build("whole", Target{})
	var shards []string
	for i := range 3 {
		name := fmt.Sprint("shard-", i+1)
		s := build(name, Target{Shard: Shard{Number: i + 1, Of: 3}})
		if s.Files > whole.Files/2 {
			t.Errorf("%s made %d files of %d", name, s.Files, whole.Files)
		}
		shards = append(shards, filepath.Join(dir, name))
	}
	joined := build("joined", Target{Options: publish.Options{Reuse: shards}})
	same(t, "joined", filepath.Join(dir, "joined"), filepath.Join(dir, "whole"))
	p, _, err := Load(o)
	if err != nil {
		t.Fatal(err)
	}
	own := 0
	for _, x := range p.Outputs() {
		if x.Region == nil && x.Kind != plan.Asset {
			own++
		}
	}
	if made := joined.Files - joined.Reused; made != own {
		t.Errorf("the join made %d files, the site's own are %d", made, own)
	}
}

func TestParseShard(t *testing.T) {
	for written, good := range map[string]bool{"1/1": true, "8/8": true, "0/2": false, "3/2": false, "1": false, "1/": false, "1/2x": false, "-1/2": false, "01/2": false, "": false} {
		s, err := ParseShard(written)
		if (err == nil) != good || good && s.String() != written {
			t.Errorf("%q: %v, %v", written, s, err)
		}
	}
}
