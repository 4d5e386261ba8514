import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Drawing, DrawingEdge, DrawingNode } from '../../../server/drawing/drawing.ts';
import { createIndexes } from '../../../server/indexes.ts';
import { languages } from '../../../server/languages.ts';
import { library } from '../../../server/library.ts';
import type { Locale } from '../../../server/locale.ts';
import { createWorkspace } from '../../../server/workspace.ts';

/** How a file is drawn. */
export interface DrawOptions {
  readonly locale?: Locale;
  readonly everything?: boolean;
  /** Whether the workspace is still being read. */
  readonly isReading?: boolean;
}

/** Draws the first of the files of a workspace that holds no others. */
export function draw(
  files: Readonly<Record<string, string>>,
  { locale = 'en', everything = false, isReading = false }: DrawOptions = {},
): Drawing {
  const indexes = createIndexes(languages);
  indexes.complete = !isReading;
  const analysed = Object.entries(files).map(([path, text]) => {
    const document = TextDocument.create(`file:///w/${path}`, /Dockerfile/.test(path) ? 'dockerfile' : 'yaml', 1, text);
    const language = languages.find((each) => each.recognises(document));
    assert.ok(language, path);
    const model = language.parse(document);
    indexes.update(path, { language, model });
    return { path, language, model };
  });
  const [first] = analysed;
  assert.ok(first?.language.draw);
  const workspace = createWorkspace(Object.entries(files), 'missing', indexes);
  const { path, language, model } = first;
  return language.draw?.(model, { locale, library, workspace, path, everything, addressOf: (of) => `file:///w/${of}` }) ?? assert.fail();
}

/** The box with a label. */
export function box({ nodes }: Drawing, label: string): DrawingNode {
  return nodes.find((node) => node.label === label) ?? assert.fail(`no box ${label} among ${nodes.map((node) => node.label).join(', ')}`);
}

/** The lines as `from -label-> to`, with `=x=>` for broken and `..>` for dashed ones. */
export function lines({ nodes, edges }: Drawing): readonly string[] {
  const label = (id: string): string => nodes.find((node) => node.id === id)?.label ?? assert.fail(id);
  const arrow = ({ kind, label: text = '' }: DrawingEdge): string =>
    ({ solid: `-${text}->`, dashed: `.${text}.>`, broken: `=${text}=x` })[kind];
  return edges.map((edge) => `${label(edge.from)} ${arrow(edge)} ${label(edge.to)}`);
}
