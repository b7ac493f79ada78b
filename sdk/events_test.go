package sdk

import (
	"fmt"
	"slices"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

func TestACallEventsData(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		var got wire.Raw
		c.On("Delivered", func(e Event) { got = e.Data })
		s.say(`{"Ver":"1.0","SeqId":1,"MsgId":"m","MsgType":"NTF","Timestamp":1,"Method":"Delivered","CallID":"c",
			"Payload":{"CallEvent":"Delivered","CallDirection":"Inbound","CallType":"OtherIn","CallerInfo":{"TelNumber":"138"},
			"CalledInfo":{"TelNumber":"9001"},"CallAuthority":"","Whatever":[1]}}`)
		synctest.Wait()
		assert.JSONEq(t, `{"AdvancedCallStatus":"Delivered","CallEvent":"Delivered","CallDirection":"Inbound","CallType":"OtherIn",
			"CallerInfo":{"TelNumber":"138"},"CalledInfo":{"TelNumber":"9001"},"CallAuthority":"","Whatever":[1],
			"CallID":"c","AgentInfo":{"TelNumber":"9001"},"CustomerInfo":{"TelNumber":"138"}}`, string(got))
		s.say(`{"Method":"Delivered","MsgType":"NTF","CallID":"c","Payload":{"CallDirection":"Outbound","CalledInfo":{"TelNumber":"138"}}}`)
		synctest.Wait()
		assert.JSONEq(t, `{"AdvancedCallStatus":"Delivered","CallDirection":"Outbound","CalledInfo":{"TelNumber":"138"},
			"CallID":"c","CustomerInfo":{"TelNumber":"138"}}`, string(got), "a derived member is left out where its source is missing")
	})
}

func TestStateInACall(t *testing.T) {
	data := wire.StateData(wire.Raw(`{"CurState":"talking","CallID":"c","CallDirection":"out_callback","AgentNumber":"9001","Payload":
		{"CallEvent":"Established","CallDirection":"Outbound","CallType":"OtherIn","CallerInfo":{"TelNumber":"9001"},"CalledInfo":{"TelNumber":"138"}}}`).Index(), isCallEvent)
	assert.JSONEq(t, `{"CurState":"talking","CallID":"c","CallDirection":"Outbound","AgentNumber":"9001","CallEvent":"Established",
		"CallType":"OtherIn","CallerInfo":{"TelNumber":"9001"},"CalledInfo":{"TelNumber":"138"},"AdvancedCallStatus":"Established",
		"AgentInfo":{"TelNumber":"9001"},"CustomerInfo":{"TelNumber":"138"},
		"Payload":{"CallEvent":"Established","CallDirection":"Outbound","CallType":"OtherIn","CallerInfo":{"TelNumber":"9001"},"CalledInfo":{"TelNumber":"138"}}}`, string(data))
	state := decodeState(data)
	assert.Equal(t, AgentTalking, state.CurState)
	assert.EqualValues(t, "138", state.CustomerInfo.TelNumber)
	unknown := wire.StateData(wire.Raw(`{"CallID":"c","Payload":{"CallEvent":"Exploded"}}`).Index(), isCallEvent)
	assert.Empty(t, unknown.Get("AdvancedCallStatus"))
}

func TestCallFailedCarriesTheServersReason(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		var got Event
		c.On("CallFailed", func(e Event) { got = e })
		s.say(`{"Method":"CallFailed","MsgType":"NTF","CallID":"c","Payload":{},"Desc":"busy"}`)
		synctest.Wait()
		assert.Equal(t, CodeMakeCallFailed, got.Code)
		assert.Equal(t, "busy", got.Message)
		assert.True(t, got.Visible)
		assert.JSONEq(t, `{"Code":"0300","Data":{"AdvancedCallStatus":"CallFailed","CallID":"c","Desc":"busy"},"Message":"busy","Visible":true}`, string(wire.Response(string(got.Code), got.Data, got.Message, got.Visible)))
	})
}

func TestHandlersMayDoWhatTheyLike(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		var order []string
		var off func()
		c.OnHeld(func(CallEvent) { order = append(order, "panics"); panic("a page's mistake") })
		off = c.OnHeld(func(CallEvent) { order = append(order, "once"); off() })
		c.OnHeld(func(e CallEvent) {
			order = append(order, "calls "+e.CallID)
			c.OnHeld(func(CallEvent) { order = append(order, "added") })
			c.Disconnect()
		})
		s.say(`{"Method":"Held","MsgType":"NTF","CallID":"c","Payload":{}}`)
		synctest.Wait()
		assert.Equal(t, []string{"panics", "once", "calls c"}, order)
		assert.Equal(t, spec.ConnectDisconnect, c.Snapshot().ConnectState)
	})
}

func TestEventsKeepTheirOrderWhateverHandlersDo(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		var order []string
		c.On("Held", func(e Event) {
			_, _ = c.GetPhoneModes(ctxOver)
			order = append(order, e.Data.Get("CallID").TextOrDigits())
		})
		var want []string
		for i := range 100 {
			s.say(fmt.Sprintf(`{"Method":"Held","MsgType":"NTF","CallID":"%d","Payload":{}}`, i))
			want = append(want, fmt.Sprint(i))
		}
		synctest.Wait()
		assert.Equal(t, want, order)
	})
}

func TestAHandlerThatNeverEndsCostsTheConnectionNotTheMemory(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		free := make(chan struct{})
		c.OnHeld(func(CallEvent) { <-free })
		for i := range MaxEvents + 10 {
			s.say(fmt.Sprintf(`{"Method":"Held","MsgType":"NTF","CallID":"%d","Payload":{}}`, i))
		}
		assert.Equal(t, spec.ConnectDisconnect, c.Snapshot().ConnectState)
		close(free)
		synctest.Wait()
		assert.True(t, slices.Contains(s.happened(), "Disconnected"))
	})
}
