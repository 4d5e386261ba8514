/** A registry, a repository in lower case, a tag and a digest. Source: the distribution project's grammar of image references. */
const grammar =
  /^(?:(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::\d+)?\/)?[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$/;

/** Longest reference that is read. */
const lengthLimit = 1000;

/** Whether the text, without variables, can name an image. */
export function isReference(text: string): boolean {
  return text.length <= lengthLimit && grammar.test(text);
}
