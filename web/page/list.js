const shown = new WeakMap();

/**
 * Shows items in a list, each as the result of make(item), if they differ from those shown. The focus stays: the new
 * element with the same data-testid gets it.
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
