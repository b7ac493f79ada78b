// The agent's notes about calls. They stay in this browser, for a day.

const key = "notes";
const day = 24 * 60 * 60 * 1000;

const read = () => JSON.parse(localStorage.getItem(key) ?? "{}");

/** The note about a call, "" for none. */
export const noteOf = (callId) => read()[callId]?.text ?? "";

/** Stores the note about a call; an empty one is removed. */
export function keepNote(callId, text) {
  const young = Object.entries(read()).filter(([id, { at }]) => id !== callId && Date.now() - at < day);
  const notes = Object.fromEntries(text.trim() ? [...young, [callId, { text, at: Date.now() }]] : young);
  localStorage.setItem(key, JSON.stringify(notes));
}
