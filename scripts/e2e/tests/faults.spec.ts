// A busy agent at their own page during every fault that a script can cause, in fake time.
import { Callers } from "../callers.ts";
import { expect, test } from "../origins.ts";
import { Shift } from "../shift.ts";

for (const seed of [1, 2]) {
  test(`fifty faults in a busy shift, seed ${seed}`, async ({ page, customer, request, sdkOrigin }) => {
    test.setTimeout(240_000);
    const shift = new Shift(page, new Callers(request, sdkOrigin));
    await shift.begins(`${customer.origin}/audited.html?agent=1001&seed=${seed}`);
    const harmed: string[] = [];
    while (harmed.length < 50) {
      await shift.acts();
      await shift.acts();
      const harm = await shift.suffers();
      if (harm) {
        harmed.push(harm);
      }
    }
    const report = await shift.ends();
    expect(report).toMatchObject({ wrong: [], open: 0 });
    expect(report.recovered, "gaps had something to tell").toBeGreaterThan(10);
    expect(report.calls, "the shift was busy").toBeGreaterThan(5);
    expect(new Set(harmed).size, "kinds of faults").toBeGreaterThan(10);
  });
}
