import { AppDataProvider, UdeskCCPaasApiClass } from "@ccpaas/browser-sdk";

class Provider extends AppDataProvider {
  GetToken() {
    return fetch("/my-backend/ccpaas-token")
      .then((answer) => answer.json())
      .then((answer) => answer.data);
  }
}

/** Shows who calls, a button that answers, and a form that dials. */
export function agentBar(element) {
  const agent = new UdeskCCPaasApiClass({
    AgentId: "1001",
    AppId: "00000000-0000-4000-8000-000000000001",
    AppDataProvider: new Provider(),
    Domain: "wss://gateway.example.com/ws",
    HttpDomain: "https://backend.example.com/backend",
  });
  element.innerHTML = "<output></output><button>Answer</button><form><input name=number><button>Call</button></form>";
  const [output, answer, dial] = element.children;
  const show = (text) => {
    output.textContent = text;
    answer.disabled = agent.agentState !== "ringing";
  };
  const tell = (error) => show(error.Message);
  agent.on("AgentStateChanged", ({ Data }) => show(Data[0].CurState));
  agent.on("Delivered", ({ Data }) => show(Data.CustomerInfo.TelNumber));
  agent.on("CallFailed", ({ Message }) => show(Message));
  answer.onclick = () => agent.AnswerAsync().catch(tell);
  dial.onsubmit = (event) => {
    event.preventDefault();
    agent.MakeCallAsync(dial.elements.namedItem("number").value).then(() => show("dialling"), tell);
  };
  show(agent.agentState);
}
