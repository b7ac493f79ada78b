//go:build js

package webphone

import (
	"errors"
	"time"

	"github.com/hack-pad/safejs"
)

// Script says where udesk-phone.js is, and how the page may load it.
type Script struct {
	URL string
	// Integrity is the file's hash as the element's attribute of that name takes
	// it; manifest.json has it. "" for no check.
	Integrity string
	// Nonce is that of the page's content security policy, "" for none.
	Nonce string
}

// limit is how long the browser may take to load the script, whose progress
// cannot be observed.
const limit = 20 * time.Second

var (
	errNotLoaded = errors.New("the browser did not load it")
	errSlow      = errors.New("the download stalled")
	errOther     = errors.New("it is not udesk-phone.js")
)

// load adds the script to the page, and returns the class that it leaves on its
// element.
func (s Script) load() (class safejs.Value, err error) {
	document, err := safejs.Global().Get("document")
	if err != nil {
		return class, err
	}
	element, err := document.Call("createElement", "script")
	if err != nil {
		return class, err
	}
	came := make(chan error, 2)
	for event, result := range map[string]error{"onload": nil, "onerror": errNotLoaded} {
		handler, err := safejs.FuncOf(func(safejs.Value, []safejs.Value) any {
			came <- result
			return nil
		})
		if err != nil {
			return class, err
		}
		defer handler.Release()
		if err := element.Set(event, handler.Value()); err != nil {
			return class, err
		}
	}
	for name, value := range map[string]string{"crossOrigin": "anonymous", "integrity": s.Integrity, "nonce": s.Nonce, "src": s.URL} {
		if err := element.Set(name, value); err != nil {
			return class, err
		}
	}
	head, err := document.Get("head")
	if err != nil {
		return class, err
	}
	if _, err := head.Call("appendChild", element); err != nil {
		return class, err
	}
	defer func() { _, _ = element.Call("remove") }()
	select {
	case err = <-came:
	case <-time.After(limit):
		err = errSlow
	}
	if err != nil {
		return class, err
	}
	class, err = element.Get("made")
	if err == nil && class.Type() != safejs.TypeFunction {
		err = errOther
	}
	return class, err
}
