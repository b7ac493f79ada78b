// Five tabs of an agent, whose leaders go one after the other in a call. With windows=yes in the query they are windows, else
// frames, which are the same to locks and channels. It is written for Chromium 64.
const tabs = [];

/** Opens a tab, and waits until it is ready. */
async function openTab() {
  const opened = /windows=yes/.test(location.search) ? window.open("/shared_tab.html", "_blank") : null;
  const frame = opened ? null : document.createElement("iframe");
  const tab = {
    get page() {
      return opened || frame.contentWindow;
    },
    close: () => (opened ? opened.close() : frame.remove()),
  };
  if (frame) {
    frame.src = "/shared_tab.html";
    document.body.appendChild(frame);
  }
  tabs.push(tab);
  await until("a tab that is ready", () => tab.page.isReady);
  return tab;
}

const roles = () => tabs.map(({ page }) => page.instance.tabRole);
const connections = () => tabs.reduce((sum, { page }) => sum + page.connected(), 0);

/** Makes the leader go, and waits until another one is connected. */
async function succeed(go) {
  const at = roles().indexOf("leader");
  go(tabs.splice(at, 1)[0]);
  const began = performance.now();
  await until("another leader", () => roles().indexOf("leader") >= 0);
  const leader = tabs[roles().indexOf("leader")].page.instance;
  await until("its connection", () => leader.connectState === "connected");
  log.push("tabs: connected after " + Math.round(performance.now() - began) + " ms");
}

/** Sees that all tabs were told the same, each event once. */
function toldOnce(events) {
  for (const { page } of tabs) {
    assert(page.told.join() === events.join(), "a tab was told " + page.told);
  }
}

async function tabsShare() {
  const canShare = navigator.locks && window.BroadcastChannel;
  await openTab();
  if (!canShare) {
    assert(/ShareConnection is off/.test(tabs[0].page.lines), "it is not told that they cannot share");
    assert(roles().join() === "", "a role " + roles());
    tabs[0].page.instance.Destroy();
    tabs[0].close();
    return;
  }
  while (tabs.length < 5) {
    await openTab();
  }
  assert(roles().sort().join() === "follower,follower,follower,follower,leader", "roles " + roles());
  assert(connections() === 1, connections() + " connections");

  const follows = () => tabs[roles().indexOf("follower")].page.instance;
  await follows().SetAgentStateAsync("idle");
  await until("idle", () => tabs.every(({ page }) => page.instance.agentState === "idle"));
  await follows().MakeCallAsync(number);
  await until("a call", () => tabs.every(({ page }) => page.told.indexOf("Established") >= 0));
  const before = tabs[0].page.told.slice();
  toldOnce(before);

  await succeed((leader) => leader.close());
  await succeed((leader) => leader.page.location.replace("about:blank"));
  toldOnce(before);
  await follows().HangupAsync(follows().callStatus.CallID);
  await until("the end of the call", () => tabs.every(({ page }) => page.told.length > before.length));
  toldOnce(before.concat("ConnectionCleared"));
  for (const { page } of tabs) {
    page.instance.Destroy();
  }
  await until("the end of the session", async () => !(await sandboxState()).Agents.find(({ AgentId }) => AgentId === "1003").Connected);
}
