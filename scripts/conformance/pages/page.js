// The executor of the world "page": it executes the driver's commands with UdeskCCPaasApiClass. It judges nothing.
const control = new WebSocket(`ws://${location.host}/control?world=page`);
const instances = new Map();

/** JSON in which an undefined member stays visible. */
const pack = (value) => JSON.stringify(value, (_key, v) => (v === undefined ? "<undefined>" : v));

const say = (report) => control.send(pack(report));

class Provider extends UdeskCCPaasApiClass.AppDataProvider {
  constructor(options) {
    super();
    this.options = options;
    this.tokens = 0;
  }

  GetToken() {
    const { AppId, Token, Provider } = this.options;
    if (Provider === "rejects") {
      return Promise.reject(new Error("the backend is down"));
    }
    if (Provider === "malformed") {
      return Promise.resolve({ timestamp: "1700000000" });
    }
    return Promise.resolve({ appId: AppId, timestamp: "1700000000", token: `${Token}~${++this.tokens}` });
  }
}

/** The members of an event's Data that are readable by name but not enumerable. */
function beside(data) {
  const customer = data && data.CustomerInfo;
  const read = {};
  if (Array.isArray(data)) {
    for (const name of Object.getOwnPropertyNames(data)) {
      if (!Object.getOwnPropertyDescriptor(data, name).enumerable && name !== "length") {
        read[name] = data[name];
      }
    }
  }
  if (customer && !Object.keys(customer).includes("Number")) {
    read["CustomerInfo.Number"] = customer.Number;
  }
  return read;
}

function create(name, options) {
  const { AppId, AgentId, Domain, HttpDomain, LanguageCode, AutoConnect, Reconnect } = options;
  const AppDataProvider = new Provider(options);
  const instance = new UdeskCCPaasApiClass({
    AppId,
    AgentId,
    Domain,
    HttpDomain,
    LanguageCode,
    AutoConnect,
    Reconnect,
    AppDataProvider,
  });
  instances.set(name, instance);
  for (const event of options.Events) {
    instance.on(event, (resp) => say({ Case: name, Kind: "event", Name: event, Envelope: resp, Beside: beside(resp.Data) }));
  }
}

function call(name, id, method, args) {
  const returned = instances.get(name)[method](...args);
  if (!(returned instanceof Promise)) {
    say({ Case: name, Kind: "returned", ID: id, Envelope: returned });
    return;
  }
  returned.then(
    (resp) => say({ Case: name, Kind: "resolved", ID: id, Envelope: resp }),
    (error) =>
      say({
        Case: name,
        Kind: "rejected",
        ID: id,
        Envelope: Object.assign({}, error),
        IsError: error instanceof Error && JSON.stringify(error) === JSON.stringify(Object.assign({}, error)),
      }),
  );
}

control.onmessage = ({ data }) => {
  const { Case, Do, Options, ID, Method, Args } = JSON.parse(data);
  if (Do === "create") {
    create(Case, Options);
  } else if (Do === "call") {
    call(Case, ID, Method, Args);
  } else {
    instances.get(Case).Destroy();
    instances.delete(Case);
    say({ Case, Kind: "gone" });
  }
};
