// Package docs has the tests of the repository's documentation.
package docs
