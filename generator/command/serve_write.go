package command

import (
	"context"
	"crypto/rand"
	"net/http"
	"path/filepath"
	"slices"
	"time"

	"tonggao/generator"
	"tonggao/generator/blank"
	"tonggao/generator/forms"
	"tonggao/generator/message"
	"tonggao/generator/move"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// writing lays the forms over a served site: they write into its files.
func (t *terminal) writing(f files, below http.Handler) http.Handler {
	house := forms.House{
		Options: func() (generator.Options, error) { return t.options(f) },
		Write:   func(all []move.Rewrite) error { return t.writeForms(f, all) },
		Publish: func(ctx context.Context) (message.Text, problem.List, error) { return t.publishForms(ctx, f) },
		Today:   func() site.Day { return site.DayOf(time.Now()) },
		Program: programName(),
		Speaks:  t.lang,
	}
	all := http.NewServeMux()
	all.Handle(forms.Path, forms.New(house, rand.Text()))
	all.Handle("/", below)
	return all
}

// writeForms writes what a form proposes; new files name schemas, which come with them.
func (t *terminal) writeForms(f files, all []move.Rewrite) error {
	if slices.ContainsFunc(all, func(one move.Rewrite) bool { return one.Old == "" }) {
		if err := schemasInto(filepath.Join(f.regions, blank.SchemaDir)); err != nil {
			return err
		}
	}
	return replace(f.regions, all)
}

// publishForms builds the site into the folder that build publishes into.
func (t *terminal) publishForms(ctx context.Context, f files) (message.Text, problem.List, error) {
	o, err := t.options(f)
	if err != nil {
		return message.Text{}, nil, err
	}
	target := generator.Target{Program: programName()}
	target.Output, target.Inputs, target.Against = "output", []string{f.regions}, f.against
	if f.templates != "" {
		target.Inputs = append(target.Inputs, f.templates)
	}
	sum, problems, err := generator.Build(ctx, o, target)
	return message.Say("published into %s: %s, %d files", target.Output, sum.Counts.Words(), sum.Files), problems, err
}
