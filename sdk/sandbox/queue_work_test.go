package sandbox

import (
	"fmt"
	"testing"
)

// crowd is a platform with one free agent for every busy hundred and so many
// customers in the queue. It returns how often an agent was looked for.
func crowd(t testing.TB, customers int) (looks int) {
	p := New(Config{Agents: 100, Limits: Limits{Calls: 2 * customers, Waiting: customers}})
	defer p.Close()
	var calls []string
	for range customers {
		callID, err := p.CustomerCallsQueue("2", "13800138000")
		if err != nil {
			t.Fatal(err)
		}
		calls = append(calls, callID)
	}
	logIn := func(a *agent) {
		_ = p.engine.do(func() error {
			_, err := p.engine.logIn(a, request{params: map[string]string{"State": "idle"}})
			return err
		})
	}
	logIn(p.engine.agents["1001"])
	logIn(p.engine.agents["1002"])
	for _, callID := range calls {
		if err := p.CustomerHangsUp(callID); err != nil {
			t.Fatal(err)
		}
	}
	for _, q := range p.engine.queues {
		if len(q.waiting)+len(q.arrived)+p.engine.waiting != 0 || len(q.free) != 2 {
			t.Fatalf("%d wait and %d are free", len(q.waiting), len(q.free))
		}
	}
	return p.engine.looks
}

// TestTheQueueLooksAtWhoHasChanged counts work, not time: each customer who
// comes, and each agent who becomes free, is looked at a fixed number of times,
// however many wait.
func TestTheQueueLooksAtWhoHasChanged(t *testing.T) {
	for _, customers := range []int{500, 4_500} {
		if looks, most := crowd(t, customers), 3*customers; looks > most {
			t.Errorf("%d customers: an agent was looked for %d times, %d at most", customers, looks, most)
		}
	}
}

func BenchmarkQueue(b *testing.B) {
	for _, customers := range []int{500, 5_000, 50_000} {
		b.Run(fmt.Sprint(customers), func(b *testing.B) {
			for b.Loop() {
				crowd(b, customers)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*customers), "ns/customer")
		})
	}
}
