//go:build !nophone

package sdk

import (
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// scriptedPhone is a Phone that does what a test says.
type scriptedPhone struct {
	*script
	mu     sync.Mutex
	orders []phoneOrder
}

type phoneOrder struct {
	id     string
	order  spec.PhoneOrder
	detail wire.Raw
}

func (p *scriptedPhone) Order(id string, order spec.PhoneOrder, detail wire.Raw) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.orders = append(p.orders, phoneOrder{id, order, detail})
}

// gets expects the next order and returns it.
func (p *scriptedPhone) gets(order spec.PhoneOrder) phoneOrder {
	p.script.Helper()
	next := p.next()
	require.Equal(p.script, order, next.order)
	return next
}

// next expects some order and returns it.
func (p *scriptedPhone) next() phoneOrder {
	p.script.Helper()
	synctest.Wait()
	p.mu.Lock()
	defer p.mu.Unlock()
	require.NotEmpty(p.script, p.orders, "the phone must be ordered to do something")
	next := p.orders[0]
	p.orders = p.orders[1:]
	return next
}

// quiet expects no order.
func (p *scriptedPhone) quiet() {
	p.script.Helper()
	synctest.Wait()
	p.mu.Lock()
	defer p.mu.Unlock()
	require.Empty(p.script, p.orders)
}

func (p *scriptedPhone) tells(news spec.PhoneNews, detail wire.Raw) {
	p.client.PhoneTells("", news, detail)
}

// does answers an order that was carried out.
func (p *scriptedPhone) does(o phoneOrder, detail wire.Raw) {
	p.client.PhoneTells(o.id, spec.NewsDone, detail)
}

const account = `,"Data":{"SipServer":"sip.example.com","Number":"9001","Password":"secret-password"}`

// webrtcState is idleState with the web phone.
var webrtcState = strings.Replace(idleState, `"CurMode":"voip"`, `"CurMode":"webrtc"`, 1)

// inCallState is webrtcState in a call.
var inCallState = strings.NewReplacer(`"CurState":"idle"`, `"CurState":"talking"`, `"CallID":""`, `"CallID":"c1"`).Replace(webrtcState)

// withPhone runs a test of a connected client with a scripted phone.
func withPhone(t *testing.T, test func(p *scriptedPhone)) {
	p := &scriptedPhone{}
	inScript(t, func(config *Config) { config.Phone = p }, func(s *script, c *Client) {
		p.script = s
		s.connect()
		test(p)
		for _, line := range s.log {
			assert.NotContains(t, line, "9001", "a number must never reach the log")
			assert.NotContains(t, line, "secret", "a password must never reach the log")
		}
		assert.NotContains(t, c.ExportLog(), "secret")
	})
}

// inWebRTC runs a test of an agent whose web phone is registered.
func inWebRTC(t *testing.T, test func(p *scriptedPhone)) {
	withPhone(t, func(p *scriptedPhone) {
		end := p.begin("SetPhoneModeAsync", `["webrtc"]`)
		p.answer(p.took(), "000000", account)
		p.does(p.gets(spec.OrderOpen), "{}")
		p.answer(p.took(), "000000", "")
		p.gets(spec.OrderRegister)
		p.let(func() { p.state = webrtcState })
		p.tells(spec.NewsRegistered, "{}")
		_, err := end()
		require.Nil(t, err)
		p.happened()
		test(p)
	})
}

// agentIs has the gateway report the agent's state.
func (p *scriptedPhone) agentIs(state string) {
	p.say(`{"Method":"AgentStateChange","MsgType":"NTF","OldState":"x","CurState":"` + state + `"}`)
}

// callIs has the gateway send an event of the call c1.
func (p *scriptedPhone) callIs(event string) {
	p.say(`{"Method":"` + event + `","MsgType":"NTF","CallID":"c1","Payload":{"CallEvent":"` + event + `","CallDirection":"Inbound","CallType":"OtherIn"}}`)
}

// dials makes a call and returns its leg's name.
func (p *scriptedPhone) dials() (leg string, end func() (wire.Raw, *Error)) {
	end = p.begin("MakeCallAsync", `["10086",{"BizId":"order-42"}]`)
	o := p.gets(spec.OrderInvite)
	return o.detail.Get("Leg").TextOrDigits(), end
}

// talks brings a call about, made by the agent, and returns its leg's name.
func (p *scriptedPhone) talks() (leg string) {
	leg, end := p.dials()
	p.agentIs("ringing")
	p.callIs("Originated")
	_, err := end()
	require.Nil(p.script, err)
	p.legTells(spec.NewsProgress, leg)
	p.legTells(spec.NewsAccepted, leg)
	p.agentIs("talking")
	p.callIs("Established")
	p.happened()
	return leg
}

// callEnds has the gateway report the end of the call.
func (p *scriptedPhone) callEnds() {
	p.let(func() { p.state = webrtcState })
	p.callIs("ConnectionCleared")
	p.agentIs("idle")
	p.happened()
}

func (p *scriptedPhone) legTells(news spec.PhoneNews, leg string) {
	p.tells(news, wire.Raw(`{"Leg":"`+leg+`"}`))
}

// webPhone is the client's part that drives the phone.
func (p *scriptedPhone) webPhone() *webPhone { return p.client.core.phone.(*webPhone) }
