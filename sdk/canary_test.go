package sdk

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/ccpaas/ccpaas-go/sdk/spec"
	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

// canaries are what people and platforms put into members of all kinds, and
// what must not appear in a log.
var canaries = []string{
	"4111111111111111", "13800138000", "+86 138 0013 8000", "１３８００１３８０００", "١٣٨٠٠١٣٨", "98765",
	"zhang.san@example.com", "张三丰", "Zhang San", "Jabra Evolve of Zhang", "my mother's maiden name is Li", "p@ssword",
}

// canaryNames are members that the table knows, in both letter cases, and
// others, misspelt and made up.
func canaryNames() []string {
	names := slices.Collect(maps.Keys(spec.RecordedMembers))
	for i := range spec.Methods {
		for _, p := range spec.Methods[i].Params {
			names = append(names, append(slices.Clone(p.Aliases), p.Name, p.Wire)...)
		}
	}
	names = append(names, "Name", "Email", "Mobile", "UserData", "CustomerInfo", "TelNumber", "City", "Label", "Desc", "StartTime",
		"CurContact", "CallID", "AgentId", "Code", "Digtis", "Nmae", "Whatever", "13800138000", "zhang.san@example.com")
	for _, name := range slices.Clone(names) {
		names = append(names, strings.ToLower(name), strings.ToUpper(name))
	}
	slices.Sort(names)
	return slices.DeleteFunc(slices.Compact(names), func(name string) bool { return name == "" })
}

// cage is an object with a canary in each member, by itself, in a list and
// deeper down; without the members in except.
func cage(canary string, except ...string) wire.Raw {
	quoted := wire.Quote(canary)
	var flat wire.Builder
	for _, name := range canaryNames() {
		if !slices.Contains(except, name) {
			flat.Raw(name, quoted)
		}
	}
	object := flat.Object()
	var all wire.Builder
	for name, member := range object.Members {
		all.Raw(name, member)
	}
	return all.Raw("List", wire.Raw("["+string(quoted)+",["+string(quoted)+"],"+string(object)+"]")).Raw("Nested", object).Object()
}

// found are the canaries in a text, and the runs of five digits.
func found(text string) (birds []string) {
	for _, canary := range canaries {
		if strings.Contains(text, canary) {
			birds = append(birds, canary)
		}
	}
	return birds
}

func TestNoCanaryGetsOut(t *testing.T) {
	for _, canary := range canaries {
		t.Run(canary, func(t *testing.T) {
			inScript(t, func(c *Config) { c.AgentID = canary }, func(s *script, c *Client) {
				var messages []string
				ask := func(method string, args wire.Raw) {
					c.InvokeFunc(method, args, func(_ wire.Raw, err *Error) {
						if err != nil {
							messages = append(messages, err.Message, err.Error())
						}
					})
					synctest.Wait()
				}
				ask("ConnectAsync", "[]")
				quoted := wire.Quote(canary)
				cages := cage(canary, "MsgId", "MsgType", "Method", "ErrCode", "rcode", "CurState", "CallID")
				for i := range spec.Methods {
					method := spec.Methods[i].Name
					for _, args := range []wire.Raw{"[" + quoted + "]", "[" + quoted + "," + cages + "]", "[" + cages + "]",
						"[[" + quoted + "]]", quoted, cages, wire.Raw(canary)} {
						s.body = `{"bizCode":` + string(quoted) + `,"message":` + string(quoted) + `,"data":` + string(cages) + `}`
						s.status = []int{200, 200, 401, 500}[i%4]
						ask(method, args)
						for len(s.sent) > 0 {
							r := s.took()
							s.say(fmt.Sprintf(`{"MsgType":"REP","Method":%q,"MsgId":%q,"ErrCode":%s,"ErrMsg":%s,"Data":%s}`, r.Method, r.MsgID,
								[]string{`"000000"`, string(quoted)}[i%2], quoted, cages))
						}
						synctest.Wait()
					}
				}
				for i := range spec.Events {
					s.say(fmt.Sprintf(`{"MsgType":"NTF","Method":%q,"MsgId":"n%d","CallID":%s,"Payload":%s,"StateData":%s}`,
						spec.Events[i].Wire, i, quoted, cages, wire.Quote(string(cages))))
				}
				s.say(string(cage(canary)))
				s.say(`{"rcode":` + string(quoted) + `,"rmsg":` + string(quoted) + `}`)
				s.say(`{"Method":` + string(quoted) + `,"MsgType":"NTF","MsgId":` + string(quoted) + `}`)
				s.say(canary)
				s.body = canary
				ask("GetOtherAgentsAsync", "[]")
				time.Sleep(time.Minute)
				synctest.Wait()
				assert.Empty(t, found(c.ExportLog()), "the recording")
				assert.Empty(t, found(strings.Join(s.log, "\n")), "log lines")
				assert.Empty(t, found(strings.Join(messages, "\n")), "messages")
				assert.NotRegexp(t, `[\p{Nd}]{5}`, strings.Join(s.log, "\n"))
			})
		})
	}
}

func TestARecordingShowsWhatIsHarmless(t *testing.T) {
	r := &redaction{prefix: "own-"}
	for value, shown := range map[wire.Raw]wire.Raw{
		`{"CurState":"idle","Recovered":true,"CallID":"c-12","StartTime":"2026-11-26 10:00:00","ErrCode":"200020","WrapUpTime":30}`: "",
		`{"CurState":"sleepy"}`:                                               `{"CurState":"******"}`,
		`{"Digits":"4111","UserData":"VIP"}`:                                  `{"Digits":"****","UserData":"***"}`,
		`{"DestNumber":"+86 138"}`:                                            `{"DestNumber":"******"}`,
		`{"DestNumber":"call me"}`:                                            `{"DestNumber":"*******x"}`,
		`{"Password":"secret","Surprise":{"a":1.5}}`:                          `{"Password":"***","********":{"*":"***"}}`,
		`{"WrapUpTime":123456,"PacketLoss":0.123456}`:                         `{"WrapUpTime":"******","PacketLoss":0.123}`,
		`{"AgentId":"550e8400-e29b-41d4-a716-446655440000","MsgId":"own-1z"}`: "",
	} {
		if shown == "" {
			shown = value
		}
		assert.Equal(t, shown, r.value(value, spec.Hidden))
	}
}

func TestRecordNumbersShowsTelephoneNumbersAlone(t *testing.T) {
	r := &redaction{numbers: true}
	assert.Equal(t, wire.Raw(`{"DestNumber":"13800138000","Digits":"****","UserData":"***********","Number":"**********x"}`),
		r.value(`{"DestNumber":"13800138000","Digits":"1234","UserData":"13800138000","Number":"Zhang San!"}`, spec.Hidden))
}

func TestALogLineHoldsNoNumber(t *testing.T) {
	inScript(t, nil, func(s *script, c *Client) {
		c.core.enter("a test", func() { c.core.log(LevelWarn, "rcode 200020: 13800138000, １３８００, 1234") })
		synctest.Wait()
		assert.Equal(t, []string{"warn rcode 200020: ***********, *****, 1234"}, s.log)
	})
}
