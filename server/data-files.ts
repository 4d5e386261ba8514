/**
 * What travels beside the code, in one copy for all doors, as files of `dist/data/`. What a start needs is plain JSON; the texts
 * that are asked for later are packed as small as can be (unpack.ts), which takes a moment to undo.
 */
export const dataFiles = {
  notes: 'notes.json',
  kubernetes: 'kubernetes.json',
  compose: 'compose.json',
  findingsKo: 'findings.ko.json',
  findingsEn: 'findings.en.json',
  texts: 'texts.bwt',
} as const;
export type DataName = keyof typeof dataFiles;

/** What `texts` holds, each as JSON, in this order and with U+0000 between: in one stream they pack smaller than apart. */
export const textParts = ['content', 'descriptions', 'words'] as const;
export type TextPart = (typeof textParts)[number];
