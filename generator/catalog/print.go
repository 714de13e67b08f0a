package catalog

// print is what the planner and the layout of prints say.
var print = []entry{}
