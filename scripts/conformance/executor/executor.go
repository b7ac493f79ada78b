package executor

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/coder/websocket"

	"github.com/ccpaas/ccpaas-go/sdk"
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// Serve executes commands from the driver's control channel at url until that
// closes or ctx ends.
func Serve(ctx context.Context, url string) error {
	conn, _, err := websocket.Dial(ctx, url, nil)
	if err != nil {
		return err
	}
	conn.SetReadLimit(-1)
	e := &executor{clients: map[string]*sdk.Client{}, say: func(r Report) {
		text, err := json.Marshal(r)
		if err != nil {
			panic(err)
		}
		// If the channel is closed, the driver notices that itself.
		_ = conn.Write(ctx, websocket.MessageText, text)
	}}
	for {
		_, text, err := conn.Read(ctx)
		if err != nil {
			return err
		}
		var command Command
		if err := json.Unmarshal(text, &command); err != nil {
			return err
		}
		if err := e.do(command); err != nil {
			return err
		}
	}
}

type executor struct {
	clients map[string]*sdk.Client
	say     func(Report)
}

func (e *executor) do(command Command) error {
	name := command.Case
	client := e.clients[name]
	switch command.Do {
	case "create":
		config := config(command.Options)
		if command.Options.Phone {
			config.Phone = phone{name, e.say}
		}
		client, err := sdk.New(config)
		if err != nil {
			return err
		}
		e.clients[name] = client
		for _, event := range command.Options.Events {
			if _, err := client.On(event, func(got sdk.Event) {
				e.say(Report{Case: name, Kind: "event", Name: event, Envelope: json.RawMessage(wire.Response(string(got.Code), got.Data, got.Message, got.Visible))})
			}); err != nil {
				return err
			}
		}
		if command.Options.Shared {
			client.Share("page", "")
		}
	case "call":
		client.InvokeFunc(command.Method, wire.Raw(command.Args), func(data wire.Raw, err *sdk.Error) {
			report := Report{Case: name, Kind: "resolved", ID: command.ID}
			if err != nil {
				report.Kind, report.Envelope, report.IsError = "rejected", json.RawMessage(wire.Response(string(err.Code), err.Data, err.Message, err.Visible)), true
			} else {
				report.Envelope = json.RawMessage(wire.Response(string(spec.Success), data, "", false))
			}
			e.say(report)
		})
	case "phone":
		client.PhoneTells(strconv.Itoa(command.ID), spec.PhoneNews(command.Method), wire.Raw(command.Args))
	case "destroy":
		client.Close()
		delete(e.clients, name)
		e.say(Report{Case: name, Kind: "gone"})
	default:
		return errors.New("conformance: unknown command " + command.Do)
	}
	return nil
}

// phone is a web phone that reports its orders; the driver supplies its news.
type phone struct {
	name string
	say  func(Report)
}

// Order reports at once: the driver always reads.
func (p phone) Order(id string, order spec.PhoneOrder, detail wire.Raw) {
	n, _ := strconv.Atoi(id)
	p.say(Report{Case: p.name, Kind: "order", ID: n, Name: string(order), Envelope: json.RawMessage(detail)})
}

func config(o Options) sdk.Config {
	var tokens atomic.Int64
	return sdk.Config{
		AppID: o.AppId, AgentID: o.AgentId, Domain: o.Domain, HTTPDomain: o.HttpDomain, Language: o.LanguageCode, PageNames: true,
		Reconnect: sdk.ReconnectPolicy{
			Off:  o.Reconnect.Off,
			Base: time.Duration(o.Reconnect.Base) * time.Millisecond,
			Max:  time.Duration(o.Reconnect.Max) * time.Millisecond,
		},
		Token: func(context.Context) (sdk.Credentials, error) {
			switch o.Provider {
			case "rejects":
				return sdk.Credentials{}, errors.New("the backend is down")
			case "malformed":
				return sdk.Credentials{Timestamp: "1700000000"}, nil
			}
			return sdk.Credentials{
				AppID: o.AppId, Timestamp: "1700000000", Token: o.Token + "~" + strconv.FormatInt(tokens.Add(1), 10),
			}, nil
		},
	}
}
