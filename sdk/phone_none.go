package sdk

import (
	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// noPhone takes the place of the web phone if there is none: it refuses what
// only a web phone can do.
type noPhone struct{ c *core }

func (n noPhone) check(call *call) *Error {
	refuse := func(why spec.Reason) *Error { return n.c.failure(call.row.Name, call.row.Code, why, "") }
	switch {
	case call.flow.choosesPhone && call.args.text("PhoneMode") == string(spec.ModeWebRTC):
		return refuse(spec.NoWebPhone)
	case call.row.Via != spec.WebPhone:
		return nil
	case call.flow.local != nil:
		return refuse(spec.NoWebPhone)
	case n.c.agent.view.PhoneMode != spec.ModeWebRTC:
		return refuse(spec.OnlyWebRTC)
	}
	return refuse(spec.NoWebPhone)
}

func (noPhone) perform(*call) bool                     { return false }
func (noPhone) serves(*call) bool                      { return false }
func (noPhone) hasCall() bool                          { return false }
func (noPhone) sent(*call)                             {}
func (noPhone) declined(*call)                         {}
func (noPhone) renew()                                 {}
func (noPhone) agreed(*call)                           {}
func (noPhone) followMode()                            {}
func (noPhone) compare()                               {}
func (noPhone) callEvent(string)                       {}
func (noPhone) asksState() bool                        { return false }
func (noPhone) tells(string, spec.PhoneNews, wire.Raw) {}
func (noPhone) inUse() bool                            { return false }
func (noPhone) lost()                                  {}
func (noPhone) end(spec.Reason)                        {}
func (noPhone) recordBeginning(*wire.Builder)          {}
func (noPhone) restore(wire.Raw)                       {}
