import type { Locale } from '../../locale.ts';
import type { Conversion, ConvertedFile, Remark } from '../conversion.ts';
import { oneLine } from '../write/yaml.ts';
import { say } from './texts.ts';

/** What a conversion is shown with. */
interface Origin {
  /** The name of the converted file. */
  readonly name: string;
}

/** All manifests as one file, with what has to be known above them. */
export function asOneFile(conversion: Conversion, origin: Origin, locale: Locale): string {
  const head = sections(conversion, origin, locale).flatMap(({ title, lines }, index) => [
    ...(index === 0 ? [] : ['#']),
    `# ${title}`,
    ...lines.map((line) => (index === 0 ? `# ${line}` : `# - ${line}`)),
  ]);
  const bodies = conversion.files.map(({ path, text }) => `# === ${oneLine(path)}\n${text}`);
  return `${head.join('\n')}\n\n${bodies.join('---\n')}`;
}

/** The manifests as files, beside a page that tells what has to be known. */
export function asFiles(conversion: Conversion, origin: Origin, locale: Locale): readonly ConvertedFile[] {
  const page = sections(conversion, origin, locale).map(({ title, lines }, index) =>
    index === 0 ? `# ${title}\n\n${lines.join('\n')}\n` : `## ${title}\n\n${lines.map((line) => `- ${line}\n`).join('')}`,
  );
  return [...conversion.files, { path: 'CONVERSION.md', text: page.join('\n') }];
}

function sections({ files, remarks }: Conversion, { name }: Origin, locale: Locale) {
  const hasProfiles = files.some(({ path }) => path.startsWith('profiles/'));
  const apply = (hasProfiles ? say.applyProfiles : say.apply)[locale];
  const of = (kind: Remark['kind'], title: string) => ({
    title,
    lines: grouped(remarks.filter((each) => each.kind === kind)).map(oneLine),
  });
  return [
    { title: oneLine(say.head[locale].replace('{file}', () => name)), lines: [apply] },
    of('decide', say.decideTitle[locale]),
    of('lost', say.lostTitle[locale]),
    of('changed', say.changedTitle[locale]),
  ].filter(({ lines }) => lines.length > 0);
}

/** Remarks as lines of Markdown; what holds for several parts is said once. */
export function grouped(remarks: readonly Remark[]): readonly string[] {
  const lines = new Map<string, { readonly key: string; readonly text: string; readonly parts: Set<string> }>();
  for (const { part, key, text } of remarks) {
    const id = `${key}\n${text}`;
    const line = lines.get(id) ?? { key, text, parts: new Set() };
    line.parts.add(part.replace(/^services\./, ''));
    lines.set(id, line);
  }
  return [...lines.values()].map(({ key, text, parts }) => `${[...parts].join(', ')} › ${key}: ${text}`);
}
