package sandbox

import (
	"encoding/json"
	"testing"
)

// FuzzParseRequest checks that no frame upsets the parser, and that what it
// takes is a JSON object with a Method whose scalar members it has kept.
func FuzzParseRequest(f *testing.F) {
	for _, seed := range []string{
		`{"Ver":"1.0","Ua":"Chrome;2.1.0","SeqId":1,"MsgId":"a","MsgType":"REQ","Timestamp":"1700000000000","Method":"GetState"}`,
		`{"Ver":"1.0","UA":"x","SeqId":1,"MsgId":"a","MsgType":"REQ","Timestamp":1700000000000,"AppId":"b","AgentId":"1001","Method":"Login","State":"onBreak","SubState":101}`,
		`{"Method":"Dialout","DestNumber":"\u0031\u00e9","Options":{"a":[1,2]},"Flag":true,"None":null}`,
		`{"Method":"GetState","SeqId":1e3}`, `{"Method":null}`, `{"":"","Method":"x"}`, `{"Method":"\ud800"}`,
		`null`, `[]`, `ping`, ``, `{`, `{"Method":"a","Method":"b"}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, frame []byte) {
		r, err := parseRequest(frame)
		if err != nil {
			return
		}
		if r.method == "" || r.method != r.params["Method"] {
			t.Fatalf("accepted a frame with the method %q", r.method)
		}
		var members map[string]any
		if err := json.Unmarshal(frame, &members); err != nil {
			t.Fatalf("accepted what is not a JSON object: %v", err)
		}
		for name, value := range members {
			kept, present := r.params[name]
			switch value := value.(type) {
			case string:
				if kept != value {
					t.Fatalf("member %q: kept %q of %q", name, kept, value)
				}
			case float64, bool:
				if !present {
					t.Fatalf("member %q: dropped %v", name, value)
				}
			default:
				if present {
					t.Fatalf("member %q: kept %q of no scalar", name, kept)
				}
			}
		}
		if _, err := json.Marshal(newReply(r, nil, nil)); err != nil {
			t.Fatalf("the reply cannot be encoded: %v", err)
		}
	})
}
