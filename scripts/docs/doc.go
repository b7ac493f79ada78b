// Package docs holds the tests of what the repository tells its readers.
package docs
