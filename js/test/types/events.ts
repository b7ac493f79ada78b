// What each event hands its handler, and which names and handlers are refused.
import type {
  AgentState,
  CallAuthority,
  CallEvent,
  CallEventName,
  EventEnvelope,
  PhoneMode,
  PhoneState,
  State,
  UdeskCCPaasApiClass,
} from "@ccpaas/browser-sdk";

declare const instance: UdeskCCPaasApiClass;

/** Data is an array of one element, whose members can be read on it too. */
export function elements(): void {
  instance.on("AgentStateChanged", (resp) => {
    resp.Data[0].CurState satisfies AgentState;
    resp.Data.CurState satisfies AgentState;
    const {
      Data: { OldState, CurStateSubId },
    } = resp;
    [OldState, CurStateSubId] satisfies string[];
    resp.Data.length satisfies 1;
    // @ts-expect-error spelt CurStateSubId here
    resp.Data[0].CurSubStateId;
    // @ts-expect-error read only
    resp.Data.CurState = "idle";
  });
  instance.on("PhoneModeChanged", ({ Data: { CurContact, CurExtState, CurNumber }, Data: [mode] }) => {
    CurContact satisfies PhoneMode;
    CurExtState satisfies PhoneState;
    CurNumber satisfies string;
    mode.CurContact satisfies PhoneMode;
    // @ts-expect-error the mode is in CurContact
    mode.CurMode;
  });
  instance.on("PhoneStateChanged", (resp) => {
    resp.Data[0].CurState satisfies PhoneState;
    resp.Data.CallID satisfies string;
    // @ts-expect-error a phone is never talking
    resp.Data.CurState === "talking";
  });
  instance.on("Ready", (resp) => {
    resp.Data[0] satisfies State;
    resp.Data.CurMode satisfies PhoneMode;
    resp.Data.CurSubStateId satisfies string;
    // @ts-expect-error spelt CurSubStateId here
    resp.Data.CurStateSubId;
  });
}

/** Data is the object itself. */
export function objects(): void {
  instance.on("GetState", (resp) => {
    resp.Data.CurContact satisfies string;
    resp.Data.CustomerInfo?.Number satisfies string | undefined;
    // @ts-expect-error undefined without a call
    resp.Data.CustomerInfo.TelNumber;
    // @ts-expect-error no array
    resp.Data[0];
  });
  for (const name of [
    "AdvancedCallStatusChanged",
    "Delivered",
    "Originated",
    "Established",
    "ConnectionCleared",
    "Held",
    "Retrieved",
    "Conferenced",
    "Transferred",
    "ServiceInitiated",
  ] as const) {
    instance.on(name, (resp) => {
      resp satisfies EventEnvelope<CallEvent>;
      resp.Data.CallerInfo.TelNumber satisfies string;
      resp.Data.CustomerInfo?.City satisfies string | undefined;
      resp.Data.DisplayNum satisfies string | undefined;
      // @ts-expect-error events spell it CallID
      resp.Data.CallId;
      // @ts-expect-error the server may send ""
      resp.Data.CallAuthority.AllowHold;
      // @ts-expect-error a direction is Inbound or Outbound
      resp.Data.CallDirection === "in";
      if (resp.Data.CallAuthority) {
        resp.Data.CallAuthority satisfies CallAuthority;
        resp.Data.CallAuthority.AllowHold satisfies boolean;
      }
    });
  }
  instance.on("Delivered", (resp) => {
    // @ts-expect-error the agent has a number, the customer has Number
    resp.Data.AgentInfo?.Number;
  });
  instance.on("CallFailed", (resp) => {
    resp.Data.Desc satisfies string;
    resp.Data.CallID satisfies string;
    // @ts-expect-error the reason is in Desc
    resp.Data.Reason;
  });
  for (const name of ["Connecting", "Connected"] as const) {
    instance.on(name, (resp) => {
      resp.Data satisfies null;
      // @ts-expect-error there is no data
      resp.Data.Reason;
    });
  }
  for (const name of ["Disconnected", "NeedManualConnect"] as const) {
    instance.on(name, (resp) => {
      resp.Data.Reason satisfies string;
      // @ts-expect-error the reason is in Reason
      resp.Data.Desc;
    });
  }
}

/** Names, namespaces, handlers. */
export function names(): void {
  const handler = (resp: EventEnvelope<CallEvent>): void => void resp.Data.CallID;
  instance.on("Delivered.crm", (resp) => resp.Data.CallID).on("Held.crm.2", handler);
  instance.on("AgentStateChanged.crm", (resp) => resp.Data.CurState satisfies AgentState);
  instance.on("event", (resp) => resp.Event satisfies CallEventName);
  instance.on("event.udesk-cc-paas", (conversation) => conversation.Data.CallID satisfies string);
  instance.off("event.udesk-cc-paas").off("Delivered", handler).off("Held.crm").off(".crm").off("Held").off();
  // @ts-expect-error no such event
  instance.on("Deliverd", () => {});
  // @ts-expect-error no such event
  instance.on("Deliverd.crm", () => {});
  // @ts-expect-error no such event
  instance.off("Deliverd");
  // @ts-expect-error a handler is a function
  instance.on("Delivered", "show");
  // @ts-expect-error a handler is needed
  instance.on("Delivered");
  // @ts-expect-error the handler is for another event
  instance.on("AgentStateChanged", handler);
  // @ts-expect-error Event is a call event's name
  instance.on("event", (resp) => resp.Event === "Ready");
  // @ts-expect-error only the handlers of "event" are told
  instance.on("Delivered", (resp) => resp.Event);
}
