// Page code in Jest without configuration. There is no browser: calls reject, and nothing keeps Jest from ending.
const { connect } = require("./agent.js");

test("without a browser, a call says so at once", async () => {
  const element = {};
  await connect(element);
  expect(element.textContent).toMatch(/^The operation failed: this is not a browser .* use @ccpaas\/browser-sdk\/fake.*\[ConnectAsync 9000\]$/);
});
