/** Makes the texts of the API reference fit for Markdown. */

/** The text without what hovers say themselves or nobody reads; `''` when nothing is left. */
export function clean(text: string): string {
  const prose = text
    .replaceAll('\r\n', '\n')
    // The values come with the facts of a field.
    .replace(/\s*Possible enum values:[\s\S]*$/, '')
    // Marks for the generator of Gateway API's definitions.
    .replaceAll(/<\/?gateway:[^>]*>/g, '')
    // Conventions for people who make APIs, on every metadata, spec and status.
    .replaceAll(/\s*(?:(?:More info|ref|info):?\s*)?https:\/\/git\.k8s\.io\/community\/contributors\/devel\/\S+/gi, '')
    .replaceAll(/ +\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return prose
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 0 ? markUp(part) : part))
    .join('');
}

/** Makes code of what Markdown would take for something else. */
function markUp(prose: string): string {
  return (
    prose
      // '*' and "*.example.com" would begin an emphasis.
      .replaceAll(/(["'])([^"'\s`]*\*[^"'\s`]*)\1/g, '`$2`')
      // Placeholders such as <group> would be tags.
      .replaceAll(/<[A-Za-z][^<>\n`]*>/g, '`$&`')
  );
}
