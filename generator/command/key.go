package command

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"tonggao/generator/message"
	"tonggao/generator/signing"
	"tonggao/generator/usage"
)

func (t *terminal) key() *cobra.Command {
	return &cobra.Command{
		Use: "key [FILE]", Short: "make a key that signs what is published, with a password",
		Long: `Key makes the two halves of a minisign key. The secret half, FILE (tonggao.key), signs;
a password locks it. The public half, beside it with the ending .pub, lets a hall check
that files are yours. The password is asked for, or taken from TONGGAO_KEY_PASSWORD.
A file that is there already is left as it is.`,
		Example: `  tonggao key
  tonggao key "E:\tonggao.key"`,
		Args: usage.Between(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			return t.makeKey(append(args, "tonggao.key")[0])
		},
	}
}

func (t *terminal) makeKey(secretFile string) error {
	made, err := t.keyboard().Make(secretFile)
	if err == nil {
		t.tellKey(made)
	}
	return err
}

// tellKey says where each half belongs.
func (t *terminal) tellKey(made signing.Made) {
	t.tell("%s is the secret half. Copy it to two USB sticks, give them to two people who lock them away, and keep the password elsewhere.", made.SecretFile)
	t.tell("Never put it into the site's folder, a repository, a mail or a chat. Whoever has it and the password signs in your name; without it nobody can sign as you again.")
	t.tell("To sign: tonggao build --sign %s. In a pipeline, keep what is in the file and the password as the secrets TONGGAO_SIGN_KEY and TONGGAO_SIGN_PASSWORD.", quoted(made.SecretFile))
	t.tell("\n%s is the public half, for everybody. It stands on the about page; print it for the halls too, so that nobody has to believe the site itself:", made.PublicFile)
	fmt.Fprintln(t.out, made.Public)
	t.tell("To check a copy of the site: tonggao verify output --key %s", made.Public)
	t.tell("The same without this program: minisign -Vm manifest.json -P %s", made.Public)
}

// quoted is a file's name as every shell takes it for one word.
func quoted(name string) string {
	if strings.ContainsAny(name, " &()^;,'") {
		return `"` + name + `"`
	}
	return filepath.Clean(name)
}

// keyboard is where passwords are typed: nil where nobody sits.
func (t *terminal) keyboard() signing.Keyboard {
	if !isTerminal(os.Stdin) {
		return nil
	}
	return func(question string) (string, error) {
		fmt.Fprint(t.err, t.say(question), " ")
		password, err := term.ReadPassword(int(os.Stdin.Fd()))
		fmt.Fprintln(t.err)
		if err != nil {
			return "", message.Errorf("read the password: %w", err)
		}
		return string(password), nil
	}
}
