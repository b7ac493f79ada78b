import { shapes } from "./events.gen";

type Members = Record<string, unknown>;

interface Known {
  element: boolean;
  call: boolean;
  keys: string[];
}

const shapeOf: { [event: string]: Known | undefined } = {};
for (const [names, element, call, keys] of shapes) {
  for (const name of names.split(" ")) {
    shapeOf[name] = { element, call, keys: keys ? keys.split(" ") : [] };
  }
}

/** An event's envelope before its Data is converted to the documented form. */
export interface Raised {
  Code: string;
  Data: unknown;
  Message: string;
  Visible: boolean;
}

/** The envelope of an event as the page's handlers receive it. */
export function shaped(name: string, raised: Raised): Raised {
  const shape = shapeOf[name];
  let data = raised.Data;
  if (isObject(data)) {
    const members = data as Members;
    for (const key of shape ? shape.keys : []) {
      if (!(key in members)) {
        members[key] = undefined;
      }
    }
    numberOf(members.CustomerInfo);
  }
  if (shape && shape.element) {
    data = element(data);
  }
  return { Code: raised.Code, Data: data, Message: raised.Message, Visible: raised.Visible };
}

/** Whether the name is one of the eight events of a call. */
export function isCallEvent(name: string): boolean {
  const shape = shapeOf[name];
  return !!shape && shape.call;
}

/**
 * An array of one element, for a page that follows the document. The element's members can be read on the array too, for
 * a page written for SDK 2.1.0.
 */
function element(data: unknown): unknown[] {
  const array = [data];
  if (isObject(data)) {
    for (const key of Object.keys(data as Members)) {
      if (!(key in array)) {
        Object.defineProperty(array, key, { get: () => (data as Members)[key], configurable: true });
      }
    }
  }
  return array;
}

// One for all customers: an engine makes a new hidden class for each new accessor.
const number = {
  get(this: Members): unknown {
    return this.TelNumber;
  },
  configurable: true,
};

/** The document's tables name the customer's number Number; the wire protocol names it TelNumber. */
function numberOf(customer: unknown): void {
  if (isObject(customer) && !("Number" in (customer as Members))) {
    Object.defineProperty(customer, "Number", number);
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
