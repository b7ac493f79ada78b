import { expect, test } from "../origins.ts";

test("bad options throw naming the option, bad providers reject with 0905 and say which", async ({ run }) => {
  const report = await run("page.html?test=bad");
  expect(report.failed).toBeUndefined();
  for (const [name, messages] of Object.entries<string[]>(report.thrown)) {
    for (const message of messages) {
      expect(message).toContain(`the option ${name} must be`);
      expect(message).not.toContain("secret");
    }
  }
  const says: Record<string, string> = {
    rejects: "GetToken failed",
    throws: "GetToken failed",
    "never settles": "within 10 s",
    "to nothing": "undefined",
    "to null": "null",
    "to a string": "string",
    "without a token": "token is undefined",
    "with an empty token": "token is an empty string",
    "without a timestamp": "timestamp is undefined",
    "with a getter that throws": "GetToken failed",
    "not overridden": "GetToken failed",
  };
  for (const [name, words] of Object.entries(says)) {
    expect(report.tokens[name].rejected, name).toEqual({
      Code: "0905",
      Message: expect.stringContaining(words),
      Data: null,
      Visible: true,
    });
  }
  for (const [name, resp] of Object.entries<any>(report.good)) {
    expect(resp.Code, name).toBe("0000");
  }
  expect(report.lines.join("\n")).not.toContain("secret");
});
