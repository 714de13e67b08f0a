package command

import (
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	"net/http"
	"os"
	"time"

	"tonggao/generator"
	"tonggao/generator/forms"
	"tonggao/generator/manifest"
	"tonggao/generator/message"
	"tonggao/generator/move"
	"tonggao/generator/problem"
	"tonggao/generator/rewrite"
	"tonggao/generator/signing"
	"tonggao/generator/site"
)

// writing lays the forms over a served site: they write into its files.
func (t *terminal) writing(f files, below http.Handler) http.Handler {
	house := forms.House{
		Options: func() (generator.Options, error) { return t.options(f) },
		Write:   func(all []move.Rewrite) error { return rewrite.WithSchemas(f.regions, all) },
		Publish: func(ctx context.Context, s forms.Signature) (message.Text, problem.List, error) {
			return t.publishForms(ctx, f, s)
		},
		Output:  publishedNow,
		Today:   func() site.Day { return site.DayOf(time.Now()) },
		Program: programName(),
		Speaks:  t.lang,
	}
	all := http.NewServeMux()
	all.Handle(forms.Path, forms.New(house, rand.Text()))
	all.Handle("/", below)
	return all
}

// publishedIn is the folder that build publishes into, and so do the forms.
const publishedIn = "output"

// publishedNow is what stands there.
func publishedNow() forms.Output {
	o := forms.Output{Key: os.Getenv("TONGGAO_SIGN_KEY") != ""}
	if _, err := manifest.Load(publishedIn, ""); err != nil {
		return o // nothing that could be compared
	}
	o.Tree = os.DirFS(publishedIn)
	_, err := fs.Stat(o.Tree, manifest.SignatureName)
	o.Signed = err == nil
	return o
}

// publishForms builds the site into the folder that build publishes into.
func (t *terminal) publishForms(ctx context.Context, f files, signature forms.Signature) (message.Text, problem.List, error) {
	o, err := t.options(f)
	if err != nil {
		return message.Text{}, nil, err
	}
	target := generator.Target{Program: programName()}
	target.Output, target.Inputs, target.Against = publishedIn, []string{f.regions}, f.against
	if f.templates != "" {
		target.Inputs = append(target.Inputs, f.templates)
	}
	target.Signer, err = signing.Given(signature.Key, signature.Password)
	switch {
	case errors.Is(err, manifest.ErrPassword):
		return message.Text{}, nil, forms.Beside("password", err)
	case err != nil:
		return message.Text{}, nil, forms.Beside("key", err)
	case target.Signer != nil:
		o.Plan.PublicKey = target.Signer.PublicKey()
	case publishedNow().Signed:
		return message.Text{}, nil, forms.Beside("key", message.New("what is published is signed: choose the file of the key that signs it, such as E:\\tonggao.key on the USB stick, and type its password"))
	}
	sum, problems, err := generator.Build(ctx, o, target)
	done := message.Say("published into %s: %s, %d files", target.Output, sum.Counts.Words(), sum.Files)
	if target.Signer != nil {
		done = message.Say("%s, signed", done)
	}
	return done, problems, err
}
