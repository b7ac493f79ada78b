const second = 1000;
// Often enough that no second is seen to be longer than another.
const tick = 200;

const shown = new Map();

/** Shows in an element how long ago a moment was, and goes on to, second by second. */
export function countFrom(place, since) {
  shown.set(place, since);
  place.textContent = duration(Date.now() - since);
}

/** Stops counting and shows a length of time; nothing at all if none is given. */
export function stopAt(place, length) {
  shown.delete(place);
  place.textContent = length === undefined ? "" : duration(length);
}

/** Milliseconds as 00:00, with hours in front from the first on. */
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
