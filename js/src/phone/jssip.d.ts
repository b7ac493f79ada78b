// What JsSIP's own declarations require: packages that it installs without their declarations.

declare module "events" {
  export class EventEmitter<Events = unknown> {
    protected readonly events?: Events;
    on(type: string, listener: (...args: any[]) => void): this;
    removeAllListeners(type?: string): this;
  }
}

declare module "jssip/lib/DigestAuthentication" {
  export default class DigestAuthentication {
    constructor(credentials: { username: string | null; password: string | null });
    authenticate(request: object, challenge: object): boolean;
    toString(): string;
  }
}

declare module "debug" {
  export interface Debug {}
}
