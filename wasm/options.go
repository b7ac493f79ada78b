//go:build js

package main

import (
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// How numbers are written in the options.

func integer(value wire.Raw) int {
	n, _ := value.Int()
	return int(n)
}

func milliseconds(value wire.Raw) time.Duration {
	return time.Duration(integer(value)) * time.Millisecond
}

// integers returns nil if the option is missing; an empty list stays one.
func integers(value wire.Raw) (all []int) {
	if value.Kind() == wire.Array {
		all = []int{}
	}
	for one := range value.Elements {
		all = append(all, integer(one))
	}
	return all
}
