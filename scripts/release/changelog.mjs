// Turns the changelog's unreleased section into that of a version.

const heading = /^## \[([^\]]+)\](.*)$/gm;

/**
 * released returns the changelog's text with its unreleased section as that of `version`, released at `date`, and that
 * section's text. The section is "## [Unreleased]" or "## [x.y.z] - not released yet".
 */
export function released(text, version, date) {
  const headings = [...text.matchAll(heading)];
  const open = headings.filter(([, name, rest]) => name.toLowerCase() === "unreleased" || rest.includes("not released yet"));
  if (open.length !== 1) {
    throw new Error(`CHANGELOG.md has ${open.length} sections that are not released yet, and one is to become ${version}`);
  }
  if (headings.some((one) => one !== open[0] && one[1] === version)) {
    throw new Error(`CHANGELOG.md has a section of ${version} already`);
  }
  const [line] = open[0];
  const begin = open[0].index;
  const next = headings.find(({ index }) => index > begin);
  const section = text.slice(begin + line.length, next?.index).trim();
  if (!section) {
    throw new Error(`CHANGELOG.md says nothing of ${version}: write what changes for users`);
  }
  return { text: `${text.slice(0, begin)}## [${version}] - ${date}${text.slice(begin + line.length)}`, section };
}
