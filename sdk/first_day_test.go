//go:build !js

package sdk_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk"
)

// What a developer gets wrong on the first day: how long until the error log,
// Connect and a waiting call report it, and in which words.
func TestMistakesOfTheFirstDayAreToldAtOnce(t *testing.T) {
	answer := func(json string) sdk.TokenProvider {
		return func(context.Context) (sdk.Credentials, error) { return sdk.ReadToken(sdk.Raw(json)) }
	}
	for name, tc := range map[string]struct {
		mistake func(*sdk.Config)
		says    string
		waits   time.Duration // at most, for the call
	}{
		"the whole answer": {func(c *sdk.Config) {
			c.Token = answer(`{"code":0,"data":{"token":"hush","timestamp":"1"}}`)
		}, "Config.Token returned the whole answer. Return the part of it that has appId, timestamp and token, such as its member data.", 0},
		"an answer in HTML": {func(c *sdk.Config) { c.Token = answer("<!DOCTYPE html>hush") },
			"Config.Token got something that is not JSON, such as an HTML page. Check the address of the token endpoint.", 0},
		"an answer without a timestamp": {func(c *sdk.Config) { c.Token = answer(`{"token":"hush"}`) },
			"Config.Token returned something that cannot be used: timestamp is undefined. It must be {appId, timestamp, token}.", 0},
		"a provider that fails": {func(c *sdk.Config) {
			c.Token = func(context.Context) (sdk.Credentials, error) { return sdk.Credentials{}, errors.New("hush") }
		}, "Config.Token failed. Check the page's own token endpoint.", sdk.WaitLimit},
		"a wrong AppID": {func(c *sdk.Config) { c.AppID = "another" },
			"Config.AppID differs from the token's appId. Use the same value in both.", 0},
		"a wrong AgentID": {func(c *sdk.Config) { c.AgentID = "9999" },
			"the gateway refused the token. Check Config.AppID, Config.AgentID, and the secret and the clock of the backend that signs it.", 2 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			inWorld(t, func(box *world) {
				began := time.Now()
				var told []string
				var toldAfter time.Duration
				config := box.config("1001")
				config.Language = "en-US"
				config.Log = func(level sdk.Level, message string) {
					assert.NotContains(t, message, "hush")
					if level == sdk.LevelError && told == nil {
						toldAfter = time.Since(began)
						told = append(told, message)
					}
				}
				tc.mistake(&config)
				// Both calls are under way when it is asked.
				const begins = time.Millisecond
				token := config.Token
				config.Token = func(ctx context.Context) (sdk.Credentials, error) {
					time.Sleep(begins)
					return token(ctx)
				}
				client, err := sdk.New(config)
				require.NoError(t, err)
				defer client.Close()
				connected, waited := make(chan error, 1), make(chan error, 1)
				go func() { connected <- client.Connect(context.Background()) }()
				go func() { waited <- client.SetAgentState(context.Background(), sdk.AgentIdle) }()
				assert.ErrorContains(t, <-connected, tc.says)
				assert.LessOrEqual(t, time.Since(began), time.Second)
				err = <-waited
				assert.ErrorContains(t, err, tc.says)
				assert.ErrorIs(t, err, sdk.CodeSocketClosed)
				assert.LessOrEqual(t, time.Since(began), begins+tc.waits)
				synctest.Wait()
				require.NotEmpty(t, told, "the log has no error")
				assert.Contains(t, told[0], tc.says)
				assert.LessOrEqual(t, toldAfter, time.Second)
			})
		})
	}
}

func TestAfterAKickCallsSayWhoTookTheConnection(t *testing.T) {
	inWorld(t, func(box *world) {
		config := box.config("1001")
		config.Language = "en-US"
		first, err := sdk.New(config)
		require.NoError(t, err)
		defer first.Close()
		require.NoError(t, first.Connect(context.Background()))
		second, err := sdk.New(config)
		require.NoError(t, err)
		defer second.Close()
		require.NoError(t, second.Connect(context.Background()))
		synctest.Wait()
		err = first.SetAgentState(context.Background(), sdk.AgentIdle)
		assert.ErrorContains(t, err, "The connection is closed: the agent connected elsewhere; Connect takes it back. [SetAgentState 0904]")
		assert.NoError(t, first.Connect(context.Background()))
	})
}
