package catalog

var change = []entry{}
