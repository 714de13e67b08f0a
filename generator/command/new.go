package command

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"tonggao/generator"
	"tonggao/generator/amend"
	"tonggao/generator/arrival"
	"tonggao/generator/blank"
	"tonggao/generator/message"
	"tonggao/generator/move"
	"tonggao/generator/rewrite"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/usage"
)

func (t *terminal) new() *cobra.Command {
	c := &cobra.Command{
		Use: "new", Short: "begin a region or a notice with files that explain themselves",
		Example: `  tonggao new region jiangsu --name 江苏省
  tonggao new notice jiangsu/2026-upgrade`,
		Args: func(_ *cobra.Command, args []string) error {
			return message.New("new what? tonggao new region PATH, or tonggao new notice PATH")
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	c.AddCommand(t.newRegion(), t.newNotice())
	return c
}

// A beginning is what new was asked for.
type beginning struct {
	regions, path string
	region        blank.Region
	notice        blank.Notice
	services      []string
	from, issued  string
}

func (t *terminal) newRegion() *cobra.Command {
	var b beginning
	c := &cobra.Command{
		Use: "region PATH", Short: "begin a region: region.toml, and what is missing above it",
		Long: `New region writes region.toml into a new folder, filled in from the region above
and its neighbours. In an empty folder it writes site.toml too. It never writes
over a file.`,
		Example: `  tonggao new region jiangsu --name 江苏省
  tonggao new region jiangsu/suzhou/changshu --name 常熟市 --code 320581`,
		Args: usage.Between(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			b.path = arrival.Path(b.regions, args[0])
			return t.beginRegion(b)
		},
		ValidArgsFunction: paths(&b.regions, toRegions),
	}
	b.flags(t, c)
	c.Flags().StringVar(&b.region.Name, "name", "", "the region's `name`, such as 常熟市")
	c.Flags().StringVar(&b.region.Issuer, "issuer", "", "`office` that signs its notices (default: like its neighbours)")
	c.Flags().StringVar(&b.region.Code, "code", "", "its GB/T 2260 `code`")
	return c
}

func (t *terminal) newNotice() *cobra.Command {
	var b beginning
	c := &cobra.Command{
		Use: "notice PATH", Short: "begin a notice: notice.toml and its text",
		Long: `New notice writes notice.toml and three pieces of text into a new folder of a
region: a stop and a recovery of a service of the vocabulary, their times still to
be filled in. With --from NOTICE the milestones are those of another notice; with
--from FILE the notice is drafted from the office's own file (.docx, PDF with text,
web page, plain text), as tonggao audit FILE --draft does. Where the region issues
a notice of this name from above already, the new notice.toml has all of it in
comments, to change what is different here. It never writes over a file.`,
		Example: `  tonggao new notice jiangsu/suzhou/changshu/2024-upgrade --service "settlement,counter"
  tonggao new notice jiangsu/suzhou/2025-upgrade --from jiangsu/suzhou/2021-platform
  tonggao new notice jiangsu/suzhou/2025-upgrade --from 关于暂停业务的通告.docx`,
		Args: usage.Between(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			b.path = arrival.Path(b.regions, args[0])
			return t.beginNotice(b, time.Now())
		},
		ValidArgsFunction: paths(&b.regions, toRegions),
	}
	b.flags(t, c)
	c.Flags().StringVar(&b.notice.Title, "title", "", "its `title`, without times; {{issuer}} and {{region}} may stand in it")
	c.Flags().StringVar(&b.issued, "issued", "", "the `day` of issue (default: today)")
	c.Flags().StringSliceVar(&b.services, "service", nil, "the `services` that stop (default: the first of the vocabulary)")
	c.Flags().StringVar(&b.from, "from", "", "take the milestones of another `notice`, without their times; or draft it from a file")
	complete(c, "from", noticesOrFiles(&b.regions))
	return c
}

func (b *beginning) flags(t *terminal, c *cobra.Command) {
	c.Flags().StringVar(&b.regions, "regions", "regions", "`folder` with site.toml and the regions")
	t.flags(c)
}

// place reads the regions folder; one that is missing or empty is a new one.
func (t *terminal) place(regions string) (blank.Place, error) {
	if err := os.MkdirAll(regions, 0o777); err != nil {
		return blank.Place{}, message.Errorf("make folder: %w", err)
	}
	fsys, err := folder(regions)
	if err != nil {
		return blank.Place{}, err
	}
	if _, err := fs.Stat(fsys, "site.toml"); errors.Is(err, fs.ErrNotExist) {
		return blank.Place{Files: fsys, Site: &site.Site{}}, nil
	}
	s, problems, err := source.Read(fsys)
	if err != nil {
		return blank.Place{}, err
	}
	if s == nil {
		t.warn("mend these first:")
		return blank.Place{}, t.report(problems, false)
	}
	return blank.Place{Files: fsys, Site: s}, nil
}

func (t *terminal) beginRegion(b beginning) error {
	d, err := t.place(b.regions)
	if err != nil {
		return err
	}
	if d.Has(b.path + "/region.toml") {
		return message.Errorf("%s is there already", path.Join(b.regions, b.path, "region.toml"))
	}
	r := b.region
	r.ID = b.path
	files, err := d.Begin(r)
	if err != nil {
		return err
	}
	return t.begin(b, d, files, message.Say("fill in what stands between 【 and 】 and what 请填写 asks for; then: tonggao new notice %s/…", b.path))
}

// begin checks the site as it would be, and writes the files that are new.
func (t *terminal) begin(b beginning, d blank.Place, files []blank.File, next message.Text) error {
	texts := map[string]string{}
	var all []move.Rewrite
	for _, f := range files {
		if d.Has(f.Name) {
			return message.Errorf("%s is there already", path.Join(filepath.ToSlash(b.regions), f.Name))
		}
		texts[f.Name] = f.Text
		all = append(all, move.Rewrite{Name: f.Name, Text: f.Text})
	}
	p, _, problems, err := generator.Prepare(generator.Options{Regions: amend.Over(d.Files, texts), Look: t.look})
	if err != nil {
		return err
	}
	if p == nil {
		t.warn("nothing is written, since this would not check:")
		return t.report(problems, false)
	}
	if err := rewrite.WithSchemas(b.regions, all); err != nil {
		return err
	}
	for _, f := range files {
		if t.json {
			t.line(map[string]string{"written": path.Join(filepath.ToSlash(b.regions), f.Name)})
		} else if !t.quiet {
			t.tell("written: %s", path.Join(filepath.ToSlash(b.regions), f.Name))
		}
	}
	if !t.json && !t.quiet {
		t.tell("%s", next)
	}
	return nil
}
