package sdk

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

func TestRepliesAreMatchedByMsgId(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		numbers := s.begin("GetSpNumbersAsync", "[]")
		current := s.begin("GetCurrentSpNumberAsync", `[{"OwnerType":"app"}]`)
		first, second := s.took(), s.took()
		assert.Equal(t, wire.Raw(`"agent"`), first.Frame.Get("OwnerType").Raw())
		assert.Equal(t, wire.Raw(`"app"`), second.Frame.Get("OwnerType").Raw())
		s.answer(second, "000000", `,"Data":{"SpNumbers":["1"],"DefSpNumber":"1"}`)
		s.answer(first, "000000", `,"Data":{"SpNumbers":["2"],"DefSpNumber":"2"}`)
		data, _ := numbers()
		assert.Equal(t, wire.Raw(`["2"]`), data)
		data, _ = current()
		assert.Equal(t, wire.Raw(`"1"`), data)
	})
}

func TestTheRequestHasTheObservedHeader(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		s.begin("MakeCallAsync", `["10086",{"BizId":"b","MsgId":"mine","DestNumber":"0"}]`)
		frame := s.took().Frame.Raw()
		seq, ok := frame.Get("SeqId").Int()
		assert.True(t, ok)
		assert.Positive(t, seq)
		assert.Equal(t, wire.String, frame.Get("Timestamp").Kind())
		assert.Equal(t, wire.Raw(`"REQ"`), frame.Get("MsgType"))
		assert.Equal(t, wire.Raw(`"10086"`), frame.Get("DestNumber"), "the options cannot replace a parameter")
		assert.Equal(t, wire.Raw(`"b"`), frame.Get("BizId"))
		assert.NotEqual(t, wire.Raw(`"mine"`), frame.Get("MsgId"), "nor the header")
		assert.Empty(t, frame.Get("AppId"))
	})
}

func TestATimeOutRejectsAndAsksForTheState(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		hold := s.begin("HoldAsync", `[{"CallId":"c"}]`)
		states := s.begin("GetAgentStatesAsync", `[]`)
		late := s.took()
		after(ReplyTimeout)
		err := s.refused(hold, CodeHoldFailed, spec.TimedOut)
		assert.Equal(t, wire.Raw("null"), err.Data)
		s.refused(states, CodeGetAgentStatesFailed, spec.TimedOut)
		assert.Equal(t, 2, s.count().polls, "once, for the one that changes something")
		s.answer(late, "000000", "")
		assert.Equal(t, 1, c.Stats().LateReplies)
	})
}

func TestEventsMayComeBeforeTheReply(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		call := s.begin("MakeCallAsync", `["10086"]`)
		frame := s.took()
		s.say(`{"Method":"AgentStateChange","MsgType":"NTF","MsgId":"1","OldState":"idle","CurState":"ringing","CurStateSubId":0}`)
		s.say(`{"Method":"Originated","MsgType":"NTF","MsgId":"2","CallID":"c","Payload":{"CallDirection":"Outbound"}}`)
		assert.Equal(t, []string{"AgentStateChanged", "AdvancedCallStatusChanged+Originated"}, s.happened())
		s.answer(frame, "000000", "")
		_, err := call()
		assert.Nil(t, err)
		assert.Equal(t, Snapshot{ConnectState: ConnectConnected, AgentState: AgentRinging, PhoneMode: ModeVoIP,
			PhoneState: PhoneIdle, CallStatus: "Originated", CallID: "c"}, c.Snapshot())
	})
}

func TestAnAgentChangeDuringTheRequestWins(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		s.begin("SetAgentStateAsync", `["busy"]`)
		frame := s.took()
		s.say(`{"Method":"AgentStateChange","MsgType":"NTF","MsgId":"1","OldState":"idle","CurState":"ringing"}`)
		s.answer(frame, "000000", "")
		assert.Equal(t, AgentRinging, c.Snapshot().AgentState)
	})
}

func TestFramesThatAreNone(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		bad := []string{
			``, `nonsense`, `[1]`, `"text"`, `null`, `{}`, `{"Method":7}`, `{"Method":{}}`, `{"MsgType":["REP"],"Method":"x"}`,
			`{"Method":"AgentStateChange","CurState":1}`, `{"Method":"AgentCallModeChange"}`, `{"Method":"ExtensionStateChange","CurState":[]}`,
			`{"Method":"Originated","CallID":7,"Payload":{}}`, `{"Method":"Originated","CallID":"c","Payload":"text"}`, `{"Method":"Originated"}`,
			"{\"Method\":\"\x00\"}", strings.Repeat("[", 1<<19),
		}
		for i, frame := range bad {
			s.say(frame)
			assert.Equal(t, i+1, c.Stats().BadFrames, frame[:min(len(frame), 60)])
		}
		for _, legacy := range []string{"Login", "UserAnswered", "AgentHangup", "NumberLocationChanged"} {
			s.say(`{"Method":"` + legacy + `","MsgType":"NTF"}`)
		}
		assert.Equal(t, 4, c.Stats().UnknownFrames)
		assert.Empty(t, s.happened())
		s.say(`{"Method":"Held","CallID":"c","Payload":{"CallAuthority":""}}`)
		assert.Equal(t, []string{"AdvancedCallStatusChanged+Held"}, s.happened(), "and it goes on")
	})
}

func TestNotificationsAreTakenOnce(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		frame := `{"Method":"Held","MsgType":"NTF","MsgId":"same","CallID":"c","Payload":{}}`
		s.say(frame)
		s.say(frame)
		assert.Len(t, s.happened(), 1)
		assert.Equal(t, 1, c.Stats().Duplicates)
		for i := range 600 {
			s.say(fmt.Sprintf(`{"Method":"Held","MsgType":"NTF","MsgId":"%d","CallID":"c","Payload":{}}`, i))
		}
		assert.Len(t, s.happened(), 600)
	})
}

func TestTheErrorFrameEndsTheOneRequestItCanMean(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		one := s.begin("GetPhoneModesAsync", "[]")
		two := s.begin("HoldAsync", `[{"CallId":"c"}]`)
		three := s.begin("HoldAsync", `[{"CallId":"d"}]`)
		s.say(`{"rcode":"000036","rdesc":"GetCallModeOptions error: upstream"}`)
		s.refused(one, CodeGetPhoneModesFailed, spec.RefusedTimeout)
		s.say(`{"rcode":"000036","rdesc":"Hold error: upstream"}`)
		after(ReplyTimeout)
		s.refused(two, CodeHoldFailed, spec.TimedOut)
		s.refused(three, CodeHoldFailed, spec.TimedOut)
	})
}

func TestRepliesOfWrongShape(t *testing.T) {
	for _, data := range []string{``, `,"Data":null`, `,"Data":7`, `,"Data":[]`, `,"Data":{}`, `,"Data":{"SpNumbers":{},"CallMode":7,"State":"x","DefSpNumber":[]}`} {
		inScript(t, nil, func(s *script, c *Client) {
			s.connect()
			for _, method := range []string{"GetSpNumbersAsync", "GetPhoneModesAsync", "GetAgentStatesAsync", "GetCurrentSpNumberAsync"} {
				end := s.begin(method, "[]")
				s.answer(s.took(), "000000", data)
				err := s.refused(end, spec.FindMethod(method).Code, spec.Malformed)
				assert.Contains(t, err.Message, method)
				assert.Equal(t, wire.Raw(`"000000"`), err.Data.Get("ErrCode"))
			}
		})
	}
}

func TestCallsBeforeTheFirstConnectionWaitInOrder(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		first := s.begin("MakeCallAsync", `["10086"]`)
		second := s.begin("GetPhoneModesAsync", "[]")
		assert.Empty(t, s.sent)
		s.begin("ConnectAsync", "[]")
		assert.Equal(t, "Dialout", s.took().Method)
		modes := s.took()
		s.answer(modes, "000000", `,"Data":{"CallMode":["voip","pager"]}`)
		data, err := second()
		require.Nil(t, err)
		assert.Equal(t, wire.Raw(`[{"Id":"voip","Name":"IP Telephone"},{"Id":"pager","Name":"pager"}]`), data)
		after(ReplyTimeout)
		s.refused(first, CodeMakeCallFailed, spec.TimedOut)
	})
}

func TestTheWaitForTheConnectionEnds(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		end := s.begin("GetPhoneModesAsync", "[]")
		for range MaxWaiting - 1 {
			s.begin("GetPhoneModesAsync", "[]")
		}
		s.refused(s.begin("GetPhoneModesAsync", "[]"), CodeSocketClosed, spec.TooManyWaiting)
		after(WaitLimit)
		s.refused(end, CodeSocketClosed, spec.WaitEnded)
		s.connect()
		assert.Empty(t, s.sent, "what gave up waiting is not sent later")
	})
}

func TestInAnOutageReadsWaitAndActsDoNot(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		s.let(func() { s.mute = true })
		s.hang(closeAbnormal)
		read := s.begin("GetPhoneModesAsync", "[]")
		s.refused(s.begin("HoldAsync", `[{"CallId":"c"}]`), CodeSocketClosed, spec.NotConnected)
		s.refused(s.begin("MakeCallAsync", `["10086"]`), CodeSocketClosed, spec.NotConnected)
		s.let(func() { s.mute = false })
		after(time.Second)
		s.answer(s.took(), "000000", `,"Data":{"CallMode":[]}`)
		data, err := read()
		require.Nil(t, err)
		assert.Equal(t, wire.Raw("[]"), data)
	})
}

func TestHTTPMethods(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		const query = "?Token=secret-token&Timestamp=1700000000&AppId=app"
		s.body = `{"ErrCode":"000000","ErrDesc":"OK","Result":{"AgentList":[{"AgentId":"78","Queues":null,"State":2}]}}`
		agents, err := c.GetOtherAgents(context.Background(), With("State", "idle"))
		require.NoError(t, err)
		assert.Equal(t, []Agent{{AgentID: "78", Queues: "null", State: 2}}, agents)
		s.body = `{"succeed":true,"code":200,"bizCode":"000000","data":[{"id":1,"name":"ivrtest "}]}`
		nodes, err := c.GetIvrNodes(context.Background(), "2 5")
		require.NoError(t, err)
		assert.Equal(t, []IvrNode{{ID: "1", Name: "ivrtest "}}, nodes)
		s.body = `{"succeed":true,"code":200,"bizCode":"000000","data":{}}`
		data, _ := s.begin("SetSpNumberPoolNumAsync", `[{"type":1,"id":"x"}]`)()
		assert.Equal(t, wire.Raw("{}"), data)
		assert.Equal(t, []string{
			"GET http://backend/backend/agents" + query + "&State=idle",
			"GET http://backend/backend/app-web-api/ivr-flows/2%205/versions/pub/keynamepairs" + query,
			"POST http://backend/backend/app-web-api/call-out/numbers/default/agent" + query + ` {"type":1,"defaultId":"x","agentId":"1001"}`,
		}, s.calls)
		s.refused(s.begin("GetOtherAgentsAsync", `[{"State":{}}]`), CodeGetOtherAgentsFailed, spec.ParamWrong)
		s.refused(s.begin("GetIvrNodesAsync", `[".."]`), CodeGetIvrNodesFailed, spec.ParamWrong)
	})
}

func TestHTTPFailures(t *testing.T) {
	for _, tc := range []struct {
		status int
		body   string
		why    spec.Reason
		data   string
	}{
		{0, ``, spec.Unreachable, `null`},
		{200, `nonsense`, spec.Malformed, `null`},
		{200, `{"ErrCode":"100018","ErrDesc":"none"}`, spec.RefusedNoRecord, `{"ErrCode":"100018","ErrDesc":"none"}`},
		{200, `{"succeed":false,"code":500,"bizCode":"000060","message":"m"}`, spec.RefusedInternal,
			`{"succeed":false,"code":500,"bizCode":"000060","message":"m","ErrCode":"000060","ErrDesc":"m"}`},
		{200, `{"ErrCode":"000000","Result":{}}`, spec.Malformed, `{"ErrCode":"000000","Result":{}}`},
		{500, `{"ErrCode":"000000","Result":{"Queues":[]}}`, spec.Refused, `{"ErrCode":"000000","Result":{"Queues":[]}}`},
		{401, `{}`, spec.RefusedAuth, `{}`},
		{200, `{"code":401}`, spec.RefusedAuth, `{"code":401}`},
	} {
		t.Run(fmt.Sprint(tc.status, tc.body), func(t *testing.T) {
			inScript(t, nil, func(s *script, c *Client) {
				s.connect()
				s.status, s.body = tc.status, tc.body
				err := s.refused(s.begin("GetQueuesAgentsAsync", "[]"), CodeFailed, tc.why)
				assert.Equal(t, wire.Raw(tc.data), err.Data)
				want := 1
				if tc.why == spec.RefusedAuth {
					want = 2
				}
				assert.Len(t, s.calls, want, "a refused token is replaced once")
			})
		})
	}
}

func TestHTTPReusesAYoungToken(t *testing.T) {
	asked := 0
	count := func(c *Config) {
		provider := c.Token
		c.Token = func(ctx context.Context) (Credentials, error) { asked++; return provider(ctx) }
	}
	inScript(t, count, func(s *script, c *Client) {
		s.connect()
		s.body = `{"ErrCode":"000000","Result":{"Queues":[]}}`
		s.begin("GetQueuesAgentsAsync", "[]")()
		assert.Equal(t, 1, asked)
		after(tokenReuse)
		one, two := s.begin("GetQueuesAgentsAsync", "[]"), s.begin("GetQueuesAgentsAsync", "[]")
		one()
		two()
		assert.Equal(t, 2, asked, "two at once share one")
	})
}
