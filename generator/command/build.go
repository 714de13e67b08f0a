package command

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"time"

	"github.com/spf13/cobra"

	"tonggao/generator"
	"tonggao/generator/publish"
)

func (t *terminal) build() *cobra.Command {
	var f files
	target := generator.Target{Program: programName()}
	key := ""
	c := &cobra.Command{
		Use: "build", Short: "build the site: regions/ to output/", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			o, err := t.options(f)
			if err == nil {
				target.Signer, err = signer(key)
			}
			if err != nil {
				return err
			}
			if target.Signer != nil {
				o.Plan.PublicKey = target.Signer.PublicKey()
			}
			return t.buildSite(o, target)
		},
	}
	f.flags(c)
	t.flags(c)
	c.Flags().StringVar(&target.Output, "output", "output", "`folder` to publish into")
	c.Flags().BoolVar(&target.Force, "force", false, "replace a folder that holds files tonggao did not make")
	c.Flags().StringVar(&key, "sign", "", "minisign secret key `file` to sign the manifest with (or TONGGAO_SIGN_KEY: the key itself)")
	c.Flags().StringSliceVar(&target.Reuse, "reuse", nil, "`folders` of other builds to take unchanged files from, such as shards")
	c.Flags().IntVar(&target.Jobs, "jobs", 0, "how `many` outputs to render at a time (default: one a processor)")
	return c
}

func (t *terminal) buildSite(o generator.Options, target generator.Target) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	target.Waiting = func() { fmt.Fprintln(t.err, "another build is writing", target.Output, "- waiting for it") }
	bar := t.progress()
	target.Progress = bar.step
	began := time.Now()
	summary, problems, err := generator.Build(ctx, o, target)
	bar.end()
	if err != nil {
		return err
	}
	if err := t.report(problems, false); err != nil {
		return err
	}
	t.built(summary, target.Options, time.Since(began))
	return nil
}

// built prints the one line that says what was made.
func (t *terminal) built(s generator.Summary, o publish.Options, took time.Duration) {
	if t.json {
		t.line(map[string]any{"built": s, "seconds": took.Seconds()})
		return
	}
	if !t.quiet {
		fmt.Fprintf(t.out, "built %s: %d files (%d unchanged), %.1f MB in %.2f s → %s\n", s.Counts, s.Files, s.Reused, float64(s.Bytes)/1e6, took.Seconds(), o.Output)
	}
}
