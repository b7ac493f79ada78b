// @vitest-environment jsdom
// Page code in jsdom, and with the SDK's calls scripted as a user's unit test does it.
import { afterEach, expect, test, vi } from "vitest";

import { connect, UdeskCCPaasApiClass } from "./agent.js";

const element = document.body.appendChild(document.createElement("output"));
afterEach(() => void vi.restoreAllMocks());

test("without a browser, a call says so at once", async () => {
  await connect(element);
  expect(element.textContent).toMatch(/^The operation failed: this is not a browser .* use @ccpaas\/browser-sdk\/fake.*\[ConnectAsync 9000\]$/);
});

test("a call's answer is the test's", async () => {
  vi.spyOn(UdeskCCPaasApiClass.prototype, "ConnectAsync").mockResolvedValue({ Code: "0000", Data: null, Message: "", Visible: false });
  await connect(element);
  expect(element.textContent).toBe("offline");
});
