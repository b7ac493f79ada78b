const second = 1000;
// Often enough that all seconds look equally long.
const tick = 200;

const shown = new Map();

/** Shows in an element how long ago a moment was, and updates it every second. */
export function countFrom(place, since) {
  shown.set(place, since);
  place.textContent = duration(Date.now() - since);
}

/** Stops counting and shows a length of time, or nothing if none is given. */
export function stopAt(place, length) {
  shown.delete(place);
  place.textContent = length === undefined ? "" : duration(length);
}

/** Milliseconds as 00:00, preceded by hours from the first hour on. */
export function duration(length) {
  const seconds = Math.max(0, Math.floor(length / second));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const hours = Math.floor(seconds / 3600);
  return (hours ? [hours, ...parts] : parts).map((number) => String(number).padStart(2, "0")).join(":");
}

setInterval(() => {
  for (const [place, since] of shown) {
    place.textContent = duration(Date.now() - since);
  }
}, tick);
