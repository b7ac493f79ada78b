// The timers that are set and have neither fired nor been cleared.
window.timers = new Set();
const { setTimeout: later, clearTimeout: cancel } = window;
window.setTimeout = (f, ms, ...args) => {
  const id = later(() => {
    timers.delete(id);
    f(...args);
  }, ms);
  timers.add(id);
  return id;
};
window.clearTimeout = (id) => {
  timers.delete(id);
  cancel(id);
};
