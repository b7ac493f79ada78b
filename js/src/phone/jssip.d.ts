// What JsSIP's own declarations lean on: packages that it brings without theirs.

declare module "events" {
  export class EventEmitter<Events = unknown> {
    protected readonly events?: Events;
    on(type: string, listener: (...args: any[]) => void): this;
    removeAllListeners(type?: string): this;
  }
}

declare module "debug" {
  export interface Debug {}
}
