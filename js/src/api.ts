import { AppDataProvider } from "./provider";
import { Methods } from "./methods.gen";

/** The documented class. */
export class UdeskCCPaasApiClass extends Methods {
  static readonly AppDataProvider = AppDataProvider;
  static readonly version = VERSION;
}
