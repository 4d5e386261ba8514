/**
 * What travels beside the code as JSON, in one copy for all doors: `dist/data/<name>.json`, or `.json.zst` for what is packed with
 * Zstandard. Unpacking takes a moment, so what a start needs is not.
 */
export const dataFiles = {
  notes: 'notes.json',
  content: 'content.json.zst',
  kubernetes: 'kubernetes.json',
  descriptions: 'descriptions.json.zst',
  compose: 'compose.json',
} as const;
export type DataName = keyof typeof dataFiles;
