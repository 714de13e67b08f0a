package catalog

var commands = []entry{}
