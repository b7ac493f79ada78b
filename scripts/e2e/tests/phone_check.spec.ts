// CheckPhoneAsync in a page: what is right, what is wrong, and a measured echo.
import { createSocket } from "node:dgram";

import { forCalls } from "../calls.ts";
import { expect, test } from "../origins.ts";
import { melody, microphone, Phone } from "../phone.ts";

test.use({ launchOptions: forCalls(microphone) });
test.beforeEach(({ request, sdkOrigin }) => request.post(`${sdkOrigin}/sandbox/reset`).then(() => undefined));

interface Report {
  Outcome: string;
  Checks: { Name: string; Outcome: string; Reason: string; Advice: string }[];
}

const outcomes = (report: Report) => Object.fromEntries(report.Checks.map(({ Name, Outcome }) => [Name, Outcome]));
const found = (report: Report, name: string) => report.Checks.find(({ Name }) => Name === name);
const good = {
  secureContext: "pass",
  browser: "pass",
  permission: "pass",
  microphone: "pass",
  devices: "pass",
  registration: "pass",
  ice: "pass",
};

test("all is well, in another phone mode: nothing is left open, and nobody is registered", async ({
  page,
  customer,
  request,
  sdkOrigin,
}) => {
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  const report = await phone.does("CheckPhoneAsync");
  expect(outcomes(report)).toEqual(good);
  expect(report.Outcome).toBe("pass");
  await phone.leavesNothing(1);
  expect(await page.evaluate("[instance.phoneMode, instance.microphoneOn]")).toEqual(["voip", false]);
  // The registration was for the check alone.
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.calls("13800138000");
  await phone.hears(...melody);
});

test("the echo of a call is measured, and the call is over afterwards", async ({ page, customer, request, sdkOrigin }) => {
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  const report = await phone.does("CheckPhoneAsync", { EchoNumber: "13800130005" });
  expect(outcomes(report)).toEqual({ ...good, echo: "pass" });
  const [, ms] = found(report, "echo")!.Reason.match(/after (\d+) ms/)!;
  expect(Number(ms)).toBeGreaterThan(20);
  await phone.comesTo("ConnectionCleared");
  await phone.comesTo("idle");
  await phone.leavesNothing(2);

  // A number that plays a melody is no echo.
  const melodious = await phone.does("CheckPhoneAsync", { EchoNumber: "13800138000" });
  expect(found(melodious, "echo")).toMatchObject({ Outcome: "fail", Reason: "the call was connected, but no echo came back." });
});

test("a call that runs is left alone", async ({ page, customer, request, sdkOrigin }) => {
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.does("SetPhoneModeAsync", "webrtc");
  await phone.calls("13800138000");
  await phone.hears(...melody);
  const tracks = await page.evaluate("counted.tracks.length");
  const report = await phone.does("CheckPhoneAsync", { EchoNumber: "13800130005" });
  expect(outcomes(report)).toEqual({ ...good, echo: "warn" });
  expect(await page.evaluate("counted.tracks.length"), "no second microphone").toBe(tracks);
  await phone.hears(...melody);
  await phone.farEndHears(microphone);
});

test("the SIP server refuses, and then says nothing", async ({ page, customer, request, sdkOrigin }) => {
  const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
  await phone.sandbox("faults", { AgentId: "1001", Fault: "sip-refuse", Status: 403 });
  let report = await phone.does("CheckPhoneAsync");
  expect(outcomes(report)).toEqual({ ...good, registration: "fail" });
  expect(found(report, "registration")).toMatchObject({
    Reason: "the SIP server refused the registration (403).",
    Advice: "Tell an administrator.",
  });
  await phone.sandbox("faults", { AgentId: "1001", Fault: "sip-silent", Ms: 60_000 });
  report = await phone.does("CheckPhoneAsync");
  expect(found(report, "registration")).toMatchObject({ Outcome: "fail", Reason: "the SIP server did not answer." });
  await request.delete(`${sdkOrigin}/sandbox/faults`);
});

test("a STUN server that is dead", async ({ page, customer, request, sdkOrigin }) => {
  const silent = createSocket("udp4");
  await new Promise<void>((resolve) => silent.bind(0, resolve));
  try {
    const url = `127.0.0.1:${silent.address().port}`;
    const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html?stun=${url}`);
    const report = await phone.does("CheckPhoneAsync");
    expect(outcomes(report)).toEqual({ ...good, ice: "fail" });
    expect(found(report, "ice")).toMatchObject({
      Reason: `no address came from stun:${url}.`,
      Advice: "Check IceServers, and whether the firewall lets UDP through.",
    });
    await phone.leavesNothing(2);
  } finally {
    silent.close();
  }
});

test.describe("without a microphone that can be used", () => {
  test("there is none", async ({ page, customer, request, sdkOrigin }) => {
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("none", "NotFoundError"));
      navigator.mediaDevices.enumerateDevices = () => Promise.resolve([]);
    });
    const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
    const report = await phone.does("CheckPhoneAsync");
    expect(outcomes(report)).toEqual({ ...good, microphone: "fail", devices: "fail" });
    expect(found(report, "microphone")).toMatchObject({ Reason: "there is no microphone.", Advice: "Connect one and try again." });
  });

  test("the page is in no secure context", async ({ page, customer, request, sdkOrigin }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "isSecureContext", { value: false });
      Object.defineProperty(navigator, "mediaDevices", { value: undefined });
    });
    const phone = await new Phone(page, request, sdkOrigin).open(`${customer.origin}/phone.html`);
    const report = await phone.does("CheckPhoneAsync");
    expect(outcomes(report)).toMatchObject({ secureContext: "fail", microphone: "fail", ice: "fail", registration: "pass" });
    expect(found(report, "secureContext")).toMatchObject({
      Advice: "Tell the page's author to serve it over https, and the outer page too if it is in an iframe.",
    });
  });
});
