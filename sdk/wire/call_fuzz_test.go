package wire

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

var payloads = []string{
	`{"CallEvent":"Delivered","CallDirection":"Inbound","CallType":"OtherIn","CallerInfo":{"TelNumber":"1"},"CalledInfo":{"TelNumber":"2"}}`,
	`{"CallEvent":"Originated","CallDirection":"Outbound","CallerInfo":{"TelNumber":"2"},"CalledInfo":{"TelNumber":"1"},"more":[1]}`,
	`{"CallDirection":"Outbound"}`, `{"CallerInfo":null,"AgentInfo":{"TelNumber":"3"},"AdvancedCallStatus":"x","DisplayNum":"4"}`,
	`{"CallEvent":"Hold","CallDirection":1,"CalledInfo":""}`, `{}`, `[]`, `null`, `"x"`, `{"Payload":{"a":1},"Desc":"d"}`,
}

// sidesOf says who the agent and who the customer is, in the words of the rule.
func sidesOf(payload Raw) (agent, customer Raw) {
	direction, _ := payload.Get("CallDirection").Text()
	agent, customer = payload.Get("CalledInfo"), payload.Get("CallerInfo")
	if direction == "Outbound" {
		agent, customer = customer, agent
	}
	if agent == "" {
		agent = payload.Get("AgentInfo")
	}
	if customer == "" {
		customer = payload.Get("CustomerInfo")
	}
	return agent, customer
}

// FuzzCallData: the Data of a call's event is the Payload, with the event's
// name, the call's id, and who is who.
func FuzzCallData(f *testing.F) {
	for _, payload := range payloads {
		f.Add("Delivered", `{"Method":"Delivered","CallID":"c","CallType":"Consult","Desc":"busy","Payload":`+payload+`}`)
	}
	f.Add("", `{"CallID":null,"Payload":{},"Payload":{"CallType":"Consult"}}`)
	f.Fuzz(func(t *testing.T, event, text string) {
		frame, err := Parse(text)
		if err != nil {
			return
		}
		payload := frame.Get("Payload")
		data := CallData(event, frame.Index())
		membersOf(t, data)

		assert.Equal(t, Quote(event), data.Get("AdvancedCallStatus"))
		assert.Equal(t, frame.Get("CallID"), data.Get("CallID"))
		assert.Equal(t, frame.Get("Desc"), data.Get("Desc"))
		agent, customer := sidesOf(payload)
		assert.Equal(t, agent, data.Get("AgentInfo"))
		assert.Equal(t, customer, data.Get("CustomerInfo"))
		for name := range payload.Members {
			switch name {
			case "AdvancedCallStatus", "CallID", "Desc", "AgentInfo", "CustomerInfo":
			default:
				assert.Equal(t, payload.Get(name), data.Get(name), name)
			}
		}
	})
}

// FuzzStateData: the Data of GetState keeps its flat members; in a call those
// of Payload come first, and Payload itself stays.
func FuzzStateData(f *testing.F) {
	for _, payload := range payloads {
		f.Add(`{"CurState":"talking","CallID":"c","CallDirection":"out_callback","CallType":"x","AdvancedCallStatus":"y","Payload":` + payload + `}`)
	}
	f.Add(`{"CurState":"idle","CallID":""}`)
	f.Add(`[]`)
	known := func(event string) bool { return event == "Delivered" || event == "Originated" }
	f.Fuzz(func(t *testing.T, text string) {
		flat, err := Parse(text)
		if err != nil {
			return
		}
		payload := flat.Get("Payload")
		data := StateData(flat.Index(), known)
		membersOf(t, data)
		assert.Equal(t, payload, data.Get("Payload"))

		event, _ := payload.Get("CallEvent").Text()
		if known(event) {
			assert.Equal(t, Quote(event), data.Get("AdvancedCallStatus"))
		}
		if payload.Kind() == Object {
			agent, customer := sidesOf(payload)
			if agent != "" {
				assert.Equal(t, agent, data.Get("AgentInfo"))
			}
			if customer != "" {
				assert.Equal(t, customer, data.Get("CustomerInfo"))
			}
		}
		for name := range payload.Members {
			switch name {
			case "AdvancedCallStatus", "CallID", "Payload", "AgentInfo", "CustomerInfo":
			default:
				assert.Equal(t, payload.Get(name), data.Get(name), name)
			}
		}
		for name := range flat.Members {
			switch {
			case payload.Get(name) != "", known(event) && name == "AdvancedCallStatus":
			case payload.Kind() == Object && (name == "AgentInfo" || name == "CustomerInfo"):
			default:
				assert.Equal(t, flat.Get(name), data.Get(name), name)
			}
		}
	})
}

// FuzzClearedData: a missed ConnectionCleared names the call and allows nothing.
func FuzzClearedData(f *testing.F) {
	for _, payload := range payloads {
		f.Add(`{"CallID":"c","CallAuthority":{"AllowHold":true,"AllowHangup":true},"Payload":`+payload+`}`, "c")
		f.Add(payload, "")
	}
	f.Fuzz(func(t *testing.T, text, callID string) {
		last, err := Parse(text)
		if err != nil {
			return
		}
		data := ClearedData(last, callID)
		membersOf(t, data)
		assert.Equal(t, Raw(`"ConnectionCleared"`), data.Get("AdvancedCallStatus"))
		assert.Equal(t, Quote(callID), data.Get("CallID"))
		allowed := data.Get("CallAuthority")
		for name := range last.Get("CallAuthority").Members {
			assert.Equal(t, Raw("false"), allowed.Get(name), name)
		}
		for _, name := range []string{"CallType", "CallerInfo", "CalledInfo", "AgentInfo", "CustomerInfo", "FromQueue"} {
			assert.Equal(t, last.Get(name), data.Get(name), name)
		}
	})
}
