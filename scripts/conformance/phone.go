package main

import (
	"encoding/json"
	"fmt"

	"github.com/ccpaas/ccpaas-go/scripts/conformance/executor"
)

// phoneSteps registers the web phone of an agent who is in phone mode webrtc.
func phoneSteps(c *vectorCase) []step {
	none := map[string]any{}
	return located(c, []step{
		{verb: ">> frame", data: map[string]any{"Method": "GetAgentTerminalInfo", "TerminalType": "webrtc"}},
		{verb: "<< reply", data: map[string]any{"Data": map[string]any{"SipServer": "sip.example.com", "Number": "9001", "Password": "p"}}},
		{verb: ">> phone", name: "open", data: none},
		{verb: "<< phone", name: "done", data: none},
		{verb: ">> phone", name: "register", data: map[string]any{
			"Url": "wss://sip.example.com", "Uri": "sip:9001@sip.example.com", "User": "9001", "Password": "p"}},
		{verb: "<< phone", name: "registered", data: none},
		{verb: ">> frame", data: map[string]any{"Method": "GetState"}},
		{verb: "<< state", data: c.first},
		{verb: "event", name: "GetState", anyData: true},
	})
}

// ordered expects an order to the phone.
func (p *play) ordered() error {
	o, err := next(p.stage, p.orders, "the order "+p.now.name)
	if err != nil {
		return err
	}
	p.lastID = o.ID
	if o.Name != p.now.name {
		return fmt.Errorf("the phone must be ordered to %s, not to %s %s", p.now.name, o.Name, o.Envelope)
	}
	detail, err := decode(string(o.Envelope))
	if err != nil {
		return err
	}
	return same("the order", p.now.data, detail)
}

// tells passes news of the phone to the client; done and failed answer the last
// order.
func (p *play) tells() error {
	id := 0
	if p.now.name == "done" || p.now.name == "failed" {
		id = p.lastID
	}
	p.order(executor.Command{Do: "phone", ID: id, Method: p.now.name, Args: json.RawMessage(encode(p.now.data))})
	return nil
}
