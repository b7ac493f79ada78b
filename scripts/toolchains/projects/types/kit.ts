import { startSandbox, type Sandbox, type Frame } from "@ccpaas/sandbox";

export async function frames(): Promise<Frame[]> {
  const box: Sandbox = await startSandbox({ seed: 7 });
  const secret: string = box.secret;
  void secret;
  await box.call({ AgentId: "1001", From: "13800138000" });
  // @ts-expect-error: somebody calls.
  await box.call({ AgentId: "1001" });
  return box.frames("1001");
}
