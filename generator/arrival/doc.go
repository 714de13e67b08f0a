// Package arrival owns how a person comes to the program: where they stand and where the
// site is, what a path means that they or their shell wrote, and a double click, behind
// which there is nobody who knows commands. It knows what the system says of its window
// and its language. It runs no command and parses no flag; that is command's.
//
// Begin reading at Visitor.Receive.
package arrival
