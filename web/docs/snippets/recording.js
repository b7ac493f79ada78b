export default async function (instance) {
  // #region code
  const recording = await instance.ExportLog();
  const file = new Blob([recording], { type: "text/plain" });
  // #endregion code
  if (file.size === 0) {
    throw new Error("a recording is not empty");
  }
}
