package source

import (
	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/toml"
)

// checkAddress reports a key that is no absolute web address.
func (r *reader) checkAddress(n *toml.Node, name string) { checkAddress(n, name, &r.Problems) }

func checkAddress(n *toml.Node, name string, problems *problem.List) {
	written := n.Text(name)
	if written == "" {
		return
	}
	switch {
	case schema.WebAddress(written) == nil:
		problems.Add(n.ValueAt(name), "write it whole: https://…", "%s = %q is no web address", name, written)
	case schema.IsExample(written):
		problems.Bar(n.ValueAt(name), "write the true address, or leave the key out", "%s = %q is an example: it leads nowhere", name, written)
	}
}

// checkBase reports a base_url under which nothing can be published.
func (r *reader) checkBase(facts *toml.Node) {
	written := facts.Text("base_url")
	if wrong := schema.BaseURL(written); written != "" && !wrong.Empty() {
		r.Problems.Add(facts.ValueAt("base_url"), "write it as https://tonggao.example, with its path where it has one", "base_url = %q: %s", written, wrong)
	} else if u := schema.WebAddress(written); u != nil && u.Scheme == "http" && u.Hostname() != "localhost" && u.Hostname() != "127.0.0.1" {
		r.Problems.Warn(facts.ValueAt("base_url"), "write it as https://…, and publish it so: it stands in every calendar and on every sheet, and cannot be changed there",
			"base_url = %q is no https: on the way to its readers anybody can change what it says", written)
	}
	if facts.Flag("sample") && !schema.IsExample(written) {
		r.Problems.Warn(facts.ValueAt("sample"), "take it away", "the site has an address of its own and says that it is a sample")
	}
}
