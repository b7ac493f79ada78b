const shown = new WeakMap();

/**
 * Shows items in a list, each as what make(item) returns, if they differ from those that are shown. Whatever has
 * the focus keeps it: the new element of the same data-testid gets it.
 */
export function showItems(list, items, make) {
  const text = JSON.stringify(items);
  if (shown.get(list) === text) {
    return;
  }
  shown.set(list, text);
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.testid : "";
  list.replaceChildren(...items.map(make));
  if (focused) {
    (list.querySelector(`[data-testid="${CSS.escape(focused)}"]`) ?? list).focus();
  }
}
