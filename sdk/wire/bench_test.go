package wire_test

import (
	"testing"

	"github.com/ccpaas/ccpaas-go/sdk/wire"
)

const (
	benchReply = `{"Ver":"1.0","SeqId":1,"MsgId":"5f0e8c3a-0000-4000-8000-000000000001","MsgType":"REP",` +
		`"Timestamp":1700000000000,"Method":"Hold","ErrCode":"000000","ErrDesc":"OK","Data":{}}`
	benchEvent = `{"Ver":"1.0","SeqId":1,"MsgId":"5f0e8c3a-0000-4000-8000-000000000001","MsgType":"NTF",` +
		`"Timestamp":1700000000000,"Method":"Held","CallID":"0a6b1c5e-8f8d-4b1e-9d57-3f1f6f5f7a11",` +
		`"Payload":{"CallEvent":"Held","CallDirection":"Inbound","CallType":"OtherIn","WorkFlow":"in",` +
		`"ChannelUUID":"7e2f7f3a-2c44-4c6e-8a52-1d2f7c1b9e04","CallerInfo":{"TelNumber":"13800138000","City":"北京"},` +
		`"CalledInfo":{"TelNumber":"9001"},"DisplayInfo":{"TelNumber":"01012345678","City":"北京"},"FromQueue":"2",` +
		`"CallAuthority":{"OnBarButtonSwitch":false,"AllowHold":false,"AllowHangup":true,"AllowUnHold":true}}}`
	benchParams = `{"CallID":"0a6b1c5e-8f8d-4b1e-9d57-3f1f6f5f7a11"}`
)

func BenchmarkReadReply(b *testing.B) { benchmarkRead(b, benchReply) }

func BenchmarkReadEvent(b *testing.B) { benchmarkRead(b, benchEvent) }

func benchmarkRead(b *testing.B, text string) {
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	var reader wire.Reader
	for b.Loop() {
		if _, err := reader.Read(text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCallData(b *testing.B) {
	in, err := wire.Read(benchEvent)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if wire.CallData(in.Method, in.Frame) == "" {
			b.Fatal("no data")
		}
	}
}

func BenchmarkFrame(b *testing.B) {
	request := wire.Request{Method: "Hold", MsgID: "5f0e8c3a-0000-4000-8000-000000000001", SeqID: 1, UnixMs: 1700000000000}
	b.ReportAllocs()
	for b.Loop() {
		if request.Frame(benchParams) == "" {
			b.Fatal("no frame")
		}
	}
}
