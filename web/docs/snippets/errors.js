export default async function (instance) {
  let shown = "";
  const show = (message) => (shown = message);
  // #region code
  try {
    await instance.MakeCallAsync("12x");
  } catch (error) {
    if (error.Code === "0301" && error.Visible) {
      show(error.Message); // says what failed, why, and what to do next
    }
  }
  // #endregion code
  if (!shown) {
    throw new Error("the number has to be refused");
  }
}
