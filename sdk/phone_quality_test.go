//go:build !nophone

package sdk

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

func TestCallQuality(t *testing.T) {
	inWebRTC(t, func(p *scriptedPhone) {
		leg := p.talks()
		sample := func(figures string) { p.tells(spec.NewsQuality, wire.Raw(`{"Leg":"`+leg+`",`+figures+`}`)) }
		sample(`"Rtt":40,"Jitter":3,"Received":50,"Lost":0,"Input":120,"Output":345`)
		assert.Equal(t, []string{"CallQuality"}, p.happened())
		assert.EqualValues(t, `{"CallID":"c1","RoundTripTime":40,"Jitter":3,"PacketLoss":0.00,"InputLevel":0.12,"OutputLevel":0.35,"Mos":4.39,"Warning":""}`,
			p.data[len(p.data)-1])
		sample(`"Rtt":40,"Jitter":3,"Received":60,"Lost":-5`)
		p.happened()
		assert.EqualValues(t, "0.00", p.data[len(p.data)-1].Get("PacketLoss"), "late packets take losses back")
		sample(`"Rtt":40,"Jitter":3,"Received":60,"Lost":-5`)
		p.happened()
		silent := p.data[len(p.data)-1]
		assert.Equal(t, "NoMedia", silent.Get("Warning").TextOrDigits())
		assert.EqualValues(t, "1.00", silent.Get("Mos"), "nothing is heard")
		p.webPhone().sound = soundCheck{}
		var warnings []string
		for second := range 6 {
			lost := min(second, 3) * 10
			sample(`"Rtt":301,"Jitter":30,"Received":` + string(numberArg(100+50*second)) + `,"Lost":` + string(numberArg(lost)))
			p.happened()
			warnings = append(warnings, p.data[len(p.data)-1].Get("Warning").TextOrDigits())
		}
		assert.Equal(t, []string{"", "", "RoundTripTime", "RoundTripTime,PacketLoss", "RoundTripTime,PacketLoss", "RoundTripTime,PacketLoss"}, warnings)
		assert.NotContains(t, p.client.ExportLog(), "quality")
	})
	assert.InDelta(t, 4.40, opinion(0, 0, 0), 0.01, "the best that G.711 can have, with 20 ms of packets")
	assert.InDelta(t, 1, opinion(2000, 200, 50), 0.01)
	assert.Greater(t, opinion(40, 3, 0), opinion(40, 3, 2))
	assert.Greater(t, opinion(40, 3, 1), opinion(700, 3, 1))
}
