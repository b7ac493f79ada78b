package voice

import (
	"context"
	"fmt"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/pion/ice/v4"
	"github.com/pion/interceptor"
	"github.com/pion/rtp"
	"github.com/pion/webrtc/v4"
	pion "github.com/pion/webrtc/v4/pkg/media"
)

// Sound is G.711 µ-law (PCMU): a byte per sample, which every browser supports
// and which needs no third-party codec.
const (
	sampleRate   = 8000
	frameTime    = 20 * time.Millisecond
	frameSamples = sampleRate / 50

	telephoneEvent = "audio/telephone-event"
)

// mediaFactory makes peer connections, with media at one address.
type mediaFactory struct{ ip net.IP }

// api makes a peer connection whose packets are lost as loses says.
func (f *mediaFactory) api(loses func(packet []byte) bool) (*webrtc.API, error) {
	network, err := newPackets(loses)
	if err != nil {
		return nil, err
	}
	var codecs webrtc.MediaEngine
	for _, c := range []webrtc.RTPCodecParameters{
		{RTPCodecCapability: webrtc.RTPCodecCapability{MimeType: webrtc.MimeTypePCMU, ClockRate: sampleRate}, PayloadType: 0},
		{RTPCodecCapability: webrtc.RTPCodecCapability{MimeType: telephoneEvent, ClockRate: sampleRate, SDPFmtpLine: "0-16"}, PayloadType: 101},
	} {
		must(codecs.RegisterCodec(c, webrtc.RTPCodecTypeAudio))
	}
	// Reports let a page see its loss and jitter as the far end has them.
	var interceptors interceptor.Registry
	must(webrtc.ConfigureRTCPReports(&interceptors))

	var settings webrtc.SettingEngine
	settings.SetNet(network)
	settings.SetIncludeLoopbackCandidate(f.ip.IsLoopback())
	settings.SetIPFilter(func(other net.IP) bool { return other.Equal(f.ip) })
	settings.SetNetworkTypes([]webrtc.NetworkType{webrtc.NetworkTypeUDP4, webrtc.NetworkTypeUDP6})
	// Browsers hide their addresses behind mDNS names, so they are seen first
	// when they ask; then there is nothing to wait for.
	settings.SetICEMulticastDNSMode(ice.MulticastDNSModeDisabled)
	settings.SetPrflxAcceptanceMinWait(0)
	return webrtc.NewAPI(
		webrtc.WithMediaEngine(&codecs), webrtc.WithInterceptorRegistry(&interceptors), webrtc.WithSettingEngine(settings),
	), nil
}

// media is the sound of one session.
type media struct {
	connection *webrtc.PeerConnection
	out        *webrtc.TrackLocalStaticSample
	in         jitter
	readers    sync.WaitGroup
	version    atomic.Int32 // of the last description
}

// open makes a peer connection that is still to be described to the phone.
// dialled is called for each digit that comes as RFC 4733 telephone-event; loses
// selects the packets that are lost.
func (f *mediaFactory) open(dialled func(digit byte), loses func(packet []byte) bool) (*media, error) {
	api, err := f.api(loses)
	if err != nil {
		return nil, err
	}
	connection, err := api.NewPeerConnection(webrtc.Configuration{})
	if err != nil {
		return nil, err
	}
	m := &media{connection: connection}
	m.out, err = webrtc.NewTrackLocalStaticSample(
		webrtc.RTPCodecCapability{MimeType: webrtc.MimeTypePCMU, ClockRate: sampleRate}, "audio", "sandbox")
	must(err)
	sender, err := connection.AddTrack(m.out)
	if err != nil {
		m.close()
		return nil, err
	}
	m.readers.Add(1)
	go func() { // the interceptors see what is read
		defer m.readers.Done()
		for {
			if _, _, err := sender.ReadRTCP(); err != nil {
				return
			}
		}
	}()
	connection.OnTrack(func(track *webrtc.TrackRemote, _ *webrtc.RTPReceiver) {
		events := events{dialled: dialled}
		for {
			packet, _, err := track.ReadRTP()
			if err != nil {
				return
			}
			m.take(packet, &events)
		}
	})
	return m, nil
}

// take takes a packet of either kind: sound is the one of payload type 0, which
// is PCMU's own (RFC 3551).
func (m *media) take(packet *rtp.Packet, events *events) {
	if packet.PayloadType == 0 {
		m.in.put(decodeULaw(packet.Payload))
	} else {
		events.take(packet)
	}
}

// answer takes the phone's description and returns ours.
func (m *media) answer(ctx context.Context, offer string, held bool) (string, error) {
	err := m.connection.SetRemoteDescription(webrtc.SessionDescription{Type: webrtc.SDPTypeOffer, SDP: directed(offer, sendrecv)})
	if err != nil {
		return "", err
	}
	answer, err := m.connection.CreateAnswer(nil)
	if err != nil {
		return "", err
	}
	if !strings.Contains(answer.SDP, "PCMU/8000") {
		return "", fmt.Errorf("the offer has no PCMU")
	}
	sdp, err := m.describe(ctx, answer)
	if held {
		return directed(sdp, inactive), err
	}
	return directed(sdp, reverse(directionOf(offer))), err
}

// offer describes our side first. Called twice, it returns the same.
func (m *media) offer(ctx context.Context) (string, error) {
	if d := m.connection.LocalDescription(); d != nil {
		return m.next(d.SDP), nil
	}
	offer, err := m.connection.CreateOffer(nil)
	if err != nil {
		return "", err
	}
	return m.describe(ctx, offer)
}

// describe makes a description ours and waits until it has our addresses.
func (m *media) describe(ctx context.Context, d webrtc.SessionDescription) (string, error) {
	gathered := webrtc.GatheringCompletePromise(m.connection)
	if err := m.connection.SetLocalDescription(d); err != nil {
		return "", err
	}
	select {
	case <-gathered:
		return m.next(m.connection.LocalDescription().SDP), nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// accept takes the phone's answer to our offer.
func (m *media) accept(answer string) error {
	return m.connection.SetRemoteDescription(webrtc.SessionDescription{Type: webrtc.SDPTypeAnswer, SDP: answer})
}

// reoffer returns our description as a new offer that holds the phone, or takes
// it off hold.
func (m *media) reoffer(held bool) string {
	sdp := negotiable(m.next(m.connection.LocalDescription().SDP))
	if held {
		return directed(sdp, inactive)
	}
	return directed(sdp, sendrecv)
}

// next gives a description the next version number.
func (m *media) next(sdp string) string {
	return versioned(sdp, int(m.version.Add(1)))
}

// play sends a frame to the phone. Before it is connected the frame is lost.
func (m *media) play(frame []int16) {
	_ = m.out.WriteSample(pion.Sample{Data: encodeULaw(frame), Duration: frameTime})
}

// close ends the connection and waits for its goroutines.
func (m *media) close() {
	_ = m.connection.GracefulClose()
	m.readers.Wait()
}
