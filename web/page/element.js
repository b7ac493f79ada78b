/** The element of the page with that data-testid, which is unique in the markup. */
export function part(testId) {
  return document.querySelector(`[data-testid="${testId}"]`);
}

/** A new element. Strings among the children become text, so that nothing in them is parsed as HTML. */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** An icon of the page's own, by the end of its id. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const shape = document.createElementNS(space, "use");
  shape.setAttribute("href", `#icon-${name}`);
  const made = document.createElementNS(space, "svg");
  made.setAttribute("class", "icon");
  made.setAttribute("aria-hidden", "true");
  made.append(shape);
  return made;
}

/** Marks a button that cannot be used now with the reason, "" for one that can. It keeps the focus, unlike a disabled one. */
export function explain(button, why) {
  if (why) {
    button.setAttribute("aria-disabled", "true");
    button.setAttribute("aria-description", why);
    button.dataset.why = why;
  } else if (button.dataset.why) {
    button.removeAttribute("aria-disabled");
    button.removeAttribute("aria-description");
    delete button.dataset.why;
  }
}
