//go:build js

// Package webphone is the telephone of phone mode webrtc for a page whose program is written in Go. SIP and sound
// are those of udesk-phone.js, the script that the page's class loads too; take it from the same release as this
// module.
//
//	phone := webphone.New(webphone.Script{URL: "/sdk/udesk-phone.js"}, nil)
//	client, err := sdk.New(sdk.Config{Phone: phone, …})
//	phone.TellTo(client.PhoneTells)
//	err = client.SetPhoneMode(ctx, sdk.ModeWebRTC)
package webphone

import (
	"sync"

	"github.com/hack-pad/safejs"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Phone drives the script. It is an sdk.Phone.
type Phone struct {
	script  Script
	options map[string]any
	made    safejs.Value // the script's phone; only the goroutine that carries orders out uses it
	isMade  bool

	mu     sync.Mutex
	tell   func(id string, news spec.PhoneNews, detail wire.Raw)
	orders []order
	busy   bool // a goroutine carries orders out
}

type order struct {
	id     string
	order  spec.PhoneOrder
	detail wire.Raw
}

// New returns a phone that loads its script when the client first needs it. The options are those of the page's
// class that begin with Ice and Ring, and AudioElement, as js.ValueOf takes them; nil for none.
func New(script Script, options map[string]any) *Phone {
	return &Phone{script: script, options: options}
}

// TellTo sets who receives news of the phone: Client.PhoneTells. Call it before the client is used.
func (p *Phone) TellTo(tell func(id string, news spec.PhoneNews, detail wire.Raw)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.tell = tell
}

// Order accepts an order of the client. Orders are carried out later, in sequence.
func (p *Phone) Order(id string, what spec.PhoneOrder, detail wire.Raw) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.orders = append(p.orders, order{id, what, detail})
	if !p.busy {
		p.busy = true
		go p.work()
	}
}

func (p *Phone) work() {
	for {
		p.mu.Lock()
		if len(p.orders) == 0 {
			p.busy = false
			p.mu.Unlock()
			return
		}
		next := p.orders[0]
		p.orders = p.orders[1:]
		p.mu.Unlock()
		p.carryOut(next)
	}
}

// carryOut passes an order to the script. A phone that was not opened has nothing to do.
func (p *Phone) carryOut(o order) {
	opens := o.order == spec.OrderOpen || o.order == spec.OrderCheck
	if !p.isMade && !opens {
		return
	}
	if err := p.give(o); err != nil {
		fault := spec.FaultMissing
		if p.isMade {
			fault = spec.FaultFailed
		}
		b := new(wire.Builder).Text("Fault", string(fault)).Text("Detail", err.Error())
		p.tells(o.id, spec.NewsFailed, b.Object())
	}
}

func (p *Phone) give(o order) error {
	if !p.isMade {
		class, err := p.script.load()
		if err != nil {
			return err
		}
		host, err := p.host()
		if err != nil {
			return err
		}
		if p.made, err = class.New(host); err != nil {
			return err
		}
		p.isMade = true
	}
	json, err := safejs.Global().Get("JSON")
	if err != nil {
		return err
	}
	detail, err := json.Call("parse", string(o.detail))
	if err != nil {
		return err
	}
	_, err = p.made.Call("order", o.id, string(o.order), detail)
	return err
}

// host returns what the script calls back. It is kept as long as the page, like the script's phone.
func (p *Phone) host() (any, error) {
	json, err := safejs.Global().Get("JSON")
	if err != nil {
		return nil, err
	}
	tell, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		if len(args) < 3 {
			return nil
		}
		id, _ := args[0].String()
		news, _ := args[1].String()
		text, err := json.Call("stringify", args[2])
		if err == nil {
			detail, _ := text.String()
			p.tells(id, spec.PhoneNews(news), wire.Raw(detail))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	options := map[string]any{"IceServers": []any{}}
	for name, value := range p.options {
		options[name] = value
	}
	return map[string]any{"tell": safejs.Unsafe(tell.Value()), "options": options}, nil
}

func (p *Phone) tells(id string, news spec.PhoneNews, detail wire.Raw) {
	p.mu.Lock()
	tell := p.tell
	p.mu.Unlock()
	if tell != nil {
		tell(id, news, detail)
	}
}
