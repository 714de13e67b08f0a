// Package generator builds a site of public notices from its authors' files.
package generator
