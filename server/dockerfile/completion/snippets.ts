import type { CompletionItem } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../language.ts';
import { inLanguage, type SnippetData } from '../../snippets/snippet.ts';
import { snippetItem, snippetsFor } from '../../snippets/offer.ts';
import { lineAt, lineBreakOf } from '../../text/lines.ts';
import { contains, rangeOf, type Span } from '../../text/span.ts';
import type { DockerfileModel } from '../model.ts';

/** Offers whole Dockerfiles in an empty file, and stages where one may begin: at the start of a line, with nothing left of the stage above. */
export function snippets(model: DockerfileModel, offset: number, context: FeatureContext): readonly CompletionItem[] {
  if (context.trigger !== undefined && context.trigger !== '-') return [];
  const line = lineAt(model.text, offset);
  const typed: Span = { start: line.start, end: line.end };
  if (!/^[\w-]*$/.test(model.text.slice(line.start, line.end))) return [];
  if (model.text.slice(0, line.start).trim() === '' && model.text.slice(line.end).trim() === '')
    return snippetsFor('dockerfile', ['file'], context).map((snippet) => wholeFile(model, typed, snippet, context));
  const next = model.instructions.find(({ span }) => span.start > offset);
  const isInside = model.instructions.some(
    ({ span, keywordSpan }) => contains(span, offset) && span.start < line.start && keywordSpan.start < line.start,
  );
  if (
    model.stages.length === 0 ||
    isInside ||
    (next && next.keyword !== 'FROM') ||
    !model.stages.some(({ from }) => from.span.end < offset)
  )
    return [];
  return snippetsFor('dockerfile', ['stage'], context).map((snippet) => stage(model, typed, snippet, context));
}

/** A file takes the place of everything: directives count in the first lines only. */
function wholeFile(model: DockerfileModel, typed: Span, snippet: SnippetData, context: FeatureContext): CompletionItem {
  const text = `${inLanguage(snippet.body, context.locale)}\n`;
  const blank = { start: 0, end: typed.start };
  const also = blank.end > 0 ? [{ range: rangeOf(model.document, blank), newText: '' }] : [];
  const ends = typed.end < model.text.length ? text.trimEnd() : text;
  return snippetItem(snippet, { range: rangeOf(model.document, typed), text: withBreaks(model, ends), also }, context);
}

/** A stage takes from the last named stage above it, and gets a name that no other has. */
function stage(model: DockerfileModel, typed: Span, snippet: SnippetData, context: FeatureContext): CompletionItem {
  const above = model.stages.findLast(({ from }) => from.span.end < typed.start);
  const names = new Set(model.stages.flatMap(({ name }) => (name ? [name.text.toLowerCase()] : [])));
  const source = above ? (above.name?.text ?? String(above.index)) : 'build';
  const text = inLanguage(snippet.body, context.locale)
    .replace(/(?<= AS )(\$\{\d:)(\w+)(?=\})/, (_, open: string, name: string) => open + unused(name, names))
    .replace(/(?<=--from=|^FROM )(\$\{\d:)build(?=\})/gm, (_, open: string) => open + source);
  return snippetItem(snippet, { range: rangeOf(model.document, typed), text: withBreaks(model, text) }, context);
}

function unused(name: string, names: ReadonlySet<string>): string {
  for (let number = 2, tried = name; ; tried = `${name}-${number++}`) if (!names.has(tried)) return tried;
}

function withBreaks({ text }: DockerfileModel, body: string): string {
  return body.replaceAll('\n', lineBreakOf(text));
}
