// Package wire implements the wire protocol of the CCPaaS agent gateway,
// version 2.1.0: frames, HTTP envelopes, and a scanner that reads only the
// necessary parts of a JSON text. A correction of the protocol touches this
// package and the table in sdk/spec, and nothing else.
//
// The package is a leaf for the client's own use and makes no promise of
// stability.
package wire
