package ics_test

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A property is one content line, read strictly: name, parameters, value as it
// stands.
type property struct {
	name   string
	params map[string]string
	value  string
}

// A component is a BEGIN … END with its properties and its parts, in order.
// late is a property that stood after a part.
type component struct {
	name  string
	props []property
	parts []*component
	late  []property
}

func (c *component) all(name string) []property {
	var found []property
	for _, p := range c.props {
		if p.name == name {
			found = append(found, p)
		}
	}
	return found
}

// value is the value of a property that stands once, or "".
func (c *component) value(name string) string {
	if found := c.all(name); len(found) == 1 {
		return found[0].value
	}
	return ""
}

// A reader reads a file as RFC 5545, 3.1 writes it and notes each departure.
type reader struct{ faults []string }

func (r *reader) fault(format string, args ...any) {
	if len(r.faults) < 50 {
		r.faults = append(r.faults, fmt.Sprintf(format, args...))
	}
}

// read returns the outermost component.
func (r *reader) read(file []byte) *component {
	root := &component{}
	stack := []*component{root}
	for _, line := range r.unfold(r.physical(file)) {
		p := r.property(line)
		top := stack[len(stack)-1]
		switch p.name {
		case "BEGIN":
			c := &component{name: p.value}
			top.parts = append(top.parts, c)
			stack = append(stack, c)
		case "END":
			if len(stack) == 1 || top.name != p.value {
				r.fault("END:%s closes %q", p.value, top.name)
				return root
			}
			stack = stack[:len(stack)-1]
		default:
			if len(top.parts) > 0 {
				top.late = append(top.late, p)
			}
			top.props = append(top.props, p)
		}
	}
	if len(stack) != 1 {
		r.fault("%s is not closed", stack[len(stack)-1].name)
	}
	return root
}

// physical cuts a file into lines and checks bytes: CRLF after every line and
// nowhere else, at most 75 octets, whole characters, no control characters.
func (r *reader) physical(file []byte) []string {
	text := string(file)
	if !strings.HasSuffix(text, "\r\n") {
		r.fault("the last line has no CRLF")
	}
	lines := strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n")
	for i, line := range lines {
		switch {
		case line == "" || line == " ":
			r.fault("line %d is blank", i+1)
		case len(line) > 75:
			r.fault("line %d has %d octets", i+1, len(line))
		case !utf8.ValidString(line):
			r.fault("line %d is cut inside a character", i+1)
		}
		for _, c := range line {
			if c < ' ' && c != '\t' || c == 0x7f || c == 0xfeff || c >= 0x80 && c < 0xa0 || c == 0x2028 || c == 0x2029 {
				r.fault("line %d has the control character %U", i+1, c)
			}
		}
	}
	return lines
}

func (r *reader) unfold(physical []string) []string {
	var lines []string
	for i, line := range physical {
		switch {
		case !strings.HasPrefix(line, " ") && !strings.HasPrefix(line, "\t"):
			lines = append(lines, line)
		case i == 0:
			r.fault("the first line continues nothing")
		default:
			lines[len(lines)-1] += line[1:]
		}
	}
	return lines
}

// property reads name *(";" param) ":" value.
func (r *reader) property(line string) property {
	p := property{params: map[string]string{}}
	end := strings.IndexAny(line, ":;")
	if end < 1 || strings.Trim(line[:end], "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != "" {
		r.fault("no property name: %q", line)
		return p
	}
	p.name, line = line[:end], line[end:]
	for strings.HasPrefix(line, ";") {
		name, rest, found := strings.Cut(line[1:], "=")
		if !found {
			r.fault("parameter of %s without a value", p.name)
			return p
		}
		p.params[name], line = r.parameter(rest)
	}
	if !strings.HasPrefix(line, ":") {
		r.fault("no colon after %s", p.name)
		return p
	}
	p.value = line[1:]
	return p
}

// parameter reads a parameter's value, quoted or not, and returns the rest.
func (r *reader) parameter(text string) (value, rest string) {
	if strings.HasPrefix(text, `"`) {
		value, rest, _ = strings.Cut(text[1:], `"`)
		return value, rest
	}
	end := strings.IndexAny(text, `;:",`)
	if end < 0 || text[end] == '"' || text[end] == ',' {
		r.fault("parameter value %q has to be quoted", text)
		return text, ""
	}
	return text[:end], text[end:]
}

// unescape undoes TEXT (RFC 5545, 3.3.11); it reports whether the value is
// spelled right as one value.
func unescape(value string) (string, bool) {
	var text strings.Builder
	right := true
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case c == ';' || c == ',':
			right = false
		case c != '\\':
			text.WriteByte(c)
			continue
		case i+1 == len(value):
			return text.String(), false
		default:
			i++
			switch value[i] {
			case 'n', 'N':
				text.WriteByte('\n')
			case '\\', ';', ',':
				text.WriteByte(value[i])
			default:
				right = false
			}
		}
	}
	return text.String(), right
}
