import { shapes } from "./events.gen";

type Members = Record<string, unknown>;

/** An event's envelope before its Data got the documented form. */
export interface Raised {
  Code: string;
  Data: unknown;
  Message: string;
  Visible: boolean;
}

/** The envelope of an event as the page's handlers get it. */
export function shaped(name: string, raised: Raised): Raised {
  const shape = shapes[name] || {};
  let data = raised.Data;
  if (isObject(data)) {
    const members = data as Members;
    const keys = shape.undefined || [];
    for (let i = 0; i < keys.length; i++) {
      if (!(keys[i]! in members)) {
        members[keys[i]!] = undefined;
      }
    }
    numberOf(members.CustomerInfo);
  }
  if (shape.element) {
    data = element(data);
  }
  return { Code: raised.Code, Data: data, Message: raised.Message, Visible: raised.Visible };
}

/** Whether the name is one of the eight events of a call. */
export function isCallEvent(name: string): boolean {
  return Boolean(shapes[name] && shapes[name].call);
}

/**
 * An array of one element, for a page written from the document, whose members can be read on the array too, for a
 * page written against SDK 2.1.0.
 */
function element(data: unknown): unknown[] {
  const array = [data];
  if (isObject(data)) {
    const keys = Object.keys(data as Members);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      if (!(key in array)) {
        Object.defineProperty(array, key, { get: () => (data as Members)[key], configurable: true });
      }
    }
  }
  return array;
}

/** The document's tables call the customer's number Number, the wire TelNumber. */
function numberOf(customer: unknown): void {
  if (isObject(customer) && !("Number" in (customer as Members))) {
    Object.defineProperty(customer, "Number", {
      get: () => (customer as Members).TelNumber,
      configurable: true,
    });
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
