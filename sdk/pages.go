package sdk

import (
	"slices"
	"time"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// PagePatience is how long the client waits for one page's provider before it
// asks the next page's as well.
const PagePatience = 3 * time.Second

// attachPatience is how long a connected client waits for the page that had the
// telephone of the previous client.
const attachPatience = time.Second

// pages are the client's users besides its first.
type pages struct {
	c      *core
	shared bool // there may be some
	own    string
	number int64 // of the last event for all pages
	all    []*Page
	// phone is the page whose telephone is used, nil for the client's own.
	phone *Page
	// awaited names the page that has the telephone and is to attach again.
	awaited string
	state   wire.Raw // what the server last said, as Ready's Data
}

func roleData(role spec.TabRole) wire.Raw {
	var b wire.Builder
	return b.Text("Role", string(role)).Object()
}

func (ps *pages) attach(p *Page) {
	c := ps.c
	if c.conn.state == destroyed {
		return
	}
	c.record(recordNote, "a page attached")
	ps.all = append(ps.all, p)
	// After the events already queued: the page's state includes what they report.
	c.queue.call(func() { c.queue.onPage(p, p.cfg.Event) })
	p.raise("TabRoleChanged", roleData(spec.TabFollower))
	if ps.awaited != "" && ps.awaited == p.cfg.ID {
		ps.awaited, ps.phone = "", p
	}
	if p.cfg.Told == "" {
		ps.welcome(p)
		return
	}
	before := readTold(p.cfg.Told)
	if c.conn.state == online && before.number == ps.number && before.view == c.agent.view {
		return
	}
	ps.follow(p, before)
}

// welcome sends the client's state to a new page.
func (ps *pages) welcome(p *Page) {
	c := ps.c
	switch {
	case c.conn.state == online:
		p.raise("Connected", "")
		p.emit(readyNames, ps.present())
	default:
		p.unready = c.conn.everOnline
		if c.agent.view.ConnectState == spec.ConnectConnecting {
			p.raise("Connecting", "")
		}
	}
}

// follow sends a page that was attached before what has changed since.
func (ps *pages) follow(p *Page, before *told) {
	c := ps.c
	was, now := before.view.ConnectState, c.agent.view.ConnectState
	if was == spec.ConnectConnected && now != spec.ConnectConnected {
		p.raise("Disconnected", lostData)
		was = spec.ConnectDisconnect
	}
	if was == spec.ConnectDisconnect && now == spec.ConnectConnecting {
		p.raise("Connecting", "")
	}
	if c.conn.state != online {
		p.before, p.unready = before, !before.ready && c.conn.everOnline
		return
	}
	if was != spec.ConnectConnected {
		p.raise("Connected", "")
	}
	p.catchUp(before)
}

// catchUp sends the page what changed between what it was told and now.
func (p *Page) catchUp(before *told) {
	state := p.c.pages.present()
	if !before.ready {
		p.emit(readyNames, state)
		return
	}
	index, err := wire.Index(string(state))
	if err != nil {
		return
	}
	p.c.agent.difference(before.view, before.lastCall, index, p)
	p.emit(stateNamesOnly, state)
}

// apart returns the pages to which a resynchronisation sends no events.
func (ps *pages) apart() (apart []*Page) {
	for _, p := range ps.all {
		if p.before != nil || p.unready {
			apart = append(apart, p)
		}
	}
	return apart
}

// stateCame sends the pages that are apart what they missed.
func (ps *pages) stateCame(state wire.Raw) {
	if !ps.shared {
		return
	}
	ps.state = state
	c := ps.c
	if c.conn.state != online {
		return
	}
	for _, p := range ps.apart() {
		before := p.before
		if before == nil {
			before = &told{}
		}
		p.before, p.unready = nil, false
		p.catchUp(before)
	}
	if ps.awaited != "" {
		c.later(attachPatience, func() {
			if ps.awaited != "" {
				// The page with the telephone is gone with the previous client.
				ps.movePhone()
			}
		})
	}
}

func (ps *pages) detach(p *Page) {
	if p.gone.Swap(true) {
		return
	}
	ps.c.record(recordNote, "a page was detached")
	ps.all = slices.DeleteFunc(ps.all, func(other *Page) bool { return other == p })
	ps.c.queue.offPage(p)
	if ps.phone == p {
		ps.movePhone()
	}
}

// movePhone replaces the telephone of a page that is gone, and its calls, by
// the client's own.
func (ps *pages) movePhone() {
	c := ps.c
	c.phone.lost()
	ps.phone, ps.awaited = nil, ""
	c.phone.followMode()
}

// choosePhone notes whose telephone a call asks for, unless one is in use.
func (ps *pages) choosePhone(p *Page, call *call) {
	if ps.shared && ps.awaited == "" && call.flow.takesPhone && !ps.c.phone.inUse() {
		ps.phone = p
	}
}

// emit queues an event for this page alone.
func (p *Page) emit(names []string, data wire.Raw) {
	p.queue(&Event{Names: names, Code: spec.Success, Data: data})
}

func (p *Page) raise(name string, data wire.Raw) { p.emit([]string{name}, data) }

func (p *Page) queue(e *Event) {
	e.State, e.told, e.to = p.c.agent.view, p.c.told(), p
	p.c.record(recordNote, "told a page "+e.Names[len(e.Names)-1])
	p.c.queue.event(e, 2*MaxEvents, 2*MaxEventBytes)
}

// providers returns the pages' providers, the client's own first.
func (ps *pages) providers() []TokenProvider {
	all := []TokenProvider{ps.c.cfg.Token}
	for _, p := range ps.all {
		if p.cfg.Token != nil {
			all = append(all, p.cfg.Token)
		}
	}
	return all
}

// telephone returns the one in use, nil if it is gone with its page.
func (ps *pages) telephone() Phone {
	switch {
	case ps.awaited != "", ps.phone != nil && ps.phone.gone.Load():
		return nil
	case ps.phone == nil:
		return ps.c.cfg.Phone
	}
	return ps.phone.cfg.Phone
}

// phonePage returns the ID of the page whose telephone is in use, "" for none.
func (ps *pages) phonePage() string {
	switch {
	case !ps.c.phone.inUse():
		return ""
	case ps.awaited != "":
		return ps.awaited
	case ps.phone != nil:
		return ps.phone.cfg.ID
	}
	return ps.own
}
