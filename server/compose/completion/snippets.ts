import type { CompletionItem } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../language.ts';
import { snippetItem, snippetsFor } from '../../snippets/offer.ts';
import { inLanguage, type SnippetData } from '../../snippets/snippet.ts';
import { lineBreakOf } from '../../text/lines.ts';
import { rangeOf } from '../../text/span.ts';
import { escaped } from '../../yaml/item.ts';
import { textsAt } from '../../yaml/read.ts';
import { restyle } from '../../yaml/style.ts';
import { isAskedFor } from '../../yaml/typing.ts';
import type { ComposeModel } from '../model.ts';
import { servicesOf } from '../services.ts';
import { spotAt, type Spot } from './spot.ts';
import { declare, type Declaration, type Declared } from './top-level.ts';

/** Offers whole files where there is nothing yet, and below `services` the services that are not there yet. */
export function snippets(model: ComposeModel, offset: number, context: FeatureContext): readonly CompletionItem[] {
  const spot = spotAt(model, offset, context);
  if (!spot || !isAskedFor(spot, context.trigger)) return [];
  const { place, text, document, at } = spot;
  if (place.role !== 'key' || place.style !== 'block' || place.afterDash || place.hasColon || place.quote !== '') return [];
  const rest = text.slice(0, place.span.start) + text.slice(place.span.end);
  if (place.path.length === 0 && place.column === 0 && rest.trim() === '' && document.span.start === 0)
    return snippetsFor('compose', ['file'], context).map((snippet) => itemOf(spot, snippet, inLanguage(snippet.body, context.locale)));
  if (at?.shape.map?.name !== 'services') return [];
  // Services lie one level deep, so that their column says how the file is indented where nothing else does yet.
  const step = place.column;
  const indented = { ...spot, style: { step, list: spot.style.step === step ? spot.style.list : step } };
  return snippetsFor('compose', ['service'], context).flatMap((snippet) => service(indented, snippet) ?? []);
}

function service(spot: Spot, snippet: SnippetData): CompletionItem | undefined {
  const { siblings } = spot.place;
  // A name that is asked for becomes a free one; a service with a name of its own stands once.
  const body = inLanguage(snippet.body, spot.context.locale).replace(
    /^(\$\{1:)([\w-]+)(?=\})/,
    (_, open: string, name: string) => open + unused(name, siblings),
  );
  if (siblings.has(body.slice(0, body.indexOf(':')))) return undefined;
  const declared = Object.entries(snippet.declares).flatMap(([section, entries]) =>
    Object.entries(entries).map(([name, rest]) =>
      declare(spot, { section: section as Declaration['section'], name, body: leadingTo(spot, rest) }),
    ),
  );
  if (declared.includes(undefined)) return undefined;
  const edits = declared.filter((each): each is Declared => each !== undefined);
  const after = edits.map((each) => escaped(each.after ?? '')).join('');
  return itemOf(
    spot,
    snippet,
    restyle(body, spot.style, spot.place.column) + after,
    edits.flatMap((each) => each.also ?? []),
  );
}

function itemOf(
  spot: Spot,
  snippet: SnippetData,
  text: string,
  also: NonNullable<CompletionItem['additionalTextEdits']> = [],
): CompletionItem {
  const { document, place, model, context } = spot;
  const { start } = document.span;
  const range = rangeOf(model.document, { start: place.span.start + start, end: place.span.end + start });
  return snippetItem(snippet, { range, text: text.replaceAll('\n', lineBreakOf(model.file.text)), also }, context);
}

function unused(name: string, names: Spot['place']['siblings']): string {
  for (let number = 2, tried = name; ; tried = `${name}-${number++}`) if (!names.has(tried)) return tried;
}

/** Settings of a proxy, which lead to a service of the file where there is one. */
function leadingTo({ document }: Spot, settings: string): string {
  const services = servicesOf(document);
  const { ast } = document.source;
  const app = services.find(({ node }) => node.has('build')) ?? services[0];
  if (!app || !settings.includes('app:8080')) return settings;
  const ports = textsAt(ast, app.node, ['ports']).flatMap((port) => /(?:^|:)(\d+)(?:\/tcp)?$/.exec(port)?.[1] ?? []);
  return settings.replaceAll('app:8080', `${app.name}:${ports[0] ?? '8080'}`);
}
