// Chooses phone mode webrtc with each copy of the SDK in the page, and reports the results.
run(async () => {
  const came = [];
  const own = UdeskCCPaasApiClass;
  for (const copy of [window.FirstCopy, own].filter(Boolean)) {
    window.UdeskCCPaasApiClass = copy;
    const instance = new copy(optionsFor("1001"));
    came.push(await outcome(instance.SetPhoneModeAsync("webrtc")));
    instance.Destroy();
  }
  return { came };
});
