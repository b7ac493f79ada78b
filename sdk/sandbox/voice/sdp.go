package voice

import (
	"fmt"
	"regexp"
)

// Directions of sound in a description (RFC 8866, section 6.7), as its author
// has them.
const (
	sendrecv = "sendrecv"
	sendonly = "sendonly"
	recvonly = "recvonly"
	inactive = "inactive"
)

var (
	originLine    = regexp.MustCompile(`(?m)^o=(\S+ \S+) \d+ `)
	setupLine     = regexp.MustCompile(`(?m)^a=setup:(active|passive)`)
	directionLine = regexp.MustCompile(`(?m)^a=(sendrecv|sendonly|recvonly|inactive)`)
)

// directed gives a description another direction. Only the phone sees it: the
// peer connection always sends and receives, because pion ends a stream for good
// that is inactive once. The room decides what is heard.
func directed(sdp, direction string) string {
	return directionLine.ReplaceAllString(sdp, "a="+direction)
}

// directionOf returns the direction of a description's sound.
func directionOf(sdp string) string {
	if found := directionLine.FindStringSubmatch(sdp); found != nil {
		return found[1]
	}
	return sendrecv
}

// reverse returns the direction of the answer to an offer.
func reverse(direction string) string {
	switch direction {
	case sendonly:
		return recvonly
	case recvonly:
		return sendonly
	}
	return direction
}

// versioned gives a description its number, which has to rise (RFC 3264,
// section 8).
func versioned(sdp string, version int) string {
	return originLine.ReplaceAllString(sdp, fmt.Sprintf("o=$1 %d ", version))
}

// negotiable makes what was an answer an offer: its role in DTLS is open again
// (RFC 8842, section 5.2).
func negotiable(sdp string) string {
	return setupLine.ReplaceAllString(sdp, "a=setup:actpass")
}
