package command

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"tonggao/generator/manifest"
	"tonggao/generator/message"
	"tonggao/generator/signing"
	"tonggao/generator/usage"
	"tonggao/generator/verify"
)

func (t *terminal) verify() *cobra.Command {
	var v verification
	c := &cobra.Command{
		Use: "verify [DIR | FILE | CODE]", Short: "tell whether a folder, a sheet, a calendar or a printed code is what it claims to be",
		Long: `Verify holds a published folder against its manifest: every file, and with --key
the signature. A single file or the short code on a sheet is looked up in the
manifest of a published folder (--against): which notice it belongs to, which
revision it is, whether that is the newest, and whether it is exact. Nothing is
fetched. The exit code is 1 when something is not what it claims to be.`,
		Example: `  tonggao verify
  tonggao verify poster.pdf --against output
  tonggao verify YXNP-SA9F --against output`,
		Args: usage.Between(0, 1),
		RunE: func(c *cobra.Command, args []string) error {
			target := "output"
			if len(args) > 0 {
				target = args[0]
			}
			err := filled(c, "key", "against")
			if err != nil {
				return err
			}
			if v.key, err = signing.PublicKey(v.key); err != nil {
				return err
			}
			err = t.verifyTarget(target, v)
			if target == "output" && errors.Is(err, fs.ErrNotExist) {
				return message.New("nothing is published in output yet: tonggao build makes it; or name the folder: tonggao verify FOLDER")
			}
			if errors.Is(err, manifest.ErrForged) {
				t.warn("tonggao: %v", err)
				return errContent
			}
			return err
		},
	}
	t.flags(c)
	c.Flags().StringVar(&v.against, "against", "", "published `folder` that is known to be the newest (default: output, for files and codes)")
	c.Flags().StringVar(&v.key, "key", "", "public `key` of the site, or its file; then the signature is checked too")
	return c
}

// largestSheet is how large a file may be that is looked up, in octets: it is read
// into memory, and somebody else may have sent it.
const largestSheet = 256 << 20

type verification struct{ against, key string }

func (t *terminal) verifyTarget(target string, v verification) error {
	info, missing := os.Stat(target)
	if missing == nil && info.IsDir() {
		return t.verifyFolder(target, v)
	}
	newest, err := manifest.Load(cmp.Or(v.against, "output"), v.key)
	if err != nil {
		return err
	}
	if missing != nil {
		if _, ok := verify.NormalCode(target); !ok {
			return message.Errorf("verify %s: there is no such file or folder, and it is no short code", target)
		}
		id := verify.Code(newest, target)
		return t.identified(target, id.OfCode(), id.Newest(), id, newest)
	}
	content, err := readSheet(target, largestSheet)
	if err != nil {
		return err
	}
	id := verify.Identify(newest, content)
	return t.identified(target, id.OfFile(), id.Exact(), id, newest)
}

// readSheet reads a file that somebody else may have made: what it says of its size
// is not believed, since a device says nothing.
func readSheet(name string, most int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, message.Errorf("read the file: %w", err)
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, most+1))
	if err != nil {
		return nil, message.Errorf("read the file: %w", err)
	}
	if int64(len(content)) > most {
		return nil, message.Errorf("verify %s: it has more than %d MB, as nothing has that is published by itself", name, most>>20)
	}
	return content, nil
}

// verifyFolder checks a folder against its own manifest, and its notices against
// those of a newer folder when there is one.
func (t *terminal) verifyFolder(dir string, v verification) error {
	m, err := manifest.Load(dir, v.key)
	if err != nil {
		return err
	}
	found, err := verify.Tree(dir, m)
	if err != nil {
		return err
	}
	if v.against != "" {
		newest, err := manifest.Load(v.against, v.key)
		if err != nil {
			return err
		}
		found = append(found, verify.Older(m, newest)...)
	}
	if t.json {
		t.line(map[string]any{"verified": dir, "files": m.Files.Len(), "signed": v.key != "", "good": len(found) == 0, "findings": found})
	} else {
		t.findings(dir, m, found, v.key != "")
	}
	if len(found) > 0 {
		return errContent
	}
	return nil
}

func (t *terminal) findings(dir string, m manifest.Manifest, found []verify.Finding, checked bool) {
	for _, f := range found {
		fmt.Fprintln(t.err, message.Visible(t.say("%s: %s", f.Path, f.What)))
	}
	switch {
	case len(found) > 0:
		t.warn("%s is not what its manifest says: %s", dir, message.Count(len(found), "1 finding", "%d findings"))
	case t.quiet:
	case checked:
		t.tell("%s: %d files are as published, and the signature is right", dir, m.Files.Len())
	default:
		t.tell("%s: %d files are as the manifest says; whose manifest it is, --key would tell", dir, m.Files.Len())
	}
}

// identified prints what a manifest knows about a file or code. Good is whether
// that is what its holder hopes: the file exact, the code the newest.
func (t *terminal) identified(target string, judgement message.Text, good bool, id verify.Identity, m manifest.Manifest) error {
	if t.json {
		t.line(map[string]any{"verified": target, "good": good, "exact": id.Exact(), "newest": id.Newest(), "revision": id.Revision, "paths": id.Paths, "notice": brief(id.Notice)})
	} else if !good || !t.quiet {
		lines := []string{t.say("%s: %s", target, judgement)}
		if n := id.Notice; n != nil {
			lines = append(lines, t.say("%s: %s", n.Region, n.Title), t.say("newest revision: %d of %s", n.Revision, n.On), m.BaseURL+"/"+id.Folder)
		}
		for i := range lines { // somebody else may have written the manifest
			lines[i] = message.Visible(lines[i])
		}
		fmt.Fprintln(t.out, strings.Join(lines, "\n    "))
	}
	if !good {
		return errContent
	}
	return nil
}

// brief is a notice without its list of sheets.
func brief(n *manifest.Notice) any {
	if n == nil {
		return nil
	}
	return map[string]any{"id": n.ID, "title": n.Title, "region": n.Region, "revision": n.Revision, "on": n.On}
}
