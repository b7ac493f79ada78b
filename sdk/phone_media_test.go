//go:build !nophone

package sdk

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// fails answers an order with a fault.
func (p *scriptedPhone) fails(o phoneOrder) {
	p.client.PhoneTells(o.id, spec.NewsFailed, `{"Fault":"failed","Detail":"488"}`)
}

func TestASoundThatFindsNoWayIsTold(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		p.legTells(spec.NewsMediaSought, leg)
		after(MediaPatience - 1)
		assert.Empty(t, p.troubles())
		after(1)
		assert.Equal(t, []string{"NoMedia"}, p.troubles())
		p.fails(p.gets(spec.OrderRestart))
		p.quiet()
		after(MediaPatience)
		p.does(p.gets(spec.OrderRestart), "{}")
		p.legTells(spec.NewsMediaSought, leg)
		p.legTells(spec.NewsMediaFound, leg)
		assert.Equal(t, []string{"NoMedia over"}, p.troubles())
		p.let(func() { p.state = inCallState })
		after(time.Hour)
		p.quiet()
		assert.Empty(t, p.troubles())
	})
	inWebRTC(t, func(p *scriptedPhone) {
		// The phone says so before that.
		leg := p.talks()
		p.legTells(spec.NewsMediaSought, leg)
		p.legTells(spec.NewsMediaLost, leg)
		assert.Equal(t, []string{"NoMedia"}, p.troubles())
		p.gets(spec.OrderRestart)
		p.legTells(spec.NewsMediaLost, leg)
		assert.Empty(t, p.troubles(), "once")
	})
}

// A call without sound ends, and the end is reported, whatever is refused.
func TestASoundThatFindsNoOtherWayEndsTheCall(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		p.let(func() { p.state = inCallState })
		p.legTells(spec.NewsMediaSought, leg)
		p.legTells(spec.NewsMediaFound, leg)
		p.legTells(spec.NewsMediaLost, leg)
		assert.Equal(t, []string{"MediaLost"}, p.troubles())
		p.gets(spec.OrderRenew)
		p.tells(spec.NewsRegistered, "{}")
		from, attempts := time.Now(), 0
		for {
			o := p.next()
			if o.order != spec.OrderRestart {
				assert.Equal(t, spec.OrderHangup, o.order)
				break
			}
			attempts++
			p.fails(o)
			after(MediaPatience)
		}
		assert.InDelta(t, MediaLimit.Seconds(), time.Since(from).Seconds(), MediaPatience.Seconds())
		assert.Greater(t, attempts, 4)
		p.legTells(spec.NewsEnded, leg)
		assert.Equal(t, []string{"MediaGone"}, p.troubles())
		p.quiet()
	})
}

func TestARefusedRestartEndsNoCallThatIsHeard(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		p.let(func() { p.state = inCallState })
		p.legTells(spec.NewsMediaSought, leg)
		p.legTells(spec.NewsMediaFound, leg)
		p.tells(spec.NewsNetwork, "{}")
		p.gets(spec.OrderRenew)
		p.tells(spec.NewsRegistered, "{}")
		p.fails(p.gets(spec.OrderRestart))
		after(time.Hour)
		p.quiet()
		assert.NotNil(t, p.webPhone().leg)
		assert.Empty(t, p.troubles())
	})
}

// A second network while a restart is under way: one more restart follows it,
// whichever comes first, the registration or the answer.
func TestRestartsDoNotCollide(t *testing.T) {
	for name, follow := range map[string]func(p *scriptedPhone, first phoneOrder){
		"registered first": func(p *scriptedPhone, first phoneOrder) {
			p.tells(spec.NewsRegistered, "{}")
			p.quiet()
			p.does(first, "{}")
		},
		"answered first": func(p *scriptedPhone, first phoneOrder) {
			p.does(first, "{}")
			p.quiet()
			p.tells(spec.NewsRegistered, "{}")
		},
		"refused": func(p *scriptedPhone, first phoneOrder) {
			p.tells(spec.NewsRegistered, "{}")
			p.quiet()
			p.fails(first)
		},
		"not answered at all": func(p *scriptedPhone, _ phoneOrder) {
			p.tells(spec.NewsRegistered, "{}")
			p.quiet()
			after(ReplyTimeout)
		},
	} {
		t.Run(name, func(t *testing.T) {
			inWebRTC(t, func(p *scriptedPhone) {
				p.talks()
				p.tells(spec.NewsNetwork, "{}")
				p.gets(spec.OrderRenew)
				p.tells(spec.NewsRegistered, "{}")
				first := p.gets(spec.OrderRestart)
				p.tells(spec.NewsNetwork, "{}")
				p.gets(spec.OrderRenew)
				follow(p, first)
				p.does(p.gets(spec.OrderRestart), "{}")
				p.quiet()
				assert.Equal(t, phoneReady, p.webPhone().state)
			})
		})
	}
}

func TestAHoldOfAnHour(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		p.legTells(spec.NewsMediaSought, leg)
		p.legTells(spec.NewsMediaFound, leg)
		p.let(func() { p.state = inCallState })
		end := p.begin("HoldAsync", `[{"CallId":"c1"}]`)
		p.answer(p.took(), "000000", "")
		_, err := end()
		assert.Nil(t, err)
		p.callIs("Held")
		p.happened()
		before := p.count()
		for range 60 {
			for range 60 {
				// Nothing is received while the far end holds.
				p.tells(spec.NewsQuality, wire.Raw(`{"Leg":"`+leg+`","Rtt":40,"Jitter":3,"Received":100,"Lost":0}`))
				after(time.Second)
			}
			p.happened()
		}
		later := p.count()
		assert.InDelta(t, 60, later.polls-before.polls, 1, "the state is asked for on")
		assert.InDelta(t, 72, later.pings-before.pings, 1, "the gateway's socket is kept alive")
		assert.Equal(t, phoneReady, p.webPhone().state, "the phone stays registered")
		assert.Equal(t, legTalking, p.webPhone().leg.state, "nothing ends the call")
		assert.Equal(t, "c1", p.client.Snapshot().CallID)
		p.quiet()
		end = p.begin("RecoveryAsync", `[{"CallId":"c1"}]`)
		p.answer(p.took(), "000000", "")
		_, err = end()
		assert.Nil(t, err)
	})
}
