package forms

import (
	"net/http"
	"path"
	"strings"

	"tonggao/generator/amend"
	"tonggao/generator/blank"
	"tonggao/generator/document"
	"tonggao/generator/draft"
	"tonggao/generator/message"
	"tonggao/generator/move"
	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/site"
)

// beginRegion makes of a form what tonggao new region does; in an empty folder the
// site's own settings too.
func beginRegion(_ *Forms, s *state, r *http.Request) (*proposal, error) {
	v := r.PostForm
	id := strings.Trim(strings.TrimSpace(v.Get("path")), "/")
	for part := range strings.SplitSeq(id, "/") {
		if !schema.Identifier.MatchString(part) {
			return nil, fieldError{"path", message.Errorf("%s cannot be a name: small Latin letters, figures and hyphens", part)}
		}
	}
	place := blank.Place{Files: s.options.Regions, Site: s.site()}
	if place.Has(id + "/region.toml") {
		return nil, fieldError{"path", message.Errorf("%s is there already", id+"/region.toml")}
	}
	if strings.TrimSpace(v.Get("name")) == "" {
		return nil, fieldError{"name", message.New("write the region's name")}
	}
	files, err := place.Begin(blank.Region{ID: id, Name: strings.TrimSpace(v.Get("name")), Issuer: strings.TrimSpace(v.Get("issuer")), Code: strings.TrimSpace(v.Get("code"))})
	if err != nil {
		return nil, fieldError{"path", err}
	}
	for i := range files {
		if files[i].Name != "site.toml" {
			continue
		}
		if files[i].Text, err = amend.Set(files[i].Text, nil, siteValues(v.Get("site"), v.Get("base_url"))); err != nil {
			return nil, err
		}
	}
	return &proposal{Title: message.Say("begin the region %s", v.Get("name")), Back: Path, Files: begun(files)}, nil
}

// begun are files as rewrites of nothing.
func begun(files []blank.File) (all []move.Rewrite) {
	for _, one := range files {
		all = append(all, move.Rewrite{Name: one.Name, Text: one.Text})
	}
	return all
}

// siteValues are the site's settings that a form has; what is left empty stays.
func siteValues(name, address string) (values []amend.Value) {
	for _, one := range [][2]string{{"name", name}, {"base_url", strings.TrimRight(address, "/")}} {
		if said := strings.TrimSpace(one[1]); said != "" {
			values = append(values, amend.Value{Key: one[0], Written: amend.Quote(said)})
		}
	}
	return values
}

// settings changes the site's name and address.
func settings(_ *Forms, s *state, r *http.Request) (*proposal, error) {
	old := s.text("site.toml")
	text, err := amend.Set(old, nil, siteValues(r.PostForm.Get("site"), r.PostForm.Get("base_url")))
	return &proposal{Title: message.Say("change the settings of the site"), Back: Path, Files: []move.Rewrite{{Name: "site.toml", Old: old, Text: text}}}, err
}

// beginNotice makes of a form what tonggao new notice does: an empty notice, or one that
// is drafted from the office's own file.
func beginNotice(f *Forms, s *state, r *http.Request) (*proposal, error) {
	v := r.PostForm
	region := s.site().Region(v.Get("region"))
	if region == nil {
		return nil, fieldError{"region", message.New("choose the region; while the site has errors none can be chosen")}
	}
	if !schema.IsFolder(v.Get("folder")) {
		return nil, fieldError{"folder", message.Errorf("%s cannot be a name: small Latin letters, figures and hyphens", v.Get("folder"))}
	}
	id := region.ID + "/" + v.Get("folder")
	if (blank.Place{Files: s.options.Regions}).Has(id + "/notice.toml") {
		return nil, fieldError{"folder", message.Errorf("%s is there already", id+"/notice.toml")}
	}
	day := f.house.Today()
	if said := v.Get("issued"); said != "" {
		var err error
		if day, err = site.ParseDay(said); err != nil {
			return nil, fieldError{"issued", message.Errorf("the day %s %w", said, err)}
		}
	}
	p := &proposal{Title: message.Say("begin the notice %s", id), Back: back(map[string][]string{"notice": {id}})}
	raw, err := upload(r, "document")
	if err != nil {
		return nil, fieldError{"document", err}
	}
	if len(raw) > 0 {
		given := site.Day{}
		if v.Get("issued") != "" {
			given = day
		}
		return p, drafted(p, region, id, given, r.MultipartForm.File["document"][0].Filename, raw)
	}
	n := blank.Notice{ID: id, Title: strings.TrimSpace(v.Get("title")), Issued: day, Region: region}
	for _, one := range v["service"] {
		if known := region.Vocabulary.Service(one); known != nil {
			n.Services = append(n.Services, known)
		}
	}
	p.Files = begun(n.Files())
	return p, nil
}

// drafted drafts a notice from an office's file.
func drafted(p *proposal, region *site.Region, id string, issued site.Day, filename string, raw []byte) error {
	name := path.Base(strings.ReplaceAll(filename, `\`, "/"))
	read, problems := document.Read(name, raw)
	if read == nil {
		return unread(problems)
	}
	p.Doubts = problems
	set := draft.In(region)
	set.Issued, set.Where = issued, read.Where
	made, problems := draft.From(name, read.Words, set)
	if made == nil {
		return unread(read.InFile(problems))
	}
	for _, one := range made {
		p.Files = append(p.Files, move.Rewrite{Name: id + "/" + one.Name, Text: one.Content})
	}
	return nil
}

// unread is why a file gives no notice.
func unread(problems problem.List) error {
	if len(problems) == 0 {
		return message.New("the file holds no notice")
	}
	return fieldError{"document", message.Errorf("%s: %s", problems[0].Wrong, problems[0].Advice)}
}
