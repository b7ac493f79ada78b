import { shapes } from "./events.gen";
import type { Shape } from "./events.gen";

type Members = Record<string, unknown>;

const shapeOf: { [event: string]: Shape } = {};
for (const shape of shapes) {
  for (const name of shape[0].split(" ")) {
    shapeOf[name] = shape;
  }
}

/** An event's envelope before its Data got the documented form. */
export interface Raised {
  Code: string;
  Data: unknown;
  Message: string;
  Visible: boolean;
}

/** The envelope of an event as the page's handlers get it. */
export function shaped(name: string, raised: Raised): Raised {
  const shape = shapeOf[name];
  let data = raised.Data;
  if (isObject(data)) {
    const members = data as Members;
    for (const key of shape && shape[3] ? shape[3].split(" ") : []) {
      if (!(key in members)) {
        members[key] = undefined;
      }
    }
    numberOf(members.CustomerInfo);
  }
  if (shape && shape[1]) {
    data = element(data);
  }
  return { Code: raised.Code, Data: data, Message: raised.Message, Visible: raised.Visible };
}

/** Whether the name is one of the eight events of a call. */
export function isCallEvent(name: string): boolean {
  const shape = shapeOf[name];
  return !!shape && shape[2];
}

/**
 * An array of one element, for a page written from the document, whose members can be read on the array too, for a
 * page written against SDK 2.1.0.
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
