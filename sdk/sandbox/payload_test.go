package sandbox_test

import (
	"regexp"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

var uuid = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

// withoutAuthority is a Payload without what other tests look at.
func withoutAuthority(payload any) members {
	rest := members{}
	for name, value := range payload.(members) {
		if name != "CallAuthority" && name != "ChannelUUID" {
			rest[name] = value
		}
	}
	return rest
}

func TestFramesHaveTheDocumentedHeader(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.connect("1001")
		a.send(`{"Ver":"1.0","UA":"x;y","SeqId":7,"MsgId":"m-1","MsgType":"REQ","Timestamp":1700000000000,` +
			`"AppId":"` + sandbox.DefaultAppID + `","AgentId":"1001","Method":"Login","State":"idle"}`)
		now := float64(time.Now().UnixMilli())
		assert.Equal(t, members{
			"Ver": "1.0", "SeqId": 7.0, "MsgId": "m-1", "MsgType": "REP", "Timestamp": now, "Method": "Login",
			"ErrCode": "000000", "ErrDesc": "OK",
		}, a.next())
		assert.Equal(t, members{
			"Ver": "1.0", "SeqId": 1.0, "MsgId": "ntf-1001-1", "MsgType": "NTF", "Timestamp": now,
			"Method": "AgentStateChange", "OldState": "offline", "CurState": "idle", "CurStateSubId": "0",
			"StartTime": time.Now().UTC().Format(time.DateTime),
		}, a.next())
	})
}

func TestStateWithoutACall(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		assert.Equal(t, members{
			"CurState": "idle", "CurSubStateId": "", "CurMode": "voip", "CurContact": "903104681001", "CurExtState": "idle",
			"CallID": "", "CallDirection": "", "DestNumber": "", "DestNumberLoc": "", "SpNumber": "",
			"StartTime": "", "UserData": "", "Payload": nil,
		}, a.state())
	})
}

func TestOutboundPayload(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a := w.idle("1001")
		a.request("Dialout", members{"DestNumber": customer})
		originated := a.expect(lines([]string{"Dialout 000000"}, offHook, []string{"Originated OtherIn"})...)
		payload := originated["Payload"].(members)
		assert.Regexp(t, uuid, originated["CallID"])
		assert.Regexp(t, uuid, payload["ChannelUUID"])
		assert.Equal(t, members{
			"CallEvent": "Originated", "CallDirection": "Outbound", "CallType": "OtherIn", "WorkFlow": "out_callback",
			"CallerInfo":  members{"TelNumber": "903104681001"},
			"CalledInfo":  members{"TelNumber": customer, "City": "Beijing"},
			"DisplayInfo": members{"TelNumber": "051480114036", "City": "Beijing"},
			"FromQueue":   "",
		}, withoutAuthority(payload))

		state := a.state()
		assert.Equal(t, originated["CallID"], state["CallID"])
		assert.Equal(t, "out_callback", state["CallDirection"])
		assert.Equal(t, customer, state["DestNumber"])
		assert.Equal(t, "051480114036", state["SpNumber"])
		assert.Equal(t, "903104681001", state["AgentNumber"])
		assert.NotEmpty(t, state["StartTime"])
		assert.Equal(t, payload, state["Payload"])
		a.expect("AgentStateChange ringing→talking", "Established OtherIn")
	})
}

func TestConsultationPayloads(t *testing.T) {
	play(t, sandbox.Config{}, func(t *testing.T, w *world) {
		a, callID := w.talking("1001")
		inbound := withoutAuthority(a.state()["Payload"])
		assert.Equal(t, members{
			"CallEvent": "Established", "CallDirection": "Inbound", "CallType": "OtherIn", "WorkFlow": "in",
			"CallerInfo":  members{"TelNumber": customer, "City": "Beijing"},
			"CalledInfo":  members{"TelNumber": "903104681001"},
			"DisplayInfo": members{"TelNumber": "051480114036", "City": "Beijing"},
			"FromQueue":   "",
		}, inbound)

		b := w.idle("1002")
		a.request("Consultation", members{"CallID": callID, "AgentID": "1002"})
		asked := a.expect("Consultation 000000", "Held OtherIn", "Originated Consult")["Payload"].(members)
		assert.Equal(t, "Outbound", asked["CallDirection"])
		assert.Equal(t, members{"TelNumber": "903104681002"}, asked["CalledInfo"])

		delivered := b.expect(lines(offHook, []string{"Delivered Consult"})...)
		assert.Equal(t, callID, delivered["CallID"], "the legs of a call share its id")
		rings := delivered["Payload"].(members)
		assert.Equal(t, asked["ChannelUUID"], rings["ChannelUUID"])
		assert.Equal(t, members{"TelNumber": "903104681001"}, rings["CallerInfo"])
	})
}

func TestTheSameSeedGivesTheSameIds(t *testing.T) {
	calls := func(seed uint64) (ids []string) {
		play(t, sandbox.Config{Seed: seed}, func(t *testing.T, w *world) {
			for range 3 {
				callID, err := w.CustomerCallsQueue("2", customer)
				require.NoError(t, err)
				ids = append(ids, callID)
			}
		})
		return ids
	}
	assert.Equal(t, calls(7), calls(7))
	assert.NotEqual(t, calls(7), calls(8))
}
