package sdk

import (
	"sync/atomic"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Page is one of several users of a client: a browser tab, where tabs share a
// connection. Each receives the client's events once and in order, and calls
// its methods. A program that is the only user of its client needs none.
type Page struct {
	c   *core
	cfg PageConfig
	// before is what the page was last told, if that may differ from what the
	// others were told: it receives the difference when the state is known, and
	// none of the events that the others receive then.
	before  *told
	unready bool // it has not received Ready, unlike the others
	gone    atomic.Bool
}

// PageConfig describes a page to its client.
type PageConfig struct {
	// ID names the page, for the clients that follow this one.
	ID string
	// Event receives the events.
	Event func(Event)
	// Token is asked if the providers before it, in the order of attaching,
	// failed; nil for a page without one.
	Token TokenProvider
	// Phone is the page's telephone; nil for none.
	Phone Phone
	// Told is the last Event.Told that the page received from a previous client;
	// "" for a new page.
	Told Raw
}

// Share lets pages attach to the client, which must not have been used yet. id
// names its own page. told is the last Event.Told that this page received from
// the previous client, whose connection this client takes over: it connects and
// reports what changed, as after an outage. With "" it starts without a state.
func (c *Client) Share(id string, told Raw) {
	core := c.core
	core.enter("Share", func() {
		core.pages.shared, core.pages.own = true, id
		if told != "" {
			core.restore(readTold(told))
		}
		core.raise("TabRoleChanged", roleData(spec.TabLeader))
		if told != "" {
			core.takeUp(readTold(told))
		}
	})
}

// Attach adds a page. The page receives the client's state at once, or, if it
// was attached to a previous client, what has changed since.
func (c *Client) Attach(cfg PageConfig) *Page {
	p := &Page{c: c.core, cfg: cfg}
	c.core.enter("a page", func() { c.core.pages.attach(p) })
	return p
}

// Detach removes the page. It receives nothing more. Those of its calls that
// were sent are still carried out.
func (p *Page) Detach() { p.c.enter("the end of a page", func() { p.c.pages.detach(p) }) }

// InvokeFunc is Client.InvokeFunc for the page.
func (p *Page) InvokeFunc(method string, args Raw, done func(Raw, *Error)) {
	p.c.invokeFor(p, method, wire.Raw(args), done)
}

// ResumeFunc settles a call that the page made of the previous client, and that
// was unsettled when that client ended, as one whose connection was lost. told
// is the last Event.Told that the page had received when it made the call.
func (p *Page) ResumeFunc(method string, args, told Raw, done func(Raw, *Error)) {
	p.c.resumeFor(p, method, wire.Raw(args), told, done)
}

// ResumeFunc is Page.ResumeFunc for the client's own page.
func (c *Client) ResumeFunc(method string, args, told Raw, done func(Raw, *Error)) {
	c.core.resumeFor(nil, method, wire.Raw(args), told, done)
}

// PhoneTells is Client.PhoneTells for the page's telephone. News of a telephone
// that is not in use is ignored.
func (p *Page) PhoneTells(id string, news spec.PhoneNews, detail Raw) {
	p.c.enter("news of the phone", func() {
		if p.c.pages.phone == p {
			p.c.phone.tells(id, news, detail)
		}
	})
}

// Leave ends the client without logging the agent out: the socket closes, and
// another client takes over from the last Event.Told. The telephone stays as it
// is.
func (c *Client) Leave() {
	c.core.enter("Leave", func() {
		c.core.phone = noPhone{c.core}
		c.core.conn.move(destroy, spec.Destroyed, "")
	})
}
