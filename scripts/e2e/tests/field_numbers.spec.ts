// Numbers as people paste and type them, in a page.
import { expect, test } from "../field.ts";

test("A15-A16 pasted_number: a pasted number is dialled, a typed time is set", async ({ run }) => {
  const { failed, dialled, letter, wrapUp } = await run("pasted_number.html");
  expect(failed).toBeUndefined();
  expect.soft(dialled).toEqual({
    "a contact list": "+8613800138000",
    "a spreadsheet": "13800138000",
    "a PDF": "13800138000",
    "a Chinese keyboard": "13800138000",
  });
  expect.soft(letter).toMatchObject({ Code: "0301", Message: expect.stringContaining("position 14 (U+0078)") });
  expect.soft(letter.Message).not.toMatch(/138|0013/);
  expect(wrapUp).toEqual({ WrapUpTime: 5 });
});
