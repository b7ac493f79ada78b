export default async function (instance) {
  // #region code
  const answered = new Promise((resolve) => instance.on("Established", ({ Data }) => resolve(Data.CallID)));
  await instance.MakeCallAsync("13800138000", { BizId: "order-42" });
  const CallId = await answered;
  await instance.HoldAsync({ CallId });
  await instance.RecoveryAsync({ CallId });
  await instance.HangupAsync(CallId);
  // #endregion code
}
