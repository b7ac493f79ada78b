import { callable } from "./callable";
import { attach } from "./instance";
import { Link } from "./link";
import { Methods } from "./methods.gen";
import { readOptions } from "./options";
import { AppDataProvider } from "./provider";

/** The documented class. */
export const UdeskCCPaasApiClass = Object.assign(
  callable("UdeskCCPaasApiClass", Methods, (instance, given) => attach(instance, new Link(readOptions(given)))),
  { AppDataProvider, version: VERSION },
);
