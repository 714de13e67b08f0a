package html

import "tonggao/generator/site"

func serviceNames(services []*site.Service) []string {
	var names []string
	for _, s := range services {
		names = append(names, s.Name)
	}
	return names
}

func audienceNames(audience []*site.Audience) []string {
	var names []string
	for _, a := range audience {
		names = append(names, a.Name)
	}
	return names
}

func channelNames(channels []*site.Channel) []string {
	var names []string
	for _, c := range channels {
		names = append(names, c.Name)
	}
	return names
}
