/** This page's URL with one parameter of the query changed, or removed if the value is empty. */
export function withQuery(name, value) {
  const url = new URL(location.href);
  if (value) {
    url.searchParams.set(name, value);
  } else {
    url.searchParams.delete(name);
  }
  return url;
}
