//go:build js && wasm && !nethttp

package main

import (
	"context"
	"errors"

	"github.com/hack-pad/safejs"

	"github.com/ccpaas/ccpaas-go/sdk"
)

func askBackend(context.Context) (sdk.Credentials, error) {
	response, err := await(safejs.Global().Call("fetch", "/my-backend/ccpaas-token"))
	if err != nil {
		return sdk.Credentials{}, err
	}
	answer, err := await(response.Call("json"))
	if err != nil {
		return sdk.Credentials{}, err
	}
	data, err := answer.Get("data")
	if err != nil {
		return sdk.Credentials{}, err
	}
	member := func(name string) string {
		value, _ := data.Get(name)
		text, _ := value.String()
		return text
	}
	return sdk.Credentials{AppID: member("appId"), Timestamp: member("timestamp"), Token: member("token")}, nil
}

func await(promise safejs.Value, err error) (safejs.Value, error) {
	if err != nil {
		return safejs.Value{}, err
	}
	settled := make(chan safejs.Value, 1)
	rejected := make(chan error, 1)
	resolve, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		settled <- args[0]
		return nil
	})
	if err != nil {
		return safejs.Value{}, err
	}
	defer resolve.Release()
	reject, err := safejs.FuncOf(func(safejs.Value, []safejs.Value) any {
		rejected <- errors.New("the backend gave no token")
		return nil
	})
	if err != nil {
		return safejs.Value{}, err
	}
	defer reject.Release()
	if _, err := promise.Call("then", resolve.Value(), reject.Value()); err != nil {
		return safejs.Value{}, err
	}
	select {
	case value := <-settled:
		return value, nil
	case err := <-rejected:
		return safejs.Value{}, err
	}
}
