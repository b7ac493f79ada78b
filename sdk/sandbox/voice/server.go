// Package voice is the sound of the sandbox: the SIP server that web phones
// register at, over WebSocket, and the media of their calls. It is a package of
// its own so that tests without sound need not compile WebRTC.
//
//	server, err := sandbox.Start(sandbox.Config{Voice: voice.New(voice.Config{})})
//
// A customer who is talked to plays a melody, Melody, over and over; one whose
// number ends in 0005 sends back what it hears. A held customer hears HoldMusic.
// Platform.State shows what each telephone outside hears.
//
// The vendor documents next to nothing about its switch, except that it is
// FreeSWITCH (observed). What this server does beyond the RFCs follows that
// switch's habits (inferred) where a comment says so.
package voice

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"net"
	"slices"
	"sync"

	"github.com/emiago/sipgo"
	"github.com/emiago/sipgo/sip"

	"github.com/ccpaas/ccpaas-go/sdk/sandbox"
)

// Config says where the sound is. Its zero value is good for tests on one
// machine.
type Config struct {
	// MediaIP is the address that media is offered at. Browsers take 127.0.0.1
	// only with --allow-loopback-in-peer-connection; a person's needs the
	// address of an interface. Nil means 127.0.0.1.
	MediaIP net.IP
	// Log takes one line per registration, refusal and failure, never a number
	// or a password. It is called from several goroutines. Nil means silence.
	Log func(message string)
}

// Server is a sandbox.Voice. Use it for one platform.
type Server struct {
	config   Config
	platform *sandbox.Platform
	agent    *sipgo.UserAgent
	client   *sipgo.Client
	upgrades *upgrades
	media    *mediaFactory
	nonces   nonces
	rooms    rooms
	changes  changes
	troubles troubles // everybody's: noSocket

	ctx    context.Context
	cancel context.CancelFunc
	work   sync.WaitGroup // all goroutines of the server's own

	mu       sync.Mutex
	closed   bool
	sockets  map[string]*socket  // by the phone's address
	phones   map[string]*phone   // by AgentID
	numbers  map[string]*phone   // the same by number
	sessions map[string]*session // by the leg's ChannelUUID
	dialogs  map[string]*session // by SIP Call-ID
}

// New returns a server to be handed to one platform as sandbox.Config.Voice.
func New(config Config) *Server {
	if config.MediaIP == nil {
		config.MediaIP = net.IPv4(127, 0, 0, 1)
	}
	if config.Log == nil {
		config.Log = func(string) {}
	}
	s := &Server{
		config:   config,
		upgrades: newUpgrades(),
		nonces:   newNonces(),
		changes:  newChanges(),
		sockets:  map[string]*socket{},
		phones:   map[string]*phone{},
		numbers:  map[string]*phone{},
		sessions: map[string]*session{},
		dialogs:  map[string]*session{},
	}
	s.rooms.open = map[string]*room{}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	return s
}

// Open begins to serve the platform's agents. Package sandbox calls it.
func (s *Server) Open(platform *sandbox.Platform) {
	s.platform = platform
	s.media = &mediaFactory{s.config.MediaIP}
	for _, a := range platform.State().Agents {
		p := newPhone(platform, a.AgentID)
		s.phones[p.agentID], s.numbers[p.number] = p, p
	}
	// sipgo logs whole messages, numbers and all.
	quiet := slog.New(slog.DiscardHandler)
	agent, err := sipgo.NewUA(
		sipgo.WithUserAgentHostname(domain),
		sipgo.WithUserAgentTransactionLayerOptions(
			sip.WithTransactionLayerLogger(quiet),
			sip.WithTransactionLayerTerminateOnConnClose(),
			sip.WithTransactionLayerUnhandledResponseHandler(func(*sip.Response) {}),
		),
		sipgo.WithUserAgentTransportLayerOptions(sip.WithTransportLayerLogger(quiet), sip.WithTransportLayerReadFilter(s.admit)),
	)
	must(err)
	s.agent = agent
	s.client, err = sipgo.NewClient(agent, sipgo.WithClientLogger(quiet), sipgo.WithClientHostname(domain), sipgo.WithClientPort(wsPort))
	must(err)
	server, err := sipgo.NewServer(agent, sipgo.WithServerLogger(quiet))
	must(err)
	for method, handle := range s.handlers() {
		server.OnRequest(method, s.handler(handle))
	}
	server.OnNoRoute(s.handler(refuseUnknownMethod))
	s.run(func() { _ = server.ServeWS(s.upgrades) })
	s.run(s.conduct)
}

func (s *Server) handlers() map[sip.RequestMethod]sipHandler {
	return map[sip.RequestMethod]sipHandler{
		sip.REGISTER: s.register,
		sip.INVITE:   s.invite,
		sip.BYE:      s.bye,
		sip.INFO:     s.info,
		sip.ACK:      func(*sip.Request, sip.ServerTransaction) {},
		sip.CANCEL:   refuseUnknownCall,
		sip.OPTIONS:  func(r *sip.Request, tx sip.ServerTransaction) { respond(tx, r, sip.StatusOK, "OK") },
	}
}

// handler serves requests by handle, and counts them.
func (s *Server) handler(handle sipHandler) sipgo.RequestHandler {
	return func(r *sip.Request, tx sip.ServerTransaction) {
		if s.begin() {
			defer s.work.Done()
			s.serve(handle, r, tx)
		}
	}
}

// must panics on an error that only a mistake in this package can cause.
func must(err error) {
	if err != nil {
		panic(fmt.Sprintf("voice: %v", err))
	}
}

// begin counts one more goroutine, unless the server is closing.
func (s *Server) begin() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return false
	}
	s.work.Add(1)
	return true
}

// run starts a goroutine that Close waits for.
func (s *Server) run(do func()) {
	if s.begin() {
		go func() {
			defer s.work.Done()
			do()
		}()
	}
}

// Close ends every call, registration and goroutine. Package sandbox calls it.
func (s *Server) Close() {
	s.mu.Lock()
	s.closed = true
	for _, c := range s.sockets {
		c.reset()
	}
	s.mu.Unlock()

	s.cancel()
	_ = s.upgrades.Close()
	s.changes.close()
	s.work.Wait()
	for _, c := range slices.Concat(slices.Collect(maps.Values(s.dialogs)), slices.Collect(maps.Values(s.sessions))) {
		c.release()
	}
	_ = s.agent.Close()
}

func (s *Server) log(format string, args ...any) { s.config.Log(fmt.Sprintf(format, args...)) }
