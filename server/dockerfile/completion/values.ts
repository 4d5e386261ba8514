import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../language.ts';
import { rangeOf, type Span } from '../../text/span.ts';
import { knownPorts } from '../../facts/ports.ts';
import { signals } from '../../facts/signals.ts';
import type { DockerfileModel, Instruction } from '../model.ts';

/** Offers signals for STOPSIGNAL, ports for EXPOSE and `CMD`, `NONE` for HEALTHCHECK. */
export function completeValue(
  model: DockerfileModel,
  { keyword }: Instruction,
  typed: Span,
  before: number,
  { locale }: FeatureContext,
): readonly CompletionItem[] {
  const range = rangeOf(model.document, typed);
  if (keyword === 'STOPSIGNAL' && before === 0)
    return signals
      .filter(({ name }) => name !== 'SIGKILL')
      .map((signal, index) => ({
        label: signal.name,
        kind: CompletionItemKind.EnumMember,
        detail: String(signal.number),
        sortText: String(index).padStart(3, '0'),
        documentation: { kind: 'markdown', value: signal[locale] },
        textEdit: { range, newText: signal.name },
      }));
  if (keyword === 'EXPOSE')
    return [...knownPorts].map(([port, programs], index) => ({
      label: String(port),
      kind: CompletionItemKind.Value,
      detail: programs,
      sortText: String(index).padStart(3, '0'),
      textEdit: { range, newText: String(port) },
    }));
  if (keyword === 'HEALTHCHECK' && before === 0)
    return ['CMD', 'NONE'].map((label) => ({
      label,
      kind: CompletionItemKind.Keyword,
      textEdit: { range, newText: label === 'CMD' ? 'CMD ' : label },
    }));
  return [];
}
