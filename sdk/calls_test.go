//go:build !js

package sdk_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk"
)

var ctx = context.Background()

func TestConnectTellsTheState(t *testing.T) {
	inWorld(t, func(w *world) {
		client := w.start(w.config("1001"))
		require.NoError(t, client.Connect(ctx))
		assert.Equal(t, []string{"Connecting", "Connected", "Ready+GetState"}, w.happened())
		assert.Equal(t, sdk.Snapshot{ConnectState: sdk.ConnectConnected, AgentState: sdk.AgentOffline,
			PhoneMode: sdk.ModeVoIP, PhoneState: sdk.PhoneIdle}, client.Snapshot())
		require.NoError(t, client.Connect(ctx), "at once where the connection is up")
		assert.Empty(t, w.happened())
	})
}

func TestAgentLogsInTakesABreakAndLogsOut(t *testing.T) {
	inWorld(t, func(w *world) {
		client := w.start(w.config("1001"))
		require.NoError(t, client.Connect(ctx))
		w.happened()
		require.NoError(t, client.SetAgentState(ctx, sdk.AgentIdle))
		require.NoError(t, client.SetBreak(ctx, 101))
		assert.Equal(t, []string{"AgentStateChanged offline>idle", "AgentStateChanged idle>onBreak"}, w.happened())
		assert.Equal(t, "101", client.Snapshot().AgentSubState)
		require.NoError(t, client.SetAgentState(ctx, sdk.AgentOffline))
		assert.Equal(t, []string{"AgentStateChanged onBreak>offline"}, w.happened())

		states, err := client.GetAgentStates(ctx)
		require.NoError(t, err)
		assert.Equal(t, sdk.AgentStateOption{Code: "onBreak", Label: "Short break"}, states[2])
		assert.Equal(t, sdk.AgentStateOption{Code: "101", Label: "Lunch", Owner: "onBreak"}, states[4])
	})
}

func TestPhoneModes(t *testing.T) {
	inWorld(t, func(w *world) {
		client := w.login()
		modes, err := client.GetPhoneModes(ctx)
		require.NoError(t, err)
		assert.Contains(t, modes, sdk.PhoneModeOption{ID: "voip", Name: "IP Telephone"})
		require.NoError(t, client.SetPhoneMode(ctx, sdk.ModeCellphone))
		assert.Equal(t, []string{"PhoneModeChanged cellphone"}, w.happened())
		assert.Equal(t, sdk.ModeCellphone, client.Snapshot().PhoneMode)
		requireCode(t, sdk.CodePhoneModeUnknown, client.SetPhoneMode(ctx, "fax"), "voip, cellphone or webrtc")
		requireCode(t, sdk.CodeSetPhoneModeFailed, client.SetPhoneMode(ctx, sdk.ModeWebRTC), "not supported here")
	})
}

func TestOutboundCallHoldRecoveryHangup(t *testing.T) {
	inWorld(t, func(w *world) {
		client := w.login()
		var calls []sdk.CallEvent
		defer client.OnEstablished(func(call sdk.CallEvent) { calls = append(calls, call) })()

		require.NoError(t, client.MakeCall(ctx, "13800138000", sdk.With("BizId", "order-42")))
		time.Sleep(time.Second)
		assert.Equal(t, []string{
			"AgentStateChanged idle>ringing", "PhoneStateChanged busy", "Originated",
			"AgentStateChanged ringing>talking", "Established",
		}, w.happened())
		require.Len(t, calls, 1)
		call := calls[0]
		assert.EqualValues(t, "13800138000", call.CustomerInfo.TelNumber)
		assert.Equal(t, call.CallerInfo, call.AgentInfo)
		assert.Equal(t, sdk.Outbound, call.CallDirection)
		assert.True(t, call.CallAuthority.AllowHold)

		requireCode(t, sdk.CodeDialForbidden, client.MakeCall(ctx, "13800138000"), "talking")
		require.NoError(t, client.Hold(ctx, call.CallID))
		assert.Equal(t, []string{"Held"}, w.happened())
		requireCode(t, sdk.CodeHoldFailed, client.Hold(ctx, call.CallID), "100021")
		w.happened()
		require.NoError(t, client.Recovery(ctx, call.CallID))
		require.NoError(t, client.Hangup(ctx, call.CallID))
		assert.Equal(t, []string{
			"Retrieved", "ConnectionCleared", "AgentStateChanged talking>idle", "PhoneStateChanged idle",
		}, w.happened())
		requireCode(t, sdk.CodeHangupFailed, client.Hangup(ctx, call.CallID), "idle")
	})
}

func TestInboundCall(t *testing.T) {
	inWorld(t, func(w *world) {
		client := w.login()
		client.OnDelivered(func(call sdk.CallEvent) {
			// A handler may call any method, and wait for it.
			assert.NoError(t, client.Answer(ctx))
		})
		callID, err := w.box.CustomerCalls("1001", "13800138000")
		require.NoError(t, err)
		assert.Equal(t, []string{
			"AgentStateChanged idle>ringing", "PhoneStateChanged busy", "Delivered",
			"AgentStateChanged ringing>talking", "Established",
		}, w.happened())
		assert.Equal(t, callID, client.Snapshot().CallID)
		require.NoError(t, w.box.CustomerHangsUp(callID))
		assert.Equal(t, []string{
			"ConnectionCleared", "AgentStateChanged talking>idle", "PhoneStateChanged idle",
		}, w.happened())
	})
}

func TestCallsThatComeToNothing(t *testing.T) {
	inWorld(t, func(w *world) {
		client := w.login()
		var failed []sdk.CallFailure
		client.OnCallFailed(func(f sdk.CallFailure) { failed = append(failed, f) })

		require.NoError(t, client.MakeCall(ctx, "13800000001"), "busy")
		time.Sleep(time.Second)
		assert.Contains(t, w.happened(), "CallFailed")
		require.Len(t, failed, 1)
		assert.NotEmpty(t, failed[0].Desc)
		assert.Equal(t, sdk.AgentIdle, client.Snapshot().AgentState)

		refused := requireCode(t, sdk.CodeMakeCallFailed, client.MakeCall(ctx, "13800000004"), "no such relay number (100005)")
		assert.Equal(t, "100005", refused.Data.Get("ErrCode").TextOrDigits())
		assert.Empty(t, refused.Data.Get("MsgId"))
		assert.Equal(t, []string{"GetState"}, w.happened(), "a refusal is followed by the server's state")

		requireCode(t, sdk.CodeNumberNotDialable, client.MakeCall(ctx, "12a4"), "digits")
		requireCode(t, sdk.CodeNumberNotDialable, client.MakeCall(ctx, ""), "digits")
		require.NoError(t, client.SetAgentState(ctx, sdk.AgentOffline))
		w.happened()
		requireCode(t, sdk.CodeDialForbidden, client.MakeCall(ctx, "13800138000"), "offline")
		assert.Empty(t, w.happened(), "refused before any frame")
	})
}

func TestUnknownStateIsRefusedBeforeAnyFrame(t *testing.T) {
	inWorld(t, func(w *world) {
		client := w.login()
		requireCode(t, sdk.CodeSetAgentStateFailed, client.SetAgentState(ctx, "asleep"), "State")
		requireCode(t, sdk.CodeSetAgentStateFailed, client.SetAgentState(ctx, sdk.AgentTalking), "State")
		assert.Empty(t, w.happened())
	})
}
