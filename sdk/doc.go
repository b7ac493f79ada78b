// Package sdk is a client of the CCPaaS agent gateway: it logs an agent in,
// makes and takes calls, and reports what happens to them. The same source runs
// natively and, built with GOOS=js, in a browser.
//
// # What to import
//
//	sdk                      the client: Client, Config, typed methods and events
//	sdk/token                signs tokens; for a backend that holds the tenant's secret
//	sdk/sandbox              a contact centre in the program, for tests and demos
//	sdk/sandbox/sandboxtest  the same, started and stopped by a test
//	sdk/spec, sdk/wire       the table of methods and the protocol; not stable
//
// # Life cycle
//
// [New] checks the options and starts nothing. [Client.Connect] asks the token
// provider for a token, opens the WebSocket, and returns when the gateway has
// sent the agent's state. [Client.Disconnect] closes the connection and keeps
// it closed; the agent stays logged in. [Client.Close] logs the agent out and
// ends the client, [Client.Shutdown] also waits until nothing of it is running.
//
// # Calls
//
// A method such as [Client.MakeCall] sends one request and returns when the
// gateway has answered it: a call that was accepted has not been answered by the
// far end yet. The progress of the call is reported by events. The first of
// them, Originated, has the id of a call that the agent made. When ctx ends, a
// request that was not sent is withdrawn; for one that was sent, the error says
// so.
//
// Failures are of type [*Error]. errors.Is takes a code (CodeHoldFailed), a
// reason (ReasonTimedOut), and context.DeadlineExceeded for everything that took
// too long.
//
// # Events
//
// Events come one after the other, in the order in which the gateway sent them,
// on a goroutine of the client's own; a handler may call any method, and may
// wait for it. [Client.OnDelivered] and the like are typed; [Client.OnAny]
// receives all. Event.State is the state right after the event.
//
// # Concurrency
//
// All methods may be called from any goroutine. Calls that one goroutine makes
// with [Client.InvokeFunc] one after the other are sent in that order. No user
// code runs under a lock, and a panic in it is logged and ends nothing.
//
// # Reconnection
//
// A connection that is lost is opened again after a random part of a time that
// doubles from 1 s to 20 s ([ReconnectPolicy]). Meanwhile a call that only reads
// waits up to [WaitLimit]; one that changes something fails at once with
// CodeSocketClosed. When the connection is back, the difference between the state
// before and the state now is reported by events with Recovered set. That state
// also decides a MakeCall whose reply was lost.
//
// The client gives up, and raises NeedManualConnect, if the token is refused
// twice in a row, if the agent connected elsewhere, or if the policy says so.
// Connect begins again.
//
// # Design
//
// A client's state is changed by steps, one at a time. Every stimulus is a step
// and enters through one function; the effects of a step are collected and
// performed, in order, when the step is over:
//
//	method call ─┐                                    ┌─> frames, dials, HTTP requests
//	frame, close ┤        ┌──────────────────┐        ├─> orders to the web phone
//	token, dial ─┼─enter─>│ step, under lock │─effects┼─> callers that wait
//	HTTP answer ─┤        └──────────────────┘        └─> queue ──> handlers, callbacks, Log
//	phone, timer ┘
//
// door.go has enter; core.go lists the parts of a client and what each decides;
// states.go is the connection's table of states; flows.go has the few methods
// that a row of sdk/spec does not fully describe.
package sdk
