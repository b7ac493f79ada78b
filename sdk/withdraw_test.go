package sdk

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
)

func TestACallWhoseContextEnds(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		assert.ErrorIs(t, c.MakeCall(ctxOver, "10086"), context.Canceled)
		assert.ErrorIs(t, c.Connect(ctxOver), context.Canceled)
		synctest.Wait()
		assert.Empty(t, s.sent, "a context that has ended sends nothing")

		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		err := c.Hold(ctx, "c")
		assert.ErrorIs(t, err, context.DeadlineExceeded)
		assert.ErrorIs(t, err, ReasonAlreadySent, "it cannot be taken back")
		assert.ErrorIs(t, err, CodeHoldFailed)
		s.answer(s.took(), "000000", "")
	})
	inScript(t, nil, func(s *script, c *Client) {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		assert.Equal(t, context.DeadlineExceeded, c.MakeCall(ctx, "10086"), "it waits for a connection")
		s.connect()
		synctest.Wait()
		assert.Empty(t, s.sent, "it was withdrawn")
	})
}

func TestErrorsAnswerErrorsIs(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		err := c.Hold(context.Background(), "c")
		assert.ErrorIs(t, err, CodeHoldFailed)
		assert.ErrorIs(t, err, ReasonTimedOut)
		assert.ErrorIs(t, err, context.DeadlineExceeded)
		assert.NotErrorIs(t, err, CodeSocketClosed)
		assert.NotErrorIs(t, err, context.Canceled)
		s.hang(closeAbnormal)
		err = c.Hold(context.Background(), "c")
		assert.ErrorIs(t, err, CodeSocketClosed)
		assert.NotErrorIs(t, err, context.DeadlineExceeded)
		off, err := c.On("Deliverd", func(Event) {})
		assert.Nil(t, off)
		assert.ErrorContains(t, err, `"Deliverd"`)
	})
}

// stalled is a backend whose answers wait until they are released.
type stalled struct {
	*script
	answers chan int
	ended   atomic.Int32
}

func (b *stalled) fetch(ctx context.Context, verb, url, body string) (int, string, error) {
	if _, _, err := b.script.fetch(ctx, verb, url, body); err != nil {
		return 0, "", err
	}
	select {
	case status := <-b.answers:
		return status, "", nil
	case <-ctx.Done():
		b.ended.Add(1)
		return 0, "", ctx.Err()
	}
}

func TestNothingIsSentAfterClose(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		b := &stalled{script: s, answers: make(chan int)}
		c.core.transport = b
		s.connect()
		read := s.begin("GetQueuesAgentsAsync", "[]")
		write := s.begin("SetWrapUpTimeAsync", `[{"InWrapUpTime":5,"OutWrapUpTime":5}]`)
		synctest.Wait()
		require.Len(t, s.calls, 2)
		c.Close()
		s.refused(read, spec.NoSocket, spec.Destroyed)
		s.refused(write, spec.NoSocket, spec.Destroyed)
		assert.EqualValues(t, 2, b.ended.Load(), "the requests end with the client")
		after(time.Minute)
		assert.Len(t, s.calls, 2, "and none is repeated")
	})
	inScript(t, nil, func(s *script, c *Client) {
		b := &stalled{script: s, answers: make(chan int)}
		c.core.transport = b
		s.connect()
		end := s.begin("GetQueuesAgentsAsync", "[]")
		synctest.Wait()
		c.InvokeFunc("Destroy", "[]", func(Raw, *Error) {})
		select {
		case b.answers <- 401:
		default:
		}
		after(time.Minute)
		s.refused(end, spec.NoSocket, spec.Destroyed)
		assert.Len(t, s.calls, 1, "a token that was refused is not replaced any more")
	})
}

func TestShutdownWaitsUntilNothingOfTheClientRuns(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		done := make(chan error, 1)
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		go func() { done <- c.Shutdown(ctx) }()
		synctest.Wait()
		select {
		case err := <-done:
			t.Fatalf("the socket is not released yet: %v", err)
		default:
		}
		s.on.released()
		assert.NoError(t, <-done)
		assert.NoError(t, c.Shutdown(ctx), "twice is no failure")
	})
	inScript(t, func(c *Config) {
		c.Token = func(ctx context.Context) (Credentials, error) {
			time.Sleep(time.Hour)
			return Credentials{}, errors.New("late")
		}
	}, func(s *script, c *Client) {
		s.begin("ConnectAsync", "[]")
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		assert.ErrorIs(t, c.Shutdown(ctx), context.DeadlineExceeded, "a provider that does not look at its context")
		after(2 * time.Hour)
		assert.NoError(t, c.Shutdown(context.Background()))
	})
}

func TestRequestsUnderWayAreBounded(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		s.connect()
		for range MaxPending {
			s.begin("HoldAsync", `[{"CallId":"c"}]`)
		}
		s.refused(s.begin("HoldAsync", `[{"CallId":"c"}]`), spec.HoldFailed, spec.TooManyWaiting)
		after(ReplyTimeout + time.Second)
		s.took()
	})
}

// tooLarge is a backend whose answers are larger than the client reads.
type tooLarge struct{ *script }

func (tooLarge) fetch(context.Context, string, string, string) (int, string, error) {
	return 200, "", errTooLarge
}

func TestAnAnswerThatIsTooLargeIsTold(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		c.core.transport = tooLarge{s}
		s.connect()
		err := s.refused(s.begin("GetQueuesAgentsAsync", "[]"), spec.Failed, spec.AnswerTooLarge)
		assert.Contains(t, err.Message, "4 MiB")
	})
}
