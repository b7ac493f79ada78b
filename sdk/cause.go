package sdk

import "github.com/ccpaas/ccpaas-go/sdk/spec"

// cause is why there is no connection, for the messages of calls that need one.
type cause struct {
	why    spec.Reason
	detail string
}

// follow records why the last attempt or connection ended, until a connection
// is up or the user wants none.
func (k *cause) follow(to connState, why spec.Reason, detail string) {
	switch to {
	case online, idle, destroyed:
		*k = cause{why: spec.NotConnected}
	case waiting, stopped:
		*k = cause{why, detail}
		if why == spec.NoReason {
			k.why = spec.NotConnected
		}
	}
}

func (k *cause) known() bool { return k.why != spec.NoReason && k.why != spec.NotConnected }

// level returns the severity of the log line that says that no attempt follows:
// an error if no connection ever worked and it is known why, else a warning.
func (k *cause) level(everOnline bool) Level {
	if everOnline || !k.known() {
		return LevelWarn
	}
	return LevelError
}

// isMalformed reports whether the token is wrong in a way that trying again does not
// change.
func isMalformed(why spec.Reason) bool {
	return why == spec.TokenMalformed || why == spec.TokenWrapped || why == spec.TokenNotJSON
}

// notConnected returns the failure of a call for which there is no connection.
// It says why there is none, if something is wrong.
func (c *core) notConnected(call *call) *Error {
	k := &c.conn.cause
	err := c.failure(call.row.Name, spec.SocketClosed, k.why, k.detail)
	err.Reason = spec.NotConnected
	return err
}

// waitEnded returns the failure of a call that waited for the connection in
// vain. It says why the last attempt failed, if one did.
func (c *core) waitEnded(call *call) *Error {
	k := &c.conn.cause
	if !k.known() {
		return c.failure(call.row.Name, spec.SocketClosed, spec.WaitEnded, "")
	}
	err := c.failure(call.row.Name, spec.SocketClosed, spec.WaitFailed, c.why(k.why, k.detail))
	err.Reason = spec.WaitEnded
	return err
}

// askBackend makes a harmless request with the attempt's own token. If that is
// refused, so was the upgrade (inferred). If it is accepted, the network works,
// and the gateway is down or expects another tenant or agent.
func (s *session) askBackend(cred Credentials) {
	s.c.backend.probe(cred, func(refused, taken bool) {
		conn := &s.c.conn
		differs := cred.AppID != "" && cred.AppID != s.c.cfg.AppID
		switch {
		case !s.current():
		case refused, taken && differs && !conn.everOnline:
			conn.refuse()
		case taken:
			conn.fail(spec.DialRefused, "")
		default:
			conn.fail(spec.DialFailed, "")
		}
	})
}
