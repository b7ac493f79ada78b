import { AppDataProvider, UdeskCCPaasApiClass, type Success } from "@ccpaas/browser-sdk";

// The README's class.
class Provider extends AppDataProvider {
  GetToken() {
    return fetch("/my-backend/ccpaas-token").then((answer) => answer.json()).then((answer) => answer.data);
  }
}

export const agent = new UdeskCCPaasApiClass({
  AgentId: "1001",
  AppId: "00000000-0000-4000-8000-000000000001",
  AppDataProvider: new Provider(),
  Domain: "wss://gateway.example.com/ws",
  HttpDomain: "https://backend.example.com/backend",
});
agent.on("Delivered", ({ Data }) => console.log(Data.CustomerInfo?.TelNumber));
export const dialled: Promise<Success<null>> = agent.MakeCallAsync("13800138000");

// @ts-expect-error: a call's number is text.
void agent.MakeCallAsync(10086);
