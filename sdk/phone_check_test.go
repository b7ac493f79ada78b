//go:build !nophone

package sdk

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// trial expects the next trial and answers it.
func (p *scriptedPhone) trial(what spec.PhoneTrial, found wire.Raw) {
	p.script.Helper()
	o := p.gets(spec.OrderCheck)
	require.Equal(p.script, string(what), o.detail.Get("What").TextOrDigits())
	p.does(o, found)
}

// goodRoom answers the trials of the page.
func (p *scriptedPhone) goodRoom() {
	p.script.Helper()
	p.trial(spec.TryPage, `{"Secure":true,"Supported":true}`)
	p.trial(spec.TryMicrophone, `{"Permission":"granted","Inputs":1,"Outputs":1}`)
	p.trial(spec.TryICE, `{"Own":true,"Servers":0,"Lost":[]}`)
}

// check is a check of a report, nil where it has none of that name.
func check(report wire.Raw, name spec.PhoneCheckName) []string {
	for c := range report.Get("Checks").Elements {
		if c.Get("Name").TextOrDigits() == string(name) {
			return []string{c.Get("Outcome").TextOrDigits(), c.Get("Reason").TextOrDigits(), c.Get("Advice").TextOrDigits()}
		}
	}
	return nil
}

func TestAnEchoIsMeasured(t *testing.T) {
	for _, echo := range []struct {
		told            wire.Raw
		outcome, reason string
	}{
		{`{"Delay":84}`, "pass", "the echo came back after 84 ms."},
		{`{"Delay":900}`, "warn", "the echo came back only after 900 ms."},
		{`{"Delay":-1}`, "fail", "the call was connected, but no echo came back."},
		{`{"Blocked":true}`, "warn", "the browser does not play sound yet."},
	} {
		inWebRTC(t, func(p *scriptedPhone) {
			end := p.begin("CheckPhoneAsync", `[{"EchoNumber":"10005"}]`)
			p.goodRoom()
			leg := p.gets(spec.OrderInvite).detail.Get("Leg").TextOrDigits()
			p.agentIs("ringing")
			p.callIs("Originated")
			p.legTells(spec.NewsProgress, leg)
			p.quiet()
			p.legTells(spec.NewsAccepted, leg)
			p.agentIs("talking")
			p.callIs("Established")
			p.does(p.gets(spec.OrderEcho), echo.told)
			hangup := p.took()
			assert.Equal(t, "Hangup", hangup.Method)
			p.answer(hangup, "000000", "")
			p.gets(spec.OrderHangup)
			report, err := end()
			require.Nil(t, err)
			assert.Equal(t, []string{echo.outcome, echo.reason}, check(report, spec.CheckEcho)[:2])
			assert.Equal(t, echo.outcome, report.Get("Outcome").TextOrDigits())
			assert.Equal(t, []string{"pass", "", ""}, check(report, spec.CheckRegistration))
			p.legTells(spec.NewsEnded, leg)
			p.callEnds()
		})
	}
}

func TestAnEchoCallThatComesToNothing(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		end := p.begin("CheckPhoneAsync", `[{"EchoNumber":"10005"}]`)
		p.goodRoom()
		leg := p.gets(spec.OrderInvite).detail.Get("Leg").TextOrDigits()
		p.tells(spec.NewsEnded, wire.Raw(`{"Leg":"`+leg+`","Status":486}`))
		report, err := end()
		require.Nil(t, err)
		assert.Equal(t, []string{"fail", "the echo call was not made: the line is busy (486).", "Try again later."}, check(report, spec.CheckEcho))
		p.happened()
	})
	inWebRTC(t, func(p *scriptedPhone) {
		end := p.begin("CheckPhoneAsync", `[{"EchoNumber":"10005"}]`)
		p.goodRoom()
		leg := p.gets(spec.OrderInvite).detail.Get("Leg").TextOrDigits()
		p.legTells(spec.NewsProgress, leg)
		time.Sleep(echoLimit) // fake time
		p.gets(spec.OrderHangup)
		report, err := end()
		require.Nil(t, err)
		assert.Equal(t, "fail", check(report, spec.CheckEcho)[0])
	})
}

func TestACheckLeavesACallAlone(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		end := p.begin("CheckPhoneAsync", `[{"EchoNumber":"10005"}]`)
		p.trial(spec.TryPage, `{"Secure":true,"Supported":true}`)
		o := p.gets(spec.OrderCheck)
		assert.Equal(t, wire.True, o.detail.Get("InUse").Kind())
		p.does(o, `{"Permission":"granted","Inputs":1,"Outputs":1}`)
		p.trial(spec.TryICE, `{"Own":true,"Servers":0,"Lost":[]}`)
		report, err := end()
		require.Nil(t, err)
		assert.Equal(t, []string{"warn", "the echo call was not made: the phone is busy.", "Wait until it is idle."}, check(report, spec.CheckEcho))
		p.quiet()
		p.legTells(spec.NewsEnded, leg)
		p.callEnds()
	})
}

func TestACheckIsBoundedAndOneTrialStopsNoOther(t *testing.T) {
	withPhone(t, func(p *scriptedPhone) {
		first := p.begin("CheckPhoneAsync", `[]`)
		second := p.begin("CheckPhoneAsync", `[{"EchoNumber":"10005"}]`)
		for _, limit := range []time.Duration{ReplyTimeout, OpenTimeout, ReplyTimeout} {
			p.gets(spec.OrderCheck)
			time.Sleep(limit) // fake time
		}
		p.answer(p.took(), "000000", account)
		p.gets(spec.OrderCheck)
		time.Sleep(ReplyTimeout)
		report, err := first()
		require.Nil(t, err)
		for _, name := range []spec.PhoneCheckName{spec.CheckBrowser, spec.CheckMicrophone, spec.CheckICE, spec.CheckRegistration} {
			assert.Equal(t, "fail", check(report, name)[0], name)
		}
		shared, err := second()
		require.Nil(t, err)
		assert.Equal(t, report, shared)
	})
}

func TestDestroyEndsACheck(t *testing.T) {
	withPhone(t, func(p *scriptedPhone) {
		end := p.begin("CheckPhoneAsync", `[]`)
		p.gets(spec.OrderCheck)
		p.client.Close()
		_, err := end()
		require.NotNil(t, err)
		assert.Equal(t, spec.NoSocket, err.Code)
	})
}
