// Code generated from sdk/spec by make gen. DO NOT EDIT.

package sdk

// OnAgentStateChanged tells that the agent's state changed. The handler is called until off is.
func (c *Client) OnAgentStateChanged(handler func(AgentStateChange)) (off func()) {
	return c.core.queue.on("AgentStateChanged", func(e Event) { handler(decodeAgentStateChange(e.Data)) })
}

// OnPhoneModeChanged tells that the agent's telephone changed. The handler is called until off is.
func (c *Client) OnPhoneModeChanged(handler func(PhoneModeChange)) (off func()) {
	return c.core.queue.on("PhoneModeChanged", func(e Event) { handler(decodePhoneModeChange(e.Data)) })
}

// OnPhoneStateChanged tells that the phone's state changed. The handler is called until off is.
func (c *Client) OnPhoneStateChanged(handler func(PhoneStateChange)) (off func()) {
	return c.core.queue.on("PhoneStateChanged", func(e Event) { handler(decodePhoneStateChange(e.Data)) })
}

// OnReady tells, once in an instance's life, that the connection is up and the
// agent's state is known. The handler is called until off is.
func (c *Client) OnReady(handler func(State)) (off func()) {
	return c.core.queue.on("Ready", func(e Event) { handler(decodeState(e.Data)) })
}

// OnAdvancedCallStatusChanged precedes each of the eight events of a call, with
// the same Data. The handler is called until off is.
func (c *Client) OnAdvancedCallStatusChanged(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("AdvancedCallStatusChanged", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnGetState tells what the server says of agent, phone and call. The handler is called until off is.
func (c *Client) OnGetState(handler func(State)) (off func()) {
	return c.core.queue.on("GetState", func(e Event) { handler(decodeState(e.Data)) })
}

// OnDelivered tells that a call rings at the agent. The handler is called until off is.
func (c *Client) OnDelivered(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("Delivered", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnOriginated tells that the agent's call rings at the other side. The handler is called until off is.
func (c *Client) OnOriginated(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("Originated", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnEstablished tells that the two sides talk. The handler is called until off is.
func (c *Client) OnEstablished(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("Established", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnConnectionCleared tells that a connection of the call ended. The handler is called until off is.
func (c *Client) OnConnectionCleared(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("ConnectionCleared", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnHeld tells that the customer is on hold. The handler is called until off is.
func (c *Client) OnHeld(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("Held", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnRetrieved tells that the customer is off hold. The handler is called until off is.
func (c *Client) OnRetrieved(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("Retrieved", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnConferenced tells that three parties talk. The handler is called until off is.
func (c *Client) OnConferenced(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("Conferenced", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnTransferred tells that the call went to somebody else. The handler is called until off is.
func (c *Client) OnTransferred(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("Transferred", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnServiceInitiated tells that the server has begun to make a call. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnServiceInitiated(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("ServiceInitiated", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnCallFailed tells that a call came to nothing; its Code is 0300 and its
// Message the server's reason. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnCallFailed(handler func(CallFailure)) (off func()) {
	return c.core.queue.on("CallFailed", func(e Event) { handler(decodeCallFailure(e.Data)) })
}

// OnConnecting tells that the connection is being opened. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnConnecting(handler func()) (off func()) {
	return c.core.queue.on("Connecting", func(Event) { handler() })
}

// OnConnected tells that the connection is up. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnConnected(handler func()) (off func()) {
	return c.core.queue.on("Connected", func(Event) { handler() })
}

// OnDisconnected tells that the connection is down. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnDisconnected(handler func(Disconnection)) (off func()) {
	return c.core.queue.on("Disconnected", func(e Event) { handler(decodeDisconnection(e.Data)) })
}

// OnNeedManualConnect tells that the SDK no longer tries to connect by itself. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnNeedManualConnect(handler func(Disconnection)) (off func()) {
	return c.core.queue.on("NeedManualConnect", func(e Event) { handler(decodeDisconnection(e.Data)) })
}

// OnPhoneLeg tells of a SIP call of the web phone: when it begins, when the
// gateway confirms it, when the microphone goes on, and when it ends. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnPhoneLeg(handler func(PhoneLegChange)) (off func()) {
	return c.core.queue.on("PhoneLeg", func(e Event) { handler(decodePhoneLegChange(e.Data)) })
}

// OnCallQuality tells once a second how a call of the web phone sounds. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnCallQuality(handler func(SoundQuality)) (off func()) {
	return c.core.queue.on("CallQuality", func(e Event) { handler(decodeSoundQuality(e.Data)) })
}
