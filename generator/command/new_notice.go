package command

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"time"

	"tonggao/generator/blank"
	"tonggao/generator/origin"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

func (t *terminal) beginNotice(b beginning, now time.Time) error {
	d, err := t.desktop(b.regions)
	if err != nil {
		return err
	}
	region := d.site.Region(path.Dir(b.path))
	if region == nil {
		return fmt.Errorf("%w - if it is new: tonggao new region %s", unknown("region "+path.Dir(b.path), path.Dir(b.path), regionIDs(d.site)), path.Dir(b.path))
	}
	if d.has(b.path + "/notice.toml") {
		return fmt.Errorf("%s is there already", path.Join(filepath.ToSlash(b.regions), b.path, "notice.toml"))
	}
	origins, _, err := source.ReadOrigins(d.fsys)
	if err != nil {
		return err
	}
	n := b.notice
	n.ID, n.Region, n.Issued = b.path, region, site.DayOf(now)
	if b.issued != "" {
		if n.Issued, err = site.ParseDay(b.issued); err != nil {
			return fmt.Errorf("--issued %s %w; write 2021-12-20", b.issued, err)
		}
	}
	if inherited := noticeOf(region, path.Base(b.path)); inherited != nil {
		values, _ := origins.Explain(b.path)
		above := path.Join(path.Dir(region.ID), path.Base(b.path))
		return t.begin(b, d, blank.Overlay{ID: b.path, Inherited: inherited, Values: values, Above: above}.Files(), "take the # away from what is different here; see it with: tonggao serve")
	}
	if b.from != "" {
		n.Milestones, err = b.copied(d, origins, region)
	} else {
		n.Services, err = b.stopping(region)
	}
	if err != nil {
		return err
	}
	return t.begin(b, d, n.Files(), askFor+"; see it with: tonggao serve")
}

func regionIDs(s *site.Site) []string {
	var ids []string
	for _, r := range s.Regions {
		ids = append(ids, r.ID)
	}
	return ids
}

// noticeOf finds the notice that a region issues under a folder's name.
func noticeOf(r *site.Region, folder string) *site.Notice {
	for _, n := range r.Notices {
		if n.Folder == folder {
			return n
		}
	}
	return nil
}

// stopping are the services that were asked for, or the first of the vocabulary.
func (b *beginning) stopping(r *site.Region) ([]*site.Service, error) {
	all := r.Vocabulary.Services
	if len(b.services) == 0 {
		return all[:min(1, len(all))], nil
	}
	var services []*site.Service
	for _, id := range b.services {
		s := r.Vocabulary.Service(id)
		if s == nil {
			var ids []string
			for _, known := range all {
				ids = append(ids, known.ID)
			}
			return nil, unknown("service "+id, id, ids)
		}
		services = append(services, s)
	}
	return services, nil
}

// copied are the milestones of another notice.
func (b *beginning) copied(d desktop, origins *origin.Origins, r *site.Region) (*blank.Copy, error) {
	from := below(b.regions, b.from)
	if !origins.IsNotice(from) {
		return nil, unknownPath(origins, from)
	}
	values, _ := origins.Explain(from)
	theirs := d.site.Region(path.Dir(from)).Vocabulary
	for _, n := range d.site.Notices() {
		if n.ID == from {
			theirs = n.Vocabulary
		}
	}
	return blank.CopyOf(from, values, theirs, r.Vocabulary), nil
}

// refreshSchemas writes the schemas that the first lines of the files name, and
// the reference: they are the program's own, and follow its version.
func (t *terminal) refreshSchemas(regions string) error {
	dir := filepath.Join(regions, blank.SchemaDir)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	for _, kind := range schema.FileKinds {
		if err := os.WriteFile(filepath.Join(dir, blank.SchemaName(kind)), schema.JSON(kind), 0o666); err != nil {
			return fmt.Errorf("write schema: %w", err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "reference.md"), []byte(schema.Reference()), 0o666); err != nil {
		return fmt.Errorf("write reference: %w", err)
	}
	return nil
}
