//go:build race && !js && !nophone

package sdk

// chaosSeeds is how many runs TestChaos makes. Under the race detector each
// takes ten times as long.
const chaosSeeds = 40
