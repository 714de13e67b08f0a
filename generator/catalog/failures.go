package catalog

var failures = []entry{}
