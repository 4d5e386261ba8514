import { TextDocument } from 'vscode-languageserver-textdocument';
import { compose } from '../../../server/compose/language.ts';
import type { ComposeModel } from '../../../server/compose/model.ts';
import { dockerfile } from '../../../server/dockerfile/language.ts';
import { createIndexes } from '../../../server/indexes.ts';
import type { NamedEntity } from '../../../server/language.ts';
import type { Model } from '../../../server/rule.ts';
import { applyEdits } from '../../../server/text/edit.ts';
import { spanOf } from '../../../server/text/span.ts';
import { createWorkspace, type Place } from '../../../server/workspace.ts';
import { readCursor } from '../../marks.ts';

/** An indexed workspace of Compose files and Dockerfiles in memory. */
export interface ComposeWorkspace {
  model(path: string): ComposeModel;
  place(path: string): Place;
  /** Takes a file over. Answers whether other files can see the difference. */
  write(path: string, text: string): boolean;
}

/** Indexes files, by path. */
export function openCompose(files: Readonly<Record<string, string>>): ComposeWorkspace {
  const languages = [dockerfile, compose];
  const indexes = createIndexes(languages);
  const workspace = createWorkspace(Object.entries(files), 'missing', indexes);
  const models = new Map<string, Model>();
  const write = (path: string, text: string): boolean => {
    workspace.write(path, text);
    const document = TextDocument.create(`file:///w/${path}`, '', 1, text);
    const language = languages.find((candidate) => candidate.recognises(document));
    if (!language) return indexes.update(path, undefined);
    const model = language.parse(document, models.get(path));
    models.set(path, model);
    return indexes.update(path, { language, model });
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  indexes.complete = true;
  return {
    model: (path) => models.get(path) as ComposeModel,
    place: (path) => ({ workspace, path }),
    write,
  };
}

/** The name at a place of a file. */
export function entityAt(workspace: ComposeWorkspace, path: string, offset: number): NamedEntity | undefined {
  const language = path.endsWith('.yaml') || path.endsWith('.yml') ? compose : dockerfile;
  return language.named?.(workspace.model(path), offset, workspace.place(path));
}

/** The name at the cursor ▮, which stands in one of the files. */
export function namedAt(files: Readonly<Record<string, string>>): {
  readonly entity: NamedEntity | undefined;
  readonly files: Readonly<Record<string, string>>;
  readonly path: string;
} {
  const [path = '', marked = ''] = Object.entries(files).find(([, text]) => text.includes('▮')) ?? [];
  const { text, offset } = readCursor(marked);
  const plain = { ...files, [path]: text };
  return { entity: entityAt(openCompose(plain), path, offset), files: plain, path };
}

/** Where the name at the cursor stands: `path:line` from 0, definitions with a `*`. */
export function places(files: Readonly<Record<string, string>>): readonly string[] {
  const { entity, files: plain, path } = namedAt(files);
  const document = TextDocument.create('', '', 1, plain[path] ?? '');
  const star = (role: string): string => (role === 'definition' ? '*' : '');
  return [
    ...(entity?.occurrences ?? []).map(({ span, role }) => `${path}:${document.positionAt(span.start).line}${star(role)}`),
    ...(entity?.elsewhere ?? []).map((other) => `${other.path}:${other.range.start.line}${star(other.role)}`),
  ];
}

/** The files after the name at the cursor was changed; or why it cannot be. */
export function renamed(files: Readonly<Record<string, string>>, newName: string): Readonly<Record<string, string>> | string {
  const { entity, files: plain, path } = namedAt(files);
  if (!entity?.refuse) return 'fixed';
  const refusal = entity.refuse(newName);
  if (refusal) return refusal.en;
  return Object.fromEntries(
    Object.entries(plain).map(([of, text]) => {
      const document = TextDocument.create('', '', 1, text);
      const spans = [
        ...(of === path ? entity.occurrences.map(({ span }) => span) : []),
        ...(entity.elsewhere ?? []).filter((other) => other.path === of).map(({ range }) => spanOf(document, range)),
      ];
      return [
        of,
        applyEdits(
          text,
          spans.map((span) => ({ span, newText: newName })),
        ),
      ];
    }),
  );
}
