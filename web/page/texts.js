// Every text of the page, and which language is shown. The platform's own names (states to choose from,
// break reasons, phones, failures) come from the SDK in the same language.

import { chinese } from "./chinese.js";
import { english } from "./english.js";

export const texts = { "en-US": english, "zh-CN": chinese };

/** The language of the page and of the SDK: the URL's, or else the browser's. */
export const language = /^zh\b/i.test(new URLSearchParams(location.search).get("lang") ?? navigator.language)
  ? "zh-CN"
  : "en-US";

/** The text of that name, with its {0}, {1}… filled in. A name without a text is its own text. */
export function text(name, ...values) {
  return textOr(name, name, ...values);
}

/** The text of that name, or the other if there is none. */
export function textOr(name, other, ...values) {
  return (texts[language][name] ?? other).replace(/\{(\d)\}/g, (_, index) => values[index] ?? "");
}

/** Fills in the texts that the markup names. */
export function fillTexts() {
  document.documentElement.lang = language;
  for (const found of document.querySelectorAll("[data-text]")) {
    found.textContent = text(found.dataset.text);
  }
  for (const found of document.querySelectorAll("[data-label]")) {
    found.setAttribute("aria-label", text(found.dataset.label));
  }
  for (const found of document.querySelectorAll("[data-title]")) {
    found.setAttribute("title", text(found.dataset.title));
  }
  for (const found of document.querySelectorAll("[data-placeholder]")) {
    found.setAttribute("placeholder", text(found.dataset.placeholder));
  }
}
