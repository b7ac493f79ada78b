/**
 * A class whose constructor a class compiled to ES5 can call on its own `this` (`_super.apply(this, arguments) || this`),
 * which a constructor written as `class` refuses. It has the prototype of `members`.
 */
export function callable<C extends new (...args: never[]) => object>(
  name: string,
  members: C,
  construct: (instance: InstanceType<C>, given: unknown) => void,
): C {
  const made = function (this: unknown, given: unknown): void {
    if (!(this instanceof made)) {
      throw new TypeError(`${name} is a class: call it with new`);
    }
    construct(this as unknown as InstanceType<C>, given);
  } as unknown as C;
  try {
    Object.defineProperty(made, "name", { value: name, configurable: true });
  } catch (error) {
    // Browsers that are too old for the module cannot rename a function, and must still report that they are too old.
  }
  Object.defineProperty(made, "prototype", { value: members.prototype, writable: false });
  Object.defineProperty(members.prototype, "constructor", { value: made, writable: true, configurable: true });
  return made;
}
