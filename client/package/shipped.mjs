/** What of package.json is for npm: who installs the extension has neither the command line nor anything to build. */
const forNpm = ['bin', 'devDependencies', 'overrides', 'scripts'];

/**
 * What ships of a file: of texts in JSON no spaces, of package.json what VS Code and the gallery read, of the README what leads
 * somewhere there.
 * @param {string} name the file's in the package
 * @param {Buffer} data its content
 * @returns {Buffer}
 */
export function shipped(name, data) {
  if (name === 'extension/readme.md') return Buffer.from(forGallery(data.toString()));
  if (!name.endsWith('.json')) return data;
  const value = JSON.parse(data.toString());
  if (name === 'extension/package.json') for (const key of forNpm) delete value[key];
  return Buffer.from(JSON.stringify(value));
}

/**
 * Markdown without what would be dead where there is nothing but the text: what is marked as of the repository goes, and pictures
 * beside it; of links to files the words stay.
 * @param {string} markdown
 */
export function forGallery(markdown) {
  return markdown
    .replaceAll(/^<!-- repository -->$.*?^<!-- \/repository -->\n\n?/gms, '')
    .replaceAll(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n?/gm, '')
    .replaceAll(/(?<!!)\[([^\]]*)\]\((?!https:|#)[^)]*\)/g, '$1');
}
