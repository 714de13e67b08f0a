package schema

import (
	"regexp"
	"strings"
)

// Names that authors choose: of services, milestones, folders; and of custom properties.
var (
	Identifier = regexp.MustCompile(`^[a-z][a-z0-9-]{0,62}$`)
	Property   = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)
)

// year lets a notice's folder begin with its year: 2021-platform.
var year = regexp.MustCompile(`^[0-9]{4}(-[a-z0-9]+)+$`)

// IsFolder reports whether a folder can have a name.
func IsFolder(name string) bool { return Identifier.MatchString(name) || year.MatchString(name) }

// IsDevice reports a name that Windows keeps for a device, with or without an ending:
// no folder or file there can have it, and the site must be copied everywhere.
func IsDevice(name string) bool {
	base, _, _ := strings.Cut(name, ".")
	return (len(base) == len("con") || len(base) == len("com1")) && devices.MatchString(base)
}

var devices = regexp.MustCompile(`^(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// DeviceHint says what to do about a device's name.
const DeviceHint = "give it another name: no folder or file can have it there"

// Vocabulary are the tables that hold the words of a file and of those below it.
var Vocabulary = []string{"service", "audience", "channel"}
