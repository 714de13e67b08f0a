package generator

import (
	"slices"
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// region is the id of the region that a build is held to. One that the site does
// not have is an error: the build would replace the output by one without pages.
func region(s *site.Site, only string) (string, error) {
	only = strings.Trim(only, "/")
	if only == "" {
		return "", nil
	}
	var known []string
	for _, r := range s.Regions {
		known = append(known, r.ID)
	}
	if slices.Contains(known, only) {
		return only, nil
	}
	return "", message.Errorf("find region: %q is no folder of a region; %s", only, problem.DidYouMean(only, known))
}

// onePath reports whether one region is the other or lies somewhere below it.
func onePath(a, b string) bool {
	return strings.HasPrefix(a+"/", b+"/") || strings.HasPrefix(b+"/", a+"/")
}
