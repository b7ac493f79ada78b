// Code generated from sdk/spec by make gen. DO NOT EDIT.

package sdk

// OnAgentStateChanged reports that the agent's state changed. The handler is called until off is.
func (c *Client) OnAgentStateChanged(handler func(AgentStateChange)) (off func()) {
	return c.core.queue.on("AgentStateChanged", func(e Event) { handler(decodeAgentStateChange(e.Data)) })
}

// OnPhoneModeChanged reports that the agent's telephone changed. The handler is called until off is.
func (c *Client) OnPhoneModeChanged(handler func(PhoneModeChange)) (off func()) {
	return c.core.queue.on("PhoneModeChanged", func(e Event) { handler(decodePhoneModeChange(e.Data)) })
}

// OnPhoneStateChanged reports that the phone's state changed. The handler is called until off is.
func (c *Client) OnPhoneStateChanged(handler func(PhoneStateChange)) (off func()) {
	return c.core.queue.on("PhoneStateChanged", func(e Event) { handler(decodePhoneStateChange(e.Data)) })
}

// OnReady reports, once per instance, that the connection is up and the agent's
// state is known. The handler is called until off is.
func (c *Client) OnReady(handler func(State)) (off func()) {
	return c.core.queue.on("Ready", func(e Event) { handler(decodeState(e.Data)) })
}

// OnAdvancedCallStatusChanged precedes each of the eight events of a call, with
// the same Data. The handler is called until off is.
func (c *Client) OnAdvancedCallStatusChanged(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("AdvancedCallStatusChanged", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnGetState reports the state of agent, phone and call, as sent by the server. The handler is called until off is.
func (c *Client) OnGetState(handler func(State)) (off func()) {
	return c.core.queue.on("GetState", func(e Event) { handler(decodeState(e.Data)) })
}

// OnDelivered reports that a call rings at the agent. The handler is called until off is.
func (c *Client) OnDelivered(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("Delivered", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnOriginated reports that the agent's call rings at the other side. The handler is called until off is.
func (c *Client) OnOriginated(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("Originated", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnEstablished reports that the two sides talk. The handler is called until off is.
func (c *Client) OnEstablished(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("Established", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnConnectionCleared reports that a connection of the call ended. The handler is called until off is.
func (c *Client) OnConnectionCleared(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("ConnectionCleared", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnHeld reports that the customer is on hold. The handler is called until off is.
func (c *Client) OnHeld(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("Held", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnRetrieved reports that the customer is off hold. The handler is called until off is.
func (c *Client) OnRetrieved(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("Retrieved", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnConferenced reports that three parties talk. The handler is called until off is.
func (c *Client) OnConferenced(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("Conferenced", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnTransferred reports that the call was passed to another party. The handler is called until off is.
func (c *Client) OnTransferred(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("Transferred", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnServiceInitiated reports that the server has begun to make a call. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnServiceInitiated(handler func(CallEvent)) (off func()) {
	return c.core.queue.on("ServiceInitiated", func(e Event) { handler(decodeCallEvent(e.Data)) })
}

// OnCallFailed reports that a call failed; its Code is 0300 and its
// Message the server's reason. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnCallFailed(handler func(CallFailure)) (off func()) {
	return c.core.queue.on("CallFailed", func(e Event) { handler(decodeCallFailure(e.Data)) })
}

// OnConnecting reports that the connection is being opened. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnConnecting(handler func()) (off func()) {
	return c.core.queue.on("Connecting", func(Event) { handler() })
}

// OnConnected reports that the connection is up. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnConnected(handler func()) (off func()) {
	return c.core.queue.on("Connected", func(Event) { handler() })
}

// OnDisconnected reports that the connection is down. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnDisconnected(handler func(Disconnection)) (off func()) {
	return c.core.queue.on("Disconnected", func(e Event) { handler(decodeDisconnection(e.Data)) })
}

// OnNeedManualConnect reports that the SDK no longer tries to connect by itself. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnNeedManualConnect(handler func(Disconnection)) (off func()) {
	return c.core.queue.on("NeedManualConnect", func(e Event) { handler(decodeDisconnection(e.Data)) })
}

// OnPhoneLeg reports a SIP call of the web phone: when it begins, when the
// gateway confirms it, when the microphone goes on, and when it ends. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnPhoneLeg(handler func(PhoneLegChange)) (off func()) {
	return c.core.queue.on("PhoneLeg", func(e Event) { handler(decodePhoneLegChange(e.Data)) })
}

// OnPhoneTrouble reports a problem of the web phone that no promise reports,
// with Code 9000 and a Message that says what happened and who can change it;
// and its end, with Over. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnPhoneTrouble(handler func(PhoneTroubleData)) (off func()) {
	return c.core.queue.on("PhoneTrouble", func(e Event) { handler(decodePhoneTroubleData(e.Data)) })
}

// OnCallQuality reports once a second how a call of the web phone sounds. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnCallQuality(handler func(SoundQuality)) (off func()) {
	return c.core.queue.on("CallQuality", func(e Event) { handler(decodeSoundQuality(e.Data)) })
}

// OnTabRoleChanged reports, with ShareConnection, that the tab has become the
// one whose connection all use, or one of the others. The handler is called until off is.
//
// A compatibility extra: not in the vendor's document.
func (c *Client) OnTabRoleChanged(handler func(TabRoleChange)) (off func()) {
	return c.core.queue.on("TabRoleChanged", func(e Event) { handler(decodeTabRoleChange(e.Data)) })
}
