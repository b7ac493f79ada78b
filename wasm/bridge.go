//go:build js

package main

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"sync"

	"github.com/hack-pad/safejs"

	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// bridge hands envelopes over between the page and the clients. An envelope is
// five strings, so that the same would go through postMessage.
type bridge struct {
	toPage safejs.Value // the function that takes the core's envelopes; its member port has the way back

	mu        sync.Mutex
	instances map[string]*instance
}

// instance is one client and the tokens it waits for.
type instance struct {
	*bridge
	name   string
	client *sdk.Client
	// refused is why there is no client.
	refused string
	shown   sdk.Snapshot // what the page's getters read

	asks map[string]chan answer
	seq  int
}

// answer is what a page's GetToken came to.
type answer struct {
	name string // "", "rejected" or "malformed"
	json wire.Raw
}

// listen leaves the function that takes the page's envelopes on the port. It
// lives as long as the program.
func (b *bridge) listen() error {
	port, err := b.toPage.Get("port")
	if err != nil {
		return err
	}
	receive, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		var e [5]string
		for i := range min(len(args), len(e)) {
			e[i], _ = args[i].String()
		}
		b.receive(e[0], spec.MessageKind(e[1]), e[2], e[3], e[4])
		return nil
	})
	if err != nil {
		return err
	}
	return port.Set("toCore", receive.Value())
}

func (b *bridge) hello(build string) { b.post("", spec.KindHello, "", build, "") }

// post hands an envelope to the page.
func (b *bridge) post(instance string, kind spec.MessageKind, id, name string, json wire.Raw) {
	_, _ = b.toPage.Invoke(instance, string(kind), id, name, string(json))
}

// receive takes an envelope from the page.
func (b *bridge) receive(name string, kind spec.MessageKind, id, detail, json string) {
	b.mu.Lock()
	i := b.instances[name]
	b.mu.Unlock()
	switch {
	case kind == spec.KindCreate && i == nil:
		b.create(name, wire.Raw(json))
	case i == nil:
		// Destroyed: the page settles its calls by itself.
	case i.client == nil:
		i.refuse(kind, id)
	case kind == spec.KindInvoke:
		i.client.InvokeFunc(detail, wire.Raw(json), func(data wire.Raw, err *sdk.Error) { i.settle(id, data, err) })
	case kind == spec.KindAnswer:
		i.answered(id, answer{detail, wire.Raw(json)})
	case kind == spec.KindPhone:
		i.client.PhoneTells(id, spec.PhoneNews(detail), wire.Raw(json))
	case kind == spec.KindWake:
		i.client.Wake()
	case kind == spec.KindExport:
		i.settle(id, wire.Quote(i.client.ExportLog()), nil)
	case kind == spec.KindDestroy:
		b.mu.Lock()
		delete(b.instances, name)
		b.mu.Unlock()
		i.client.Close()
	}
}

func (b *bridge) create(name string, options wire.Raw) {
	i := &instance{bridge: b, name: name, asks: map[string]chan answer{}}
	config := sdk.Config{Token: i.token, Log: i.log, Phone: phone(i.order)}
	readOptions(options, &config)
	b.mu.Lock()
	b.instances[name] = i
	b.mu.Unlock()
	client, err := sdk.New(config)
	if err != nil {
		// The script checked the options, and this is what it let through.
		i.refused = err.Error()
		i.log(sdk.LevelError, i.refused)
		return
	}
	i.client = client
	client.OnAny(i.emit)
}

// refuse takes an envelope for an instance whose options the client refused:
// every call fails with what is wrong with them.
func (i *instance) refuse(kind spec.MessageKind, id string) {
	switch kind {
	case spec.KindInvoke, spec.KindExport:
		i.settle(id, "", &sdk.Error{Code: spec.Failed, Message: i.refused, Visible: true})
	case spec.KindDestroy:
		i.mu.Lock()
		delete(i.instances, i.name)
		i.mu.Unlock()
	}
}

func (i *instance) settle(id string, data wire.Raw, err *sdk.Error) {
	switch {
	case id == "" && err != nil:
		i.log(sdk.LevelWarn, err.Message)
	case id == "":
	case err != nil:
		i.post(i.name, spec.KindSettle, id, "", wire.Response(string(err.Code), err.Data, err.Message, err.Visible))
	default:
		i.post(i.name, spec.KindSettle, id, "", wire.Response(string(spec.Success), data, "", false))
	}
}

// emit hands an event on, the getters' values first where they changed.
func (i *instance) emit(e sdk.Event) {
	if e.State != i.shown {
		i.shown = e.State
		i.post(i.name, spec.KindState, "", "", getters(e.State))
	}
	i.post(i.name, spec.KindEmit, "", strings.Join(e.Names, ","), wire.Response(string(e.Code), e.Data, e.Message, e.Visible))
}

func (i *instance) log(level sdk.Level, message string) {
	i.post(i.name, spec.KindLog, "", string(level), wire.Raw(message))
}

// phone is the page's web phone. The instance itself is no sdk.Phone: the linker
// would keep what fmt could print of all that an instance holds.
type phone func(id string, order spec.PhoneOrder, detail wire.Raw)

// Order hands an order over; the page takes it up later.
func (p phone) Order(id string, order spec.PhoneOrder, detail wire.Raw) { p(id, order, detail) }

func (i *instance) order(id string, order spec.PhoneOrder, detail wire.Raw) {
	i.post(i.name, spec.KindPhone, id, string(order), detail)
}

// token asks the page's provider.
func (i *instance) token(ctx context.Context) (sdk.Credentials, error) {
	settled := make(chan answer, 1)
	i.mu.Lock()
	i.seq++
	id := strconv.Itoa(i.seq)
	i.asks[id] = settled
	i.mu.Unlock()
	i.post(i.name, spec.KindAsk, id, "", "")
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

func (i *instance) answered(id string, a answer) {
	i.mu.Lock()
	settled := i.asks[id]
	delete(i.asks, id)
	i.mu.Unlock()
	if settled != nil {
		settled <- a
	}
}

func (a answer) credentials() (sdk.Credentials, error) {
	switch a.name {
	case "rejected":
		return sdk.Credentials{}, errors.New("GetToken rejected")
	case "malformed":
		return sdk.Credentials{}, sdk.MalformedToken(a.json)
	}
	text := func(member string) string { return a.json.Get(member).TextOrDigits() }
	return sdk.Credentials{AppID: text("appId"), Timestamp: text("timestamp"), Token: text("token")}, nil
}
