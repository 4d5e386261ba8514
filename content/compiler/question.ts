import type { Localized } from '../../server/locale.ts';
import type { NoteData } from '../../server/notes.ts';
import { aboutEntry, address, localized, readYaml, record, type Say } from './checks.ts';
import { nameOf, noteOf, type About } from './entry.ts';
import { checkMarkdown } from './markdown.ts';
import type { SourceFile } from './source.ts';

interface Question extends About {
  readonly title: Localized;
  readonly text: Localized;
}

const question = record({ title: localized, text: localized, docs: address }, aboutEntry);
const limits = { text: 1400, codeLines: 16 };

/** Reads a question with its answer. */
export function parseQuestion(file: SourceFile, say: Say): Record<string, NoteData> {
  const data = readYaml(file, question, say) as Question | undefined;
  if (!data) return {};
  for (const locale of ['ko', 'en'] as const) checkMarkdown(`${file.path} (${locale})`, data.text[locale], limits, say);
  return { [`questions/${nameOf(file.path)}`]: noteOf(data.title, data.text, data) };
}
