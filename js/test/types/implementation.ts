// The class behind the declarations has every member that they declare, and no public one more.
import type { UdeskCCPaasApiClass as Declared } from "@ccpaas/browser-sdk";
import type { UdeskCCPaasApiClass as Class } from "../../src/api";
import type { Page } from "../../src/runtime";

type Implemented = InstanceType<typeof Class>;

/** Compiles where no name is left over. */
type None<Left extends never> = Left;

// What the runtime calls is public between the modules of the script.
type Public = Extract<Exclude<keyof Implemented, keyof Page>, string>;
// A class has a prototype; a declared one need not say so.
type DeclaredStatic = typeof import("@ccpaas/browser-sdk").UdeskCCPaasApiClass;
type ImplementedStatic = typeof import("../../src/api").UdeskCCPaasApiClass;

export type Missing = None<Exclude<keyof Declared, Public>>;
export type Undeclared = None<Exclude<Public, keyof Declared>>;
export type MissingStatic = None<Exclude<keyof DeclaredStatic, keyof ImplementedStatic>>;
export type UndeclaredStatic = None<Exclude<keyof ImplementedStatic, keyof DeclaredStatic>>;

type DeclaredModule = typeof import("@ccpaas/browser-sdk");
type ImplementedModule = typeof import("../../src/index.ts");
export type MissingExport = None<Exclude<keyof DeclaredModule, keyof ImplementedModule>>;
export type UndeclaredExport = None<Exclude<keyof ImplementedModule, keyof DeclaredModule>>;

// @ts-expect-error a name left over would not compile
export type Surplus = None<"MakeCall">;

/** A method takes as many arguments as are declared, so that none is lost on the way to the core. */
type Taken<C> = { [M in keyof C]: C[M] extends (...args: infer A) => unknown ? Required<A>["length"] : "getter" };
type Differing = {
  [M in keyof Declared & keyof Implemented]: Taken<Declared>[M] extends Taken<Implemented>[M] ? never : M;
}[keyof Declared & keyof Implemented];
export type OtherArguments = None<Differing>;
