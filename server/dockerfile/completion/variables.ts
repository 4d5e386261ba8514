import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../language.ts';
import { rangeOf } from '../../text/span.ts';
import type { DockerfileModel, Instruction } from '../model.ts';
import { platformArguments } from '../variables/predefined.ts';
import { variablesOf } from '../variables/variables.ts';

/** Instructions in which neither the builder nor a shell fills in variables. */
const without: ReadonlySet<string> = new Set(['SHELL', 'MAINTAINER', 'ONBUILD']);

/** Offers the variables in force after `$` and `${`; `undefined` where none is being typed. */
export function completeVariable(
  model: DockerfileModel,
  instruction: Instruction,
  offset: number,
  { locale }: FeatureContext,
): readonly CompletionItem[] | undefined {
  let start = offset;
  while (start > 0 && /\w/.test(model.text[start - 1] ?? '')) start--;
  const braced = model.text[start - 1] === '{' && model.text[start - 2] === '$';
  const mark = braced ? start - 2 : start - 1;
  if ((!braced && model.text[mark] !== '$') || mark < instruction.keywordSpan.end || model.text[mark - 1] === model.escape)
    return undefined;
  if (without.has(instruction.keyword)) return [];
  const range = rangeOf(model.document, { start, end: offset });
  const close = braced && model.text[offset] !== '}' ? '}' : '';
  const visible = variablesOf(model).visibleAt(instruction.span.start);
  const own = [...visible.values()].map(({ name, kind, value, valueSpan }): CompletionItem => {
    const detail = value ?? (valueSpan ? model.text.slice(valueSpan.start, valueSpan.end) : undefined);
    return {
      label: name,
      kind: kind === 'ENV' ? CompletionItemKind.Variable : CompletionItemKind.Constant,
      detail: detail === undefined ? kind : `${kind} ${detail.slice(0, 100)}`,
      textEdit: { range, newText: name + close },
    };
  });
  // Outside of FROM the platforms have to be asked for by ARG first.
  const platforms = instruction.keyword !== 'FROM' ? [] : Object.entries(platformArguments).filter(([name]) => !visible.has(name));
  return [
    ...own,
    ...platforms.map(([label, about]) => ({
      label,
      kind: CompletionItemKind.Constant,
      documentation: { kind: 'markdown' as const, value: about[locale] },
      textEdit: { range, newText: label + close },
    })),
  ];
}
