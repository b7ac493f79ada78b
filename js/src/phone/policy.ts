import { Fault } from "../events.gen";

interface Policies {
  featurePolicy?: { allowsFeature(name: string): boolean };
}

/** Whose policy denies this page the microphone; undefined if none does. */
export function policyForbidsMicrophone(): Fault | undefined {
  const framed = window.top !== window;
  const policy = (document as unknown as Policies).featurePolicy;
  if (policy) {
    return policy.allowsFeature("microphone") ? undefined : framed ? Fault.Frame : Fault.Policy;
  }
  // Firefox does not report it: in a cross-origin iframe the policy is the likelier reason, and the message names both.
  return framed && !sameOrigin() ? Fault.Frame : undefined;
}

function sameOrigin(): boolean {
  try {
    return window.frameElement !== null;
  } catch (error) {
    return false;
  }
}
