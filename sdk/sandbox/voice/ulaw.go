package voice

// G.711 µ-law after ITU-T G.711, table 2: sign, exponent and mantissa in a byte
// whose bits are all inverted. Silence is 0xff, and exactly 0 when decoded.
const (
	ulawBias = 0x84
	ulawMax  = 32635
)

var ulawValues = func() (values [256]int16) {
	for i := range values {
		b := ^byte(i)
		magnitude := (int16(b&0x0f)<<3+ulawBias)<<(b>>4&7) - ulawBias
		if b&0x80 != 0 {
			magnitude = -magnitude
		}
		values[i] = magnitude
	}
	return values
}()

func decodeULaw(bytes []byte) []int16 {
	samples := make([]int16, len(bytes))
	for i, b := range bytes {
		samples[i] = ulawValues[b]
	}
	return samples
}

func encodeULaw(samples []int16) []byte {
	bytes := make([]byte, len(samples))
	for i, sample := range samples {
		bytes[i] = ulawByte(int(sample))
	}
	return bytes
}

func ulawByte(sample int) byte {
	sign := byte(0)
	if sample < 0 {
		sign, sample = 0x80, -sample
	}
	sample = min(sample, ulawMax) + ulawBias
	exponent := byte(7)
	for mask := 0x4000; exponent > 0 && sample&mask == 0; mask >>= 1 {
		exponent--
	}
	mantissa := byte(sample>>(exponent+3)) & 0x0f
	return ^(sign | exponent<<4 | mantissa)
}
