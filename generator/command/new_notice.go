package command

import (
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"tonggao/generator/arrival"
	"tonggao/generator/blank"
	"tonggao/generator/message"
	"tonggao/generator/origin"
	"tonggao/generator/rewrite"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

func (t *terminal) beginNotice(b beginning, now time.Time) error {
	d, err := t.place(b.regions)
	if err != nil {
		return err
	}
	region := d.Site.Region(path.Dir(b.path))
	switch {
	case d.Site.Region(b.path) != nil:
		return message.Errorf("%[1]s is a region: name the notice too, such as %[1]s/2026-upgrade", b.path)
	case !strings.Contains(b.path, "/"):
		return message.Errorf("%s names no region: write REGION/NOTICE, such as jiangsu/2026-upgrade", path.Clean(b.path))
	case region == nil:
		return message.Errorf("%w - if it is new: tonggao new region %s", unknown(message.Say("region %s", path.Dir(b.path)), path.Dir(b.path), regionIDs(d.Site)), path.Dir(b.path))
	}
	if d.Has(b.path + "/notice.toml") {
		return message.Errorf("%s is there already", path.Join(filepath.ToSlash(b.regions), b.path, "notice.toml"))
	}
	if b.fromFile() {
		return t.beginFromFile(b, region)
	}
	origins, _, err := source.ReadOrigins(d.Files)
	if err != nil {
		return err
	}
	n := b.notice
	n.ID, n.Region, n.Issued = b.path, region, site.DayOf(now)
	if b.issued != "" {
		if n.Issued, err = site.ParseDay(b.issued); err != nil {
			return message.Errorf("--issued %s %w; write 2021-12-20", b.issued, err)
		}
	}
	if inherited := noticeOf(region, path.Base(b.path)); inherited != nil {
		values, _ := origins.Explain(b.path)
		above := path.Join(path.Dir(region.ID), path.Base(b.path))
		return t.begin(b, d, blank.Overlay{ID: b.path, Inherited: inherited, Values: values, Above: above}.Files(),
			message.Say("take the # away from what is different here; see it with: tonggao serve"))
	}
	if b.from != "" {
		n.Milestones, err = b.copied(d, origins, region)
	} else {
		n.Services, err = b.stopping(region)
	}
	if err != nil {
		return err
	}
	return t.begin(b, d, n.Files(), message.Say("fill in what stands between 【 and 】 and what 请填写 asks for; see it with: tonggao serve"))
}

// fromFile reports whether --from names a file rather than a notice, which is a folder: no
// folder's name has a point.
func (b *beginning) fromFile() bool {
	about, err := os.Stat(b.from)
	file := err == nil && about.Mode().IsRegular() || path.Ext(arrival.Path(b.regions, b.from)) != ""
	return b.from == "-" || file && path.Base(arrival.Slashed(b.from)) != "notice.toml"
}

// beginFromFile drafts the notice from an office's file, as audit --draft does.
func (t *terminal) beginFromFile(b beginning, r *site.Region) error {
	switch {
	case b.notice.Title != "":
		return message.New("--from FILE takes the title from the file: leave --title out")
	case len(b.services) > 0:
		return message.New("--from FILE takes the services from the file: leave --service out")
	case noticeOf(r, path.Base(b.path)) != nil:
		return message.Errorf("%s issues the %s of a region above already: name another folder", r.ID, path.Base(b.path))
	}
	text, err := t.readText(b.from)
	if err != nil {
		return err
	}
	if err := rewrite.Schemas(filepath.Join(b.regions, blank.SchemaDir)); err != nil {
		return err
	}
	return t.draftNotice(auditing{regions: b.regions, draft: filepath.Join(b.regions, filepath.FromSlash(b.path)), text: nameOfText(b.from), issued: b.issued}, text)
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
			return nil, unknown(message.Say("service %s", id), id, ids)
		}
		services = append(services, s)
	}
	return services, nil
}

// copied are the milestones of another notice.
func (b *beginning) copied(d blank.Place, origins *origin.Origins, r *site.Region) (*blank.Copy, error) {
	from := arrival.Path(b.regions, b.from)
	if !origins.IsNotice(from) {
		return nil, unknownPath(origins, from)
	}
	values, _ := origins.Explain(from)
	of := d.Site.Region(path.Dir(from))
	theirs := of.Vocabulary
	if n := noticeOf(of, path.Base(from)); n != nil {
		theirs = n.Vocabulary
	}
	return blank.CopyOf(from, values, theirs, r.Vocabulary), nil
}
