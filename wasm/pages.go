//go:build js

package main

import (
	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// share lets other tabs' instances attach to the instance's client, if the page
// asks for that.
func (i *instance) share(options wire.Raw) {
	told := options.Get("Told")
	if told == "" {
		return
	}
	i.role = spec.TabLeader
	i.client.Share(options.Get("Tab").TextOrDigits(), toldIn(told))
}

// attach makes the instance a page of another instance's client.
func (i *instance) attach(of *instance, options wire.Raw) {
	if of == nil {
		return
	}
	i.role, i.client, i.refused = spec.TabFollower, of.client, of.refused
	i.mu.Lock()
	i.instances[i.number] = i
	i.mu.Unlock()
	if i.client == nil {
		return
	}
	i.show(i.client.Snapshot())
	i.page = i.client.Attach(sdk.PageConfig{ID: options.Get("Tab").TextOrDigits(), Told: toldIn(options.Get("Told")),
		Event: i.emit, Token: i.token, Phone: phone(i.order)})
}

// toldIn returns what a page was told, "" for null.
func toldIn(told wire.Raw) wire.Raw {
	if told.Kind() != wire.Object {
		return ""
	}
	return told
}

func (i *instance) settled(id int32) func(wire.Raw, *sdk.Error) {
	return func(data wire.Raw, err *sdk.Error) { i.settle(id, data, err) }
}

func (i *instance) invoke(method string, args wire.Raw, done func(wire.Raw, *sdk.Error)) {
	if i.page != nil {
		i.page.InvokeFunc(method, args, done)
	} else {
		i.client.InvokeFunc(method, args, done)
	}
}

func (i *instance) resume(method string, json wire.Raw, done func(wire.Raw, *sdk.Error)) {
	args, told := json.Get("Args"), json.Get("Told")
	if i.page != nil {
		i.page.ResumeFunc(method, args, told, done)
	} else {
		i.client.ResumeFunc(method, args, told, done)
	}
}

func (i *instance) phoneTells(id string, news spec.PhoneNews, detail wire.Raw) {
	if i.page != nil {
		i.page.PhoneTells(id, news, detail)
	} else {
		i.client.PhoneTells(id, news, detail)
	}
}

func (i *instance) destroy() {
	if i.page != nil {
		i.page.Detach()
	} else {
		i.client.Close()
	}
}
