//go:build js

package main

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// The forms in which numbers stand in the options.

func integer(value wire.Raw) int {
	n, _ := value.Int()
	return int(n)
}

func milliseconds(value wire.Raw) time.Duration {
	return time.Duration(integer(value)) * time.Millisecond
}

// integers are nil where the option is missing; an empty list stays one.
func integers(value wire.Raw) (all []int) {
	if value.Kind() == wire.Array {
		all = []int{}
	}
	for one := range value.Elements {
		all = append(all, integer(one))
	}
	return all
}
