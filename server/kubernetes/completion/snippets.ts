import type { CompletionItem } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../language.ts';
import { snippetItem, snippetsFor } from '../../snippets/offer.ts';
import { inLanguage, type SnippetData } from '../../snippets/snippet.ts';
import { lineAt, lineBreakOf } from '../../text/lines.ts';
import { rangeOf } from '../../text/span.ts';
import { fileName } from '../../yaml/recognise.ts';
import { restyle, styleOf, type YamlStyle } from '../../yaml/style.ts';
import { isAskedFor } from '../../yaml/typing.ts';
import type { KubernetesModel } from '../model.ts';
import { kustomizationNames } from '../patch.ts';
import { fittingInto } from './fitting.ts';
import { spotAt, type Spot } from './spot.ts';

/** Offers whole manifests where nothing stands yet in a document but what is being typed: nothing, a word, or `kind: …`. */
export function snippets(model: KubernetesModel, offset: number, context: FeatureContext): readonly CompletionItem[] {
  const spot = spotAt(model, offset, context);
  if (!spot || !isAskedFor(spot, context.trigger)) return [];
  const { place, text } = spot;
  const isTop = place.path.length === (place.role === 'value' ? 1 : 0) && place.role !== 'item' && place.column === 0;
  if (!isTop || place.style !== 'block' || place.siblings.size > 0 || place.quote !== '' || place.hasColon || place.afterDash) return [];
  if (place.role === 'value' && place.path[0] !== 'kind') return [];
  const line = lineAt(text, place.span.start);
  const span = place.role === 'value' ? line : place.span;
  const before = text.slice(line.start, place.span.start);
  // Indented as the documents above, since this one has nothing yet.
  const style = styleOf(model.file.text);
  const isKustomization = kustomizationNames.includes(fileName(model.document));
  return snippetsFor('kubernetes', ['document'], context)
    .filter(
      ({ id }) =>
        (id === 'snippets/kustomization') === isKustomization || (id === 'snippets/kustomization' && model.manifests.length === 0),
    )
    .map((snippet) => manifest(spot, snippet, { span, style, before }));
}

function manifest(
  { model, document, context }: Spot,
  snippet: SnippetData,
  {
    span,
    style,
    before,
  }: { readonly span: { readonly start: number; readonly end: number }; readonly style: YamlStyle; readonly before: string },
): CompletionItem {
  const body = fittingInto(model, inLanguage(snippet.body, context.locale), document);
  const shift = document.span.start;
  const range = rangeOf(model.document, { start: span.start + shift, end: span.end + shift });
  const rest = model.file.text.slice(span.end + shift);
  const text = restyle(body, style, 0) + (rest === '' ? '\n' : '');
  // In the Kubernetes language, people also type what a manifest begins with.
  const filter = before === '' ? '' : before;
  return snippetItem(snippet, { range, text: text.replaceAll('\n', lineBreakOf(model.file.text)), before: filter }, context);
}
