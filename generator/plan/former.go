package plan

import (
	"strings"

	"tonggao/generator/site"
)

// formers are, for everything that had another name, what stands at its former
// addresses: a page that leads on for each page, and the file itself for each file,
// since a calendar that is subscribed to or a sheet that is linked follows no page.
func formers(outputs []Output) []Output {
	var all []Output
	for i := range outputs {
		for _, path := range outputs[i].formerPaths() {
			old := outputs[i]
			old.Path, old.Leads = path, old.Path
			if old.Format == HTML {
				old.Kind = MovedPage
			}
			all = append(all, old)
		}
	}
	return all
}

// Original is the output whose bytes stand at a former address: the output itself, but
// for a copy.
func (o Output) Original() Output {
	if o.Leads != "" && o.Kind != MovedPage {
		o.Path, o.Leads = o.Leads, ""
	}
	return o
}

// FirstPath is the path at which the output was first published, and by which
// calendars and feeds know it for ever.
func (o Output) FirstPath() string {
	dir, _ := o.owner()
	switch {
	case o.Milestone != nil:
		return o.under(dir, o.Notice.First()+"/"+o.Milestone.First())
	case o.Notice != nil:
		return o.under(dir, o.Notice.First())
	case o.Region != nil:
		return o.under(dir, o.Region.First())
	}
	return o.Path
}

// owner is the folder of what the output belongs to, and those that it had.
func (o Output) owner() (dir string, former []string) {
	switch {
	case o.Milestone != nil:
		m := o.Milestone
		for _, notice := range append([]string{o.Notice.ID}, o.Notice.Former...) {
			for _, id := range append([]string{m.ID}, m.Former...) {
				former = append(former, notice+"/"+id)
			}
		}
		return former[0], former[1:]
	case o.Notice != nil:
		return o.Notice.ID, o.Notice.Former
	case o.Region != nil:
		return o.Region.ID, o.Region.Former
	}
	return "", nil
}

func (o *Output) formerPaths() []string {
	if (o.Region == nil || len(o.Region.Former) == 0) && (o.Notice == nil || len(o.Notice.Former) == 0) && (o.Milestone == nil || len(o.Milestone.Former) == 0) {
		return nil // as nearly all
	}
	var paths []string
	dir, former := o.owner()
	for _, old := range former {
		paths = append(paths, o.under(dir, old))
	}
	return paths
}

// under is the output's path with another folder in the place of its owner's, in its
// language.
func (o Output) under(dir, other string) string {
	language := ""
	if o.Language != site.Chinese {
		language = In(o.Language, "")
	}
	return language + other + strings.TrimPrefix(strings.TrimPrefix(o.Path, language), dir)
}
