// A page that is left and restored from the back-forward cache. It reports by itself, as the browser's driver loses access
// to such a page. It is left for a page that goes back at once.
run(async () => {
  const instance = new UdeskCCPaasApiClass(optionsFor("1001"));
  const audit = new Audit(instance);
  const heard = [];
  for (const name of ["Disconnected", "Connecting", "Connected", "PhoneStateChanged", "Delivered"]) {
    instance.on(name, ({ Data }) => heard.push(name + (Data && Data.Recovered ? " recovered" : "")));
  }
  await audit.does("SetAgentStateAsync", "idle");
  heard.length = 0;
  const shown = new Promise((resolve) => window.addEventListener("pageshow", resolve));
  const missed = next(instance, "Delivered");
  // Two navigations in one task would be one entry in the history.
  setTimeout(() => (location.href = "/back.html"));
  const { persisted } = await shown;
  const { CallID } = (await missed).Data;
  const heardOfGap = heard.splice(0);
  const over = next(instance, "PhoneStateChanged");
  const answer = await audit.does("HangupAsync", CallID);
  await over;
  return { persisted, heard: heardOfGap, answer, audit: audit.report(await sandboxState(), "1001") };
});
