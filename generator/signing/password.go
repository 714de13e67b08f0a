package signing

import (
	"cmp"
	"os"
	"strings"

	"tonggao/generator/message"
)

// A Keyboard asks for a password, which nobody sees being typed. Where there is none it is
// nil, as in a pipeline.
type Keyboard func(question string) (string, error)

// newPassword is that of TONGGAO_KEY_PASSWORD, or is typed twice.
func (k Keyboard) newPassword() (string, error) {
	password := keyPassword()
	if password == "" {
		var err error
		if password, err = k.typedTwice(); err != nil {
			return "", err
		}
	}
	if i := strings.IndexFunc(password, func(r rune) bool { return r < ' ' || r > '~' }); i >= 0 {
		return "", message.New("the password has signs that not every keyboard types alike: take letters, digits and signs of ASCII")
	}
	return password, nil
}

func (k Keyboard) typedTwice() (string, error) {
	if k == nil {
		return "", message.New("there is no terminal to type a password at: run tonggao key in one, or set TONGGAO_KEY_PASSWORD")
	}
	password, err := k("Password for the new key (nothing is shown while you type):")
	if err != nil {
		return "", err
	}
	again, err := k("The same once more:")
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

// keyPassword is the password of a key that a pipeline knows: that for signing, or the one
// that the key was made with.
func keyPassword() string {
	return cmp.Or(os.Getenv("TONGGAO_SIGN_PASSWORD"), os.Getenv("TONGGAO_KEY_PASSWORD"))
}
