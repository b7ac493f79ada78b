//go:build js

package main

import (
	"context"
	"strconv"
	"strings"
	"sync"

	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
	"github.com/ccpaas/ccpaas-go/wasm/crossing"
)

// bridge passes messages between the page and the clients.
type bridge struct {
	toPage func(kind spec.MessageKind, instance, id int32, name, json string)
	build  string
	frames frames
	names  eventNames

	mu        sync.Mutex
	instances map[int32]*instance
}

// instance is one client and the tokens it waits for.
type instance struct {
	*bridge
	number int32
	client *sdk.Client
	// page is set if the instance uses another instance's client.
	page *sdk.Page
	role spec.TabRole
	// refused is why there is no client.
	refused *sdk.ConfigError
	shown   sdk.Snapshot // what the page's getters read

	asks map[int32]chan answer
	seq  int32
}

func newBridge(toPage func(kind spec.MessageKind, instance, id int32, name, json string), build string) *bridge {
	b := &bridge{toPage: toPage, build: build, names: eventNames{}, instances: map[int32]*instance{}}
	b.frames = frames{toPage: toPage, sockets: map[int32]sdk.FrameEvents{}}
	return b
}

// receive takes a message from the page.
func (b *bridge) receive(m crossing.Message) {
	if m.Kind != spec.KindFrame && m.Kind != spec.KindInvoke {
		// For the other kinds the time does not matter.
		crossing.Stirred()
	}
	b.mu.Lock()
	i := b.instances[m.Instance]
	b.mu.Unlock()
	switch {
	case m.Kind == spec.KindHello:
		b.toPage(spec.KindHello, 0, 0, b.build, "")
	case m.Kind == spec.KindFrame || m.Kind == spec.KindLarge:
		b.frames.heard(m)
	case m.Kind == spec.KindCreate && i == nil:
		b.create(m.Instance, wire.Raw(m.JSON))
	case i == nil:
		// Destroyed: the page settles its calls by itself.
	case i.client == nil:
		i.refuse(m.Kind, m.ID)
	case m.Kind == spec.KindInvoke:
		i.invoke(m.Name, wire.Raw(m.JSON), i.settled(m.ID))
	case m.Kind == spec.KindResume:
		i.resume(m.Name, wire.Raw(m.JSON), i.settled(m.ID))
	case m.Kind == spec.KindAnswer:
		i.answered(m.ID, answer{m.Name, wire.Raw(m.JSON)})
	case m.Kind == spec.KindPhone:
		i.phoneTells(orderID(m.ID), spec.PhoneNews(m.Name), wire.Raw(m.JSON))
	case m.Kind == spec.KindWake:
		// Every instance of the page sends it; one for each client is enough.
		if i.page == nil {
			i.client.Wake()
		}
	case m.Kind == spec.KindTick:
		i.client.Tick()
	case m.Kind == spec.KindExport:
		i.settle(m.ID, wire.Quote(i.client.ExportLog()), nil)
	case m.Kind == spec.KindDestroy:
		b.forget(func(other *instance) bool { return other == i })
		i.destroy()
	case m.Kind == spec.KindLeave:
		b.forget(func(other *instance) bool { return other.client == i.client })
		i.client.Leave()
	}
}

// forget removes instances: messages for them are dropped.
func (b *bridge) forget(gone func(*instance) bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for number, i := range b.instances {
		if gone(i) {
			delete(b.instances, number)
		}
	}
}

func (b *bridge) create(number int32, options wire.Raw) {
	i := &instance{bridge: b, number: number, asks: map[int32]chan answer{}}
	if of := integer(options.Get("Of")); of != 0 {
		b.mu.Lock()
		leader := b.instances[int32(of)]
		b.mu.Unlock()
		i.attach(leader, options)
		return
	}
	config := sdk.Config{Token: i.token, Log: i.log, Phone: phone(i.order), PageNames: true, Native: sdk.Native{Frames: b.frames.hear, Inline: true, Stirred: crossing.Stirred}}
	readOptions(options, &config)
	b.mu.Lock()
	b.instances[number] = i
	b.mu.Unlock()
	client, err := sdk.New(config)
	if err != nil {
		// The script checked the options; this is what it did not catch.
		i.refused, _ = err.(*sdk.ConfigError)
		i.log(sdk.LevelError, err.Error())
		return
	}
	i.client = client
	client.OnAny(i.emit)
	i.share(options)
}

// refuse handles a message for an instance whose options the client refused:
// every call fails with what is wrong with them.
func (i *instance) refuse(kind spec.MessageKind, id int32) {
	switch kind {
	case spec.KindInvoke, spec.KindResume, spec.KindExport:
		i.settle(id, "", &sdk.Error{Code: spec.Failed, Message: i.refused.Message(), Visible: true})
	case spec.KindDestroy, spec.KindLeave:
		i.forget(func(other *instance) bool { return other == i })
	}
}

func (i *instance) settle(id int32, data wire.Raw, err *sdk.Error) {
	switch {
	case id == 0:
		// Nobody waits for it, and the client has logged the result.
	case err != nil:
		i.post(spec.KindSettle, id, "rejected", wire.Response(string(err.Code), err.Data, err.Message, err.Visible))
	case data == "null":
		i.post(spec.KindSettle, id, "", "")
	default:
		i.post(spec.KindSettle, id, "", data)
	}
}

// emit passes an event on, after the getters' values if they changed.
func (i *instance) emit(e sdk.Event) {
	i.show(e.State)
	if told := e.Told(); told != "" {
		i.post(spec.KindTold, 0, "", told)
	}
	names := i.names.joined(e.Names)
	if e.Code == spec.Success && e.Message == "" && !e.Visible {
		i.post(spec.KindEmit, 0, names, e.Data)
		return
	}
	i.post(spec.KindEmit, 1, names, wire.Response(string(e.Code), e.Data, e.Message, e.Visible))
}

// show passes on the getters' values if they changed.
func (i *instance) show(state sdk.Snapshot) {
	if shown := withoutCallEvent(state); shown != i.shown {
		i.shown = shown
		i.post(spec.KindState, 0, "", getters(shown, i.role))
	}
}

// eventNames are the names of events as messages have them, by the first and the last.
type eventNames map[[2]string]string

func (n eventNames) joined(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	key := [2]string{names[0], names[len(names)-1]}
	if n[key] == "" {
		n[key] = strings.Join(names, ",")
	}
	return n[key]
}

func (i *instance) post(kind spec.MessageKind, id int32, name string, json wire.Raw) {
	i.toPage(kind, i.number, id, name, string(json))
}

func (i *instance) log(level sdk.Level, message string) {
	i.post(spec.KindLog, 0, string(level), wire.Raw(message))
}

// phone is the page's web phone. The instance itself is not an sdk.Phone: the
// linker would keep what fmt could print of all that an instance holds.
type phone func(id string, order spec.PhoneOrder, detail wire.Raw)

// Order passes an order to the page, which carries it out later.
func (p phone) Order(id string, order spec.PhoneOrder, detail wire.Raw) { p(id, order, detail) }

// orderID returns an order's number in the client's form, "" for none.
func orderID(number int32) string {
	if number == 0 {
		return ""
	}
	return strconv.Itoa(int(number))
}

func (i *instance) order(id string, order spec.PhoneOrder, detail wire.Raw) {
	number, _ := strconv.ParseInt(id, 10, 32)
	i.post(spec.KindPhone, int32(number), string(order), detail)
}

// token asks the page's provider.
func (i *instance) token(ctx context.Context) (sdk.Credentials, error) {
	settled := make(chan answer, 1)
	i.mu.Lock()
	i.seq++
	id := i.seq
	i.asks[id] = settled
	i.mu.Unlock()
	i.post(spec.KindAsk, id, "", "")
	defer func() {
		i.mu.Lock()
		delete(i.asks, id)
		i.mu.Unlock()
	}()
	select {
	case a := <-settled:
		return a.credentials()
	case <-ctx.Done():
		return sdk.Credentials{}, ctx.Err()
	}
}

func (i *instance) answered(id int32, a answer) {
	i.mu.Lock()
	settled := i.asks[id]
	delete(i.asks, id)
	i.mu.Unlock()
	if settled != nil {
		settled <- a
	}
}
