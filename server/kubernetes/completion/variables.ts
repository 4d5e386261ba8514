import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { mapsAt, stringAt, textAt } from '../../yaml/read.ts';
import { itemOf } from '../../yaml/item.ts';
import type { Spot } from './spot.ts';

/** Fields in whose texts the kubelet fills in `$(NAME)`. */
const fields: ReadonlySet<string> = new Set(['Container#args', 'Container#command', 'EnvVar#value']);

/** Offers the container's own variables after `$(`; `undefined` where none is being typed. */
export function completeVariables(spot: Spot): readonly CompletionItem[] | undefined {
  const { place, path, resolution, root, document } = spot;
  const [whole, dollars = '', bracket = '', name = ''] = /(?<!\$)(\$+)(\(?)([\w.-]*)$/.exec(place.typed.slice(-200)) ?? [];
  if (whole === undefined || dollars.length % 2 === 0 || (bracket === '' && name !== '')) return undefined; // `$$(` is a `$(` that stays
  if (!resolution || !fields.has(`${resolution.owner.name}#${resolution.field ?? ''}`)) return undefined;
  const { ast } = document.source;
  const container = path.findLastIndex((step) => step === 'containers' || step === 'initContainers');
  const variables = mapsAt(ast, root, [...path.slice(0, container + 2), 'env']);
  const isVariable = resolution.owner.name === 'EnvVar';
  // A variable sees those above it.
  const above = isVariable ? variables.slice(0, Number(path[container + 3])) : variables;
  const end = place.span.start + place.quote.length + place.typed.length;
  const start = end - name.length - bracket.length - 1;
  const close = spot.text[end] === ')' ? '' : ')';
  return above.flatMap((variable) => {
    const label = stringAt(ast, variable, ['name']);
    if (label === undefined) return [];
    return [
      itemOf(spot, {
        label,
        kind: CompletionItemKind.Variable,
        text: `$(${label}${close}`,
        filter: `$(${label}`,
        sort: `0${label}`,
        detail: textAt(ast, variable, ['value']),
        span: { start, end },
      }),
    ];
  });
}
