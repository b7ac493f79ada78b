import { callable } from "../callable";
import { attach, Instance, link } from "../instance";
import { AppDataProvider } from "../provider";
import { Script } from "./script";
import type { Answer, Call, Refusal } from "./script";
import type { Failure } from "../failure";
import type { State } from "../state";

/** The documented class without a core: a test sets the results of its calls, and emits its events. */
class Fake extends Instance {
  declare readonly [link]: () => Script;

  get calls(): Call[] {
    return this[link]().calls;
  }

  argsOf(method: string): unknown[][] {
    return this[link]().argsOf(method);
  }

  emit(name: string, changed?: object, message?: string): this {
    this[link]().emit(name, changed, message);
    return this;
  }

  answer(method: string, answer: Answer): this {
    this[link]().answer(method, answer);
    return this;
  }

  reject(method: string, refusal?: Refusal): this {
    const script = this[link]();
    return this.answer(method, () => {
      throw script.failure(method, refusal);
    });
  }

  failure(method: string, refusal?: Refusal): Failure {
    return this[link]().failure(method, refusal);
  }

  set(state: Partial<State>): this {
    Object.assign(this[link]().state, state);
    return this;
  }
}

const instances: Instance[] = [];

export const UdeskCCPaasApiClass = Object.assign(
  callable("UdeskCCPaasApiClass", Fake, (instance, given) => {
    attach(instance, new Script(String((given as { LanguageCode?: string } | undefined)?.LanguageCode ?? "")));
    instances.push(instance);
  }),
  { AppDataProvider, version: VERSION, instances },
);
export { AppDataProvider };
export default UdeskCCPaasApiClass;
export const version = VERSION;
