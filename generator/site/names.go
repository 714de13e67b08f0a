package site

import "slices"

// Numbers lists the contact's numbers, those for one purpose last, as they are written.
func (c *Contact) Numbers() []string {
	all := slices.Clone(c.Phones)
	for _, l := range c.Lines {
		all = append(all, l.Phones...)
	}
	return all
}

// ServiceNames lists what services are called, in their order.
func ServiceNames(services []*Service) []string {
	return names(services, func(s *Service) string { return s.Name })
}

// AudienceNames lists what audiences are called, in their order.
func AudienceNames(audience []*Audience) []string {
	return names(audience, func(a *Audience) string { return a.Name })
}

// ChannelNames lists what channels are called, in their order.
func ChannelNames(channels []*Channel) []string {
	return names(channels, func(c *Channel) string { return c.Name })
}

func names[T any](all []*T, name func(*T) string) []string {
	var list []string
	for _, x := range all {
		list = append(list, name(x))
	}
	return list
}
