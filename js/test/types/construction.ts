// The constructor's options, the provider, the module's exports, failures.
import Default, { AppDataProvider, UdeskCCPaasApiClass as Api, version } from "@ccpaas/browser-sdk";
import type { Code, Failure, Options, ServerReply, Token } from "@ccpaas/browser-sdk";

class Provider extends AppDataProvider {
  GetToken(): Promise<Token> {
    return Promise.resolve({ timestamp: "1700000000", token: "de3000034797d4fd58f759ea60264431ce392cae" });
  }
}

const options: Options = {
  AgentId: "1001",
  AppId: "00000000-0000-4000-8000-000000000001",
  AppDataProvider: new Provider(),
  Domain: "wss://gateway.example.com/ws",
  HttpDomain: "https://backend.example.com/backend",
};

export function right(): void {
  new Api(options) satisfies Default;
  new Default({ ...options, AgentId: 1001, AutoConnect: false, LanguageCode: "en-US", WasmUrl: "/sdk.wasm" });
  new Api({ ...options, Log: ({ message }, type) => type === "error" && console.log(message), KickCodes: [4001] });
  new Api({ ...options, Reconnect: { Base: 1000, Max: 20_000, Attempts: 5 }, RecordNumbers: true });
  new Api({ ...options, AppDataProvider: { GetToken: () => ({ appId: options.AppId, timestamp: 1_700_000_000, token: "" }) } });
  // The script leaves the class on the page.
  // @ts-expect-error GetToken is missing
  class Incomplete extends UdeskCCPaasApiClass.AppDataProvider {}
  class FromScript extends UdeskCCPaasApiClass.AppDataProvider {
    GetToken = (): Token => ({ timestamp: 1_700_000_000, token: "" });
  }
  new window.UdeskCCPaasApiClass({ ...options, AppDataProvider: new FromScript() }) satisfies Api;
  [version, Api.version] satisfies string[];
}

export function wrong(): void {
  const { AppId, AgentId, Domain, HttpDomain, AppDataProvider: provider } = options;
  // @ts-expect-error options are needed
  new Api();
  // @ts-expect-error AppId is missing
  new Api({ AgentId, Domain, HttpDomain, AppDataProvider: provider });
  // @ts-expect-error AgentId is missing
  new Api({ AppId, Domain, HttpDomain, AppDataProvider: provider });
  // @ts-expect-error Domain is missing
  new Api({ AppId, AgentId, HttpDomain, AppDataProvider: provider });
  // @ts-expect-error HttpDomain is missing
  new Api({ AppId, AgentId, Domain, AppDataProvider: provider });
  // @ts-expect-error AppDataProvider is missing
  new Api({ AppId, AgentId, Domain, HttpDomain });
  // @ts-expect-error a tenant is a string
  new Api({ ...options, AppId: 1 });
  // @ts-expect-error the provider's class instead of an instance
  new Api({ ...options, AppDataProvider: Provider });
  // @ts-expect-error a token has a timestamp
  new Api({ ...options, AppDataProvider: { GetToken: () => ({ token: "" }) } });
  // @ts-expect-error true or false
  new Api({ ...options, AutoConnect: "true" });
  // @ts-expect-error Log is a function
  new Api({ ...options, Log: console });
  // @ts-expect-error milliseconds are a number
  new Api({ ...options, Reconnect: { Base: "1s" } });
  // @ts-expect-error no such option
  new Api({ ...options, Debug: true });
  // @ts-expect-error a version is read only
  Api.version = "2";
}

export function failures(failure: Failure): void {
  failure satisfies Error;
  failure.Code satisfies Code;
  failure.Visible satisfies true;
  failure.Data satisfies ServerReply | null;
  failure.Data?.ErrCode satisfies string | undefined;
  failure.Data?.Outcome satisfies "unknown" | undefined;
  // @ts-expect-error success is no failure's code
  failure.Code === "OK";
  // @ts-expect-error null without a reply
  failure.Data.ErrCode;
}
