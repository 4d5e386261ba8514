import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../language.ts';
import { rangeOf, type Span } from '../../text/span.ts';
import { supportedTags } from '../images/tags.ts';
import { wordsOf } from '../images/words.ts';
import type { DockerfileModel } from '../model.ts';

/** Offers base images; once a name and a colon are typed, that image's tags. */
export function completeImage(model: DockerfileModel, typed: Span, { locale }: FeatureContext): readonly CompletionItem[] {
  const text = model.text.slice(typed.start, typed.end);
  const colon = text.lastIndexOf(':');
  const name = colon < 0 ? '' : text.slice(0, colon);
  const tags = Object.hasOwn(supportedTags, name) ? supportedTags[name] : undefined;
  const range = rangeOf(model.document, typed);
  const item = (label: string, repository: string, tag: string | undefined, order: number): CompletionItem => {
    const meanings = wordsOf(repository, tag).map(([word, meaning]) => `\`${word}\`: ${meaning[locale]}`);
    return {
      label,
      kind: CompletionItemKind.Module,
      filterText: label,
      sortText: `1${String(order).padStart(4, '0')}`,
      textEdit: { range, newText: label },
      ...(meanings.length > 0 ? { documentation: { kind: 'markdown', value: meanings.join('\n\n') } } : {}),
    };
  };
  if (colon >= 0) return (tags ?? []).map((tag, index) => item(`${name}:${tag}`, name, tag, index));
  const first = Object.entries(supportedTags).map(([repository, [tag]], index) =>
    item(tag === undefined ? repository : `${repository}:${tag}`, repository, tag, index),
  );
  return [...first, item('scratch', 'scratch', undefined, first.length)];
}
