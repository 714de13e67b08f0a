package command

import (
	"context"
	"errors"
	"os"
	"os/signal"

	"github.com/spf13/cobra"

	"tonggao/generator"
	"tonggao/generator/manifest"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/profile"
	"tonggao/generator/publish"
	"tonggao/generator/usage"
)

func (t *terminal) build() *cobra.Command {
	var f files
	target := generator.Target{Program: programName()}
	var profiles profile.Asked
	key, shard := "", ""
	c := &cobra.Command{
		Use: "build", Short: "build the site: regions/ to output/", Args: usage.Between(0, 0),
		Example: `  tonggao build
  tonggao build --only jiangsu/suzhou --output preview
  tonggao build --base-url https://tonggao.example --sign tonggao.key`,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := filled(c, "sign", "output"); err != nil {
				return err
			}
			o, err := t.options(f)
			if err == nil {
				target.Signer, err = t.keyboard().Signer(key)
			}
			if err == nil {
				err = reusable(target.Reuse)
			}
			if err == nil {
				err = published(f.against)
			}
			target.Against = f.against
			if err != nil {
				return err
			}
			if target.Jobs < 0 {
				return message.Errorf("--jobs %d: it is a number of outputs, or 0 for two more than processors", target.Jobs)
			}
			if target.Inputs = []string{f.regions}; f.templates != "" {
				target.Inputs = append(target.Inputs, f.templates)
			}
			if target.Signer != nil {
				o.Plan.PublicKey = target.Signer.PublicKey()
			}
			if shard != "" {
				if target.Shard, err = generator.ParseShard(shard); err != nil {
					return message.Errorf("--shard: %w", err)
				}
			}
			end, err := profiles.Watch()
			if err != nil {
				return err
			}
			return errors.Join(t.buildSite(o, target), end())
		},
	}
	f.flags(c)
	f.compared(c, againstBefore)
	t.flags(c)
	c.Flags().StringVar(&target.Output, "output", "output", "`folder` to publish into")
	c.Flags().BoolVar(&target.Force, "force", false, "replace a folder that holds files tonggao did not make")
	c.Flags().StringVar(&key, "sign", "", "minisign secret key `file` to sign the manifest with (or TONGGAO_SIGN_KEY: the key itself)")
	c.Flags().BoolVar(&target.Unrecorded, "unrecorded", false, "publish facts that differ from the published ones without a move or a revision, and without addresses that were published")
	c.Flags().BoolVar(&target.Unsigned, "unsigned", false, "publish without a signature over a folder that is signed")
	c.Flags().StringSliceVar(&target.Reuse, "reuse", nil, "`folders` of other builds to take unchanged files from, such as shards")
	c.Flags().StringVar(&shard, "shard", "", "build one `part` of several, such as 2/8: a build with --reuse joins them")
	profiles.Flags(c.Flags())
	c.Flags().IntVar(&target.Jobs, "jobs", 0, "how `many` outputs to make at a time (default: two more than processors)")
	return c
}

// reusable refuses a folder to take files from that is not there: in a pipeline a
// shard was lost or named wrongly, and all of it would be rendered again unsaid.
func reusable(dirs []string) error {
	for _, dir := range dirs {
		if _, err := folder(dir); err != nil {
			return message.Errorf("--reuse: %w", err)
		}
	}
	return nil
}

// published refuses a folder to compare with in which nothing is published.
func published(dir string) error {
	if dir == "" {
		return nil
	}
	if _, err := manifest.Load(dir, ""); err != nil {
		return message.Errorf("--against: %w", err)
	}
	return nil
}

func (t *terminal) buildSite(o generator.Options, target generator.Target) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	target.Waiting = func() { t.warn("another build is writing %s - waiting for it", target.Output) }
	bar := t.progress()
	target.Progress = bar.step
	profile.Roomy()
	watch := startStopwatch()
	o.At = watch.at
	summary, problems, err := generator.Build(ctx, o, target)
	bar.end()
	watch.at("")
	if err != nil {
		return err
	}
	weigh(&problems, target.Output, summary.Bytes)
	if err := t.report(problems, false); err != nil {
		return err
	}
	t.built(summary, target.Options, watch)
	return nil
}

// built prints the one line that says what was made.
func (t *terminal) built(s generator.Summary, o publish.Options, w *stopwatch) {
	took := w.last.Sub(w.began)
	if t.json {
		t.line(map[string]any{"built": s, "seconds": took.Seconds(), "steps": w.seconds})
		return
	}
	if !t.quiet {
		t.tell("built %s: %d files (%d unchanged), %.1f MB in %.2f s → %s", s.Counts.Words(), s.Files, s.Reused, float64(s.Bytes)/1e6, took.Seconds(), o.Output)
		if s.Unrecorded > 0 {
			t.tell("published all the same: %s from what was published, without a record", message.Count(s.Unrecorded, "1 difference", "%d differences"))
		}
	}
}

// hostLimit is what GitHub Pages takes for one site, in octets, and nearLimit
// where the clerk should hear of it.
const (
	hostLimit = 1_000_000_000
	nearLimit = hostLimit * 4 / 5
)

// weigh warns of a site that is almost too large for a host, or is so already.
func weigh(problems *problem.List, output string, octets int64) {
	if octets < nearLimit {
		return
	}
	problems.Warn(problem.Position{File: output},
		"make bundles only where a hall is off the net (bundles = [] in site.toml), or build a site a province (--only), or take a host without that limit",
		"the site has %.2f GB; GitHub Pages takes 1 GB for one site", float64(octets)/1e9)
}
