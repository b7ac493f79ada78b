import { callable } from "./callable";
import { attach, Instance } from "./instance";
import { Link } from "./link";
import { readOptions } from "./options";
import { AppDataProvider } from "./provider";

/** The documented class. */
export const UdeskCCPaasApiClass = Object.assign(
  callable("UdeskCCPaasApiClass", Instance, (instance, given) => attach(instance, new Link(readOptions(given)))),
  { AppDataProvider, version: VERSION },
);
