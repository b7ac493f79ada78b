export default async function (instance, customerCalls) {
  // #region code
  const rings = new Promise((resolve) => instance.on("Delivered", resolve));
  const buttons = new Promise((resolve) => instance.on("Established", ({ Data }) => resolve(Data.CallAuthority)));
  // #endregion code
  await customerCalls();
  // #region rest
  const { Data } = await rings;
  console.log("call from", Data.CustomerInfo.TelNumber, Data.CustomerInfo.City);
  await instance.AnswerAsync();
  const { AllowHold, AllowTransfer } = await buttons; // show a button for each that is true
  await instance.HangupAsync(Data.CallID);
  // #endregion rest
  if (!AllowHold || !AllowTransfer) {
    throw new Error("hold and transfer have to be possible in a call");
  }
}
