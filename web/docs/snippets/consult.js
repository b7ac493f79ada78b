export default async function (instance, customerCalls, colleague) {
  const inCall = new Promise((resolve) => instance.on("Established", ({ Data }) => resolve(Data.CallID)));
  await customerCalls();
  await instance.AnswerAsync();
  const CallId = await inCall;
  const AgentId = await colleague();
  // #region code
  const consulted = new Promise((resolve) => instance.on("Established.consult", ({ Data }) => Data.CallType === "Consult" && resolve()));
  await instance.ConsultationAsync({ CallId, AgentId }); // the customer is on hold
  await consulted;
  instance.off(".consult");
  await instance.ConsultationToTransferAsync({ CallId }); // or ConsultationToThreeWayAsync, EndConsultationAsync
  // #endregion code
}
