package command

import (
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"tonggao/generator/manifest"
	"tonggao/generator/message"
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
	publicFile := strings.TrimSuffix(secretFile, ".key") + ".pub"
	for _, name := range []string{secretFile, publicFile} {
		if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
			return message.Errorf("%s is there already and is not written over: what was signed with a lost key cannot be signed again; choose another name", name)
		}
	}
	password, err := t.newPassword()
	if err != nil {
		return err
	}
	secret, public, err := manifest.NewKey(rand.Reader, password)
	if err != nil {
		return err
	}
	if err := createFile(publicFile, public, 0o644); err != nil {
		return err
	}
	if err := createFile(secretFile, secret, 0o600); err != nil {
		return err
	}
	_, key, _ := strings.Cut(strings.TrimSpace(string(public)), "\n")
	t.tellKey(secretFile, publicFile, key)
	return nil
}

// createFile writes a file that is not there yet; the mode keeps the secret half from
// other users, where the system has such modes.
func createFile(name string, content []byte, mode fs.FileMode) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return message.Errorf("write the signing key: %w", err)
	}
	_, err = file.Write(content)
	if err := errors.Join(err, file.Close()); err != nil {
		return message.Errorf("write the signing key: %w", err)
	}
	return nil
}

// tellKey says where each half belongs.
func (t *terminal) tellKey(secretFile, publicFile, key string) {
	t.tell("%s is the secret half. Copy it to two USB sticks, give them to two people who lock them away, and keep the password elsewhere.", secretFile)
	t.tell("Never put it into the site's folder, a repository, a mail or a chat. Whoever has it and the password signs in your name; without it nobody can sign as you again.")
	t.tell("To sign: tonggao build --sign %s. In a pipeline, keep what is in the file and the password as the secrets TONGGAO_SIGN_KEY and TONGGAO_SIGN_PASSWORD.", quoted(secretFile))
	t.tell("\n%s is the public half, for everybody. It stands on the about page; print it for the halls too, so that nobody has to believe the site itself:", publicFile)
	fmt.Fprintln(t.out, key)
	t.tell("To check a copy of the site: tonggao verify output --key %s", key)
	t.tell("The same without this program: minisign -Vm manifest.json -P %s", key)
}

// quoted is a file's name as every shell takes it for one word.
func quoted(name string) string {
	if strings.ContainsAny(name, " &()^;,'") {
		return `"` + name + `"`
	}
	return filepath.Clean(name)
}

// newPassword is that of TONGGAO_KEY_PASSWORD, or is typed twice.
func (t *terminal) newPassword() (string, error) {
	password := keyPassword()
	if password == "" {
		var err error
		if password, err = t.typedTwice(); err != nil {
			return "", err
		}
	}
	if i := strings.IndexFunc(password, func(r rune) bool { return r < ' ' || r > '~' }); i >= 0 {
		return "", message.New("the password has signs that not every keyboard types alike: take letters, digits and signs of ASCII")
	}
	return password, nil
}

func (t *terminal) typedTwice() (string, error) {
	password, err := t.typed("Password for the new key (nothing is shown while you type):")
	if err != nil {
		return "", err
	}
	again, err := t.typed("The same once more:")
	switch {
	case err != nil:
		return "", err
	case password != again:
		return "", message.New("the two passwords differ; nothing was written, try again")
	case password == "":
		return "", message.New("a key without a password signs for whoever finds it: type one")
	}
	return password, nil
}

// typed asks for a password, which the terminal does not show.
func (t *terminal) typed(question string) (string, error) {
	if !isTerminal(os.Stdin) {
		return "", message.New("there is no terminal to type a password at: set TONGGAO_KEY_PASSWORD")
	}
	fmt.Fprint(t.err, t.say(question), " ")
	password, err := term.ReadPassword(int(os.Stdin.Fd()))
	fmt.Fprintln(t.err)
	if err != nil {
		return "", message.Errorf("read the password: %w", err)
	}
	return string(password), nil
}

// keyPassword is the password of a key that a pipeline knows: that for signing, or the one
// that the key was made with.
func keyPassword() string {
	return cmp.Or(os.Getenv("TONGGAO_SIGN_PASSWORD"), os.Getenv("TONGGAO_KEY_PASSWORD"))
}
