//go:build !race && !js && !nophone

package sdk

// chaosSeeds is how many runs TestChaos makes.
const chaosSeeds = 2000
