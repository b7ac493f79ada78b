package sandbox

import (
	"crypto/rand"
	"encoding/binary"
	"flag"
	"fmt"
	"strings"
)

// Flags defines the flags that programs with a sandbox have in common: -addr,
// -seed, -agents, -origin, -scenario and -scenario-speed. They are kept in c, whose values are the defaults.
func (c *Config) Flags(set *flag.FlagSet) {
	set.StringVar(&c.Addr, "addr", c.Addr, "`host:port` to listen on; port 0 takes a free one. Outside loopback the sandbox is\n"+
		"locked: it makes a secret and says it once")
	set.Uint64Var(&c.Seed, "seed", c.Seed, "`seed` of the ids and passwords; the same calls get the same ids")
	set.Func("agents", fmt.Sprintf("`number` of agents, 1001 and so on, up to %d (default 10)", MaxAgents), func(text string) error {
		if _, err := fmt.Sscanf(text, "%d", &c.Agents); err != nil || c.Agents < 1 || c.Agents > MaxAgents || fmt.Sprint(c.Agents) != text {
			return fmt.Errorf("give a whole number from 1 to %d", MaxAgents)
		}
		return nil
	})
	set.Func("origin", "`origin` of pages that may use the sandbox, beside its own, such as http://localhost:5173, or\n"+
		"http://localhost:* for every port; several with commas between, or the flag again", func(list string) error {
		for origin := range strings.SplitSeq(list, ",") {
			if origin != "" {
				c.Origins = append(c.Origins, origin)
			}
		}
		_, err := newAccess(*c)
		return err
	})
	set.Func("scenario", "`file` with a scenario to replay, which go run ./scripts/wirecheck -scenario FILE.har writes", func(path string) (err error) {
		c.Scenario, err = LoadScenario(path)
		return err
	})
	set.Float64Var(&c.ScenarioSpeed, "scenario-speed", 1, "`factor` by which a scenario runs faster than it was recorded")
}

// RandomSeed is for a platform whose ids and passwords must not be guessed.
func RandomSeed() uint64 {
	var seed [8]byte
	_, _ = rand.Read(seed[:]) // never fails
	return binary.NativeEndian.Uint64(seed[:])
}

// LockOutsideLoopback locks a platform that other machines can reach: the
// tenant's well-known Secret is replaced by a random one, which requests must
// then carry. It is false, and changes nothing, if Addr is on loopback.
func (c *Config) LockOutsideLoopback() bool {
	if c.Addr == "" || isLoopback(hostname(c.Addr)) {
		return false
	}
	c.Secret, c.Locked = rand.Text(), true
	return true
}
