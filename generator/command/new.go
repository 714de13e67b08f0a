package command

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"tonggao/generator"
	"tonggao/generator/amend"
	"tonggao/generator/blank"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/source"
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
		Args: between(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			b.path = below(b.regions, args[0])
			return t.beginRegion(b)
		},
		ValidArgsFunction: paths(&b.regions, toRegions),
	}
	b.flags(t, c)
	c.Flags().StringVar(&b.region.Name, "name", "", "the region's `name`, such as 常熟市")
	c.Flags().StringVar(&b.region.Issuer, "issuer", "", "who signs its notices (default: like its neighbours)")
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
		Example: `  tonggao new notice jiangsu/suzhou/changshu/2024-upgrade --service settlement,counter
  tonggao new notice jiangsu/suzhou/2025-upgrade --from jiangsu/suzhou/2021-platform
  tonggao new notice jiangsu/suzhou/2025-upgrade --from 关于暂停业务的通告.docx`,
		Args: between(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			b.path = below(b.regions, args[0])
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

// A desktop is what stands in the regions folder before something is added.
type desktop struct {
	fsys fs.FS
	site *site.Site // empty for a new folder
}

// desktop reads the folder; one that is missing or empty is a new one.
func (t *terminal) desktop(regions string) (desktop, error) {
	if err := os.MkdirAll(regions, 0o777); err != nil {
		return desktop{}, message.Errorf("make folder: %w", err)
	}
	fsys, err := folder(regions)
	if err != nil {
		return desktop{}, err
	}
	if _, err := fs.Stat(fsys, "site.toml"); errors.Is(err, fs.ErrNotExist) {
		return desktop{fsys, &site.Site{}}, nil
	}
	s, problems, err := source.Read(fsys)
	if err != nil {
		return desktop{}, err
	}
	if s == nil {
		t.warn("mend these first:")
		return desktop{}, t.report(problems, false)
	}
	return desktop{fsys, s}, nil
}

func (d desktop) has(name string) bool {
	_, err := fs.Stat(d.fsys, name)
	return err == nil
}

func (t *terminal) beginRegion(b beginning) error {
	d, err := t.desktop(b.regions)
	if err != nil {
		return err
	}
	if d.has(b.path + "/region.toml") {
		return message.Errorf("%s is there already", path.Join(b.regions, b.path, "region.toml"))
	}
	var files []blank.File
	if !d.has("site.toml") {
		files = append(files, blank.Site())
	}
	for _, above := range upward(path.Dir(b.path)) {
		if d.has(above + "/region.toml") {
			continue
		}
		if near := problem.Nearest(path.Base(above), d.neighbours(above)); near != "" {
			return message.Errorf("there is no region %s; did you mean %s? If not: tonggao new region %s", above, path.Join(path.Dir(above), near), above)
		}
		files = append(files, blank.Region{ID: above, Above: d.above(above)}.File())
	}
	r := b.region
	r.ID, r.Above = b.path, d.above(b.path)
	if r.Issuer == "" {
		r.Issuer = blank.IssuerOf(r.Name, d.nearest(b.path))
	}
	return t.begin(b, d, append(files, r.File()), message.Say("fill in what stands between 【 and 】 and what 请填写 asks for; then: tonggao new notice %s/…", b.path))
}

// upward lists a folder and those above it, the topmost first.
func upward(dir string) []string {
	var all []string
	for ; dir != "."; dir = path.Dir(dir) {
		all = append(all, dir)
	}
	slices.Reverse(all)
	return all
}

// above is the region above a folder, nil at the top or where it is missing too.
func (d desktop) above(id string) *site.Region { return d.site.Region(path.Dir(id)) }

// neighbours are the names of the folders beside a region's.
func (d desktop) neighbours(id string) []string {
	var names []string
	for _, r := range d.site.Regions {
		if path.Dir(r.ID) == path.Dir(id) {
			names = append(names, path.Base(r.ID))
		}
	}
	return names
}

// nearest lists the regions by how near they are: above, beside, anywhere.
func (d desktop) nearest(id string) []*site.Region {
	near := slices.Clone(d.site.Regions)
	slices.SortStableFunc(near, func(a, b *site.Region) int { return shared(b.ID, id) - shared(a.ID, id) })
	return near
}

// shared is how many folders two paths begin with alike.
func shared(a, b string) int {
	n := 0
	x, y := strings.Split(a, "/"), strings.Split(b, "/")
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n
}

// begin checks the site as it would be, and writes the files that are new.
func (t *terminal) begin(b beginning, d desktop, files []blank.File, next message.Text) error {
	texts := map[string]string{}
	for _, f := range files {
		if d.has(f.Name) {
			return message.Errorf("%s is there already", path.Join(filepath.ToSlash(b.regions), f.Name))
		}
		texts[f.Name] = f.Text
	}
	p, _, problems, err := generator.Prepare(generator.Options{Regions: amend.Over(d.fsys, texts), Look: t.look})
	if err != nil {
		return err
	}
	if p == nil {
		t.warn("nothing is written, since this would not check:")
		return t.report(problems, false)
	}
	if err := t.refreshSchemas(b.regions); err != nil {
		return err
	}
	for _, f := range files {
		if err := create(filepath.Join(b.regions, filepath.FromSlash(f.Name)), f.Text); err != nil {
			return err
		}
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

// create writes a file that must not be there yet.
func create(name, text string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return message.Errorf("make folder: %w", err)
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return message.Errorf("write file: %w", err)
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Close()); err != nil {
		return message.Errorf("write file: %w", err)
	}
	return nil
}
