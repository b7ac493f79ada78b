package sdk

import "github.com/ccpaas/ccpaas-go/sdk/spec"

// connState is the state of the connection.
//
//	       connect            token            opened           state came
//	idle ──────────> asking ─────────> opening ────────> syncing ─────────> online
//	 ^                 ^ │ failed        │ failed          │ failed           │ lost
//	 │ disconnect      │ v               v                 v                  v
//	 └──(from all)──   └─ waiting <──────┴─────────────────┴──────────────────┘
//	                retry │
//	                      │ give up (refused, kicked, policy)
//	                      v
//	                   stopped ── connect ──> asking
//
//	destroyed is reached from all and left by none.
type connState uint8

const (
	idle      connState = iota // nobody asked for a connection, or Disconnect was called
	asking                     // the provider is asked for a token
	opening                    // the socket is being opened
	syncing                    // the socket is open, the first GetState on its way
	online                     // the state is known
	waiting                    // until the next attempt
	stopped                    // no attempt follows by itself
	destroyed                  // the end
)

// input is what moves the connection.
type input uint8

const (
	connect    input = iota // the user, or AutoConnect, wants a connection
	token                   // the provider answered
	opened                  // the socket is open
	stateCame               // the first GetState was answered
	lost                    // an attempt or the connection failed, another follows
	giveUp                  // the same, none follows
	retry                   // the wait is over
	disconnect              // the user wants none
	destroy                 // the user ends the instance
)

// transitions lists all that may happen; anything else changes nothing.
var transitions = [...]struct {
	from connState
	on   input
	to   connState
}{
	{idle, connect, asking},
	{waiting, connect, asking},
	{stopped, connect, asking},
	{waiting, retry, asking},
	{asking, token, opening},
	{opening, opened, syncing},
	{syncing, stateCame, online},
	{asking, lost, waiting},
	{opening, lost, waiting},
	{syncing, lost, waiting},
	{online, lost, waiting},
	{asking, giveUp, stopped},
	{opening, giveUp, stopped},
	{syncing, giveUp, stopped},
	{online, giveUp, stopped},
	{asking, disconnect, idle},
	{opening, disconnect, idle},
	{syncing, disconnect, idle},
	{online, disconnect, idle},
	{waiting, disconnect, idle},
	{stopped, disconnect, idle},
	{idle, destroy, destroyed},
	{asking, destroy, destroyed},
	{opening, destroy, destroyed},
	{syncing, destroy, destroyed},
	{online, destroy, destroyed},
	{waiting, destroy, destroyed},
	{stopped, destroy, destroyed},
}

var stateNames = [...]string{"idle", "asking", "opening", "syncing", "online", "waiting", "stopped", "destroyed"}

func (s connState) String() string { return stateNames[s] }

var inputNames = [...]string{"connect", "token", "opened", "state", "lost", "giveUp", "retry", "disconnect", "destroy"}

func (on input) String() string { return inputNames[on] }

// next returns the state to which an input leads, false if it has no meaning.
func (s connState) next(on input) (connState, bool) {
	for _, t := range transitions {
		if t.from == s && t.on == on {
			return t.to, true
		}
	}
	return s, false
}

// shown returns the state as a page sees it.
func (s connState) shown() spec.ConnectState {
	switch s {
	case asking, opening, syncing:
		return spec.ConnectConnecting
	case online:
		return spec.ConnectConnected
	}
	return spec.ConnectDisconnect
}
