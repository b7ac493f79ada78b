// A server that renders the page: it imports what the page imports, and an instance made there by mistake must not crash
// it.
import { UdeskCCPaasApiClass, version } from "@ccpaas/browser-sdk";

let asked = 0;
const instance = new UdeskCCPaasApiClass({
  AgentId: "1001",
  AppId: "00000000-0000-4000-8000-000000000001",
  AppDataProvider: { GetToken: () => ({ token: String(++asked), timestamp: "" }) },
  Domain: "ws://127.0.0.1:9/ws",
  HttpDomain: "http://127.0.0.1:9/backend",
  LanguageCode: "en-US",
});
const failure = await instance.ConnectAsync().catch((error) => error);
instance.Destroy();

console.log(`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Rendered on a server with version ${version}; there: ${failure.Message}</title>
    <meta name="asked" content="GetToken: ${asked}" />
    <script type="importmap">
      { "imports": { "@ccpaas/browser-sdk": "/node_modules/@ccpaas/browser-sdk/dist/index.mjs" } }
    </script>
    <script src="/report.js"></script>
    <script src="/first_call.js"></script>
    <script type="module" src="main.js"></script>
  </head>
  <body></body>
</html>`);
