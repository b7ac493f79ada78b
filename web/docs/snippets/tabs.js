export default async function (instance, customerCalls, _colleague, openRecord = console.log) {
  // #region code
  instance.on("Delivered", ({ Data }) => {
    const open = () =>
      navigator.locks.request(`record ${Data.CallID}`, { ifAvailable: true }, async (first) => {
        if (first) {
          openRecord(Data.CustomerInfo.TelNumber);
          // So long the other tabs find the lock taken.
          await new Promise((over) => setTimeout(over, 5000));
        }
      });
    if (document.visibilityState === "visible") {
      open();
    } else if (instance.tabRole !== "follower") {
      // The leader opens it where no tab is visible.
      setTimeout(open, 500);
    }
  });
  // #endregion code
  if (customerCalls) {
    const rings = new Promise((resolve) => instance.on("Delivered", resolve));
    await customerCalls();
    const { Data } = await rings;
    await instance.HangupAsync(Data.CallID);
  }
}
