// biome-ignore lint/style/useImportType: what a program imports is found as a value
import Default, { AppDataProvider, UdeskCCPaasApiClass, version, type Success, type Token } from "@ccpaas/browser-sdk";

class Provider extends AppDataProvider {
  override async GetToken(): Promise<Token> {
    return { timestamp: "1700000000", token: "" };
  }
}

const agent: UdeskCCPaasApiClass = new Default({ AgentId: 1001, AppId: "", AppDataProvider: new Provider(), Domain: "", HttpDomain: "" });
export const dialled: Promise<Success<null>> = agent.MakeCallAsync(version);

// @ts-expect-error: a call's number is text.
agent.MakeCallAsync(10086);
