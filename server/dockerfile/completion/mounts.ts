import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../language.ts';
import { rangeOf, type Span } from '../../text/span.ts';
import { bareMountOptions, mountOptions, mountType, mountTypes, readMount } from '../arguments/mounts.ts';
import type { DockerfileModel, Instruction } from '../model.ts';

/** Offers options of a `--mount` after `=` and `,`, and the values of those that take only certain words. */
export function completeMount(
  model: DockerfileModel,
  instruction: Instruction,
  typed: Span,
  { locale }: FeatureContext,
): readonly CompletionItem[] | undefined {
  const text = model.text.slice(typed.start, typed.end);
  if (instruction.keyword !== 'RUN' || !text.startsWith('--mount=')) return undefined;
  const flag = instruction.flags.find(({ span }) => span.start === typed.start);
  const options = flag ? readMount(model, flag) : readMount(model, { name: 'mount', value: undefined, span: typed });
  const part = text.slice(Math.max(text.lastIndexOf(','), '--mount'.length) + 1);
  const equals = part.indexOf('=');
  const range = rangeOf(model.document, { start: typed.end - part.length + (equals < 0 ? 0 : equals + 1), end: typed.end });
  const documented = (value: string): { documentation: { kind: 'markdown'; value: string } } => ({
    documentation: { kind: 'markdown', value },
  });
  if (equals >= 0) {
    const name = part.slice(0, equals);
    if (name === 'type')
      return Object.entries(mountTypes).map(([label, about]) => ({
        label,
        kind: CompletionItemKind.EnumMember,
        textEdit: { range, newText: label },
        ...documented(about[locale]),
      }));
    const values = Object.hasOwn(mountOptions, name) ? mountOptions[name]?.values : undefined;
    return (values ?? []).map((label) => ({ label, kind: CompletionItemKind.EnumMember, textEdit: { range, newText: label } }));
  }
  const type = mountType(options);
  const here = typed.end - part.length;
  const written = new Set(options.filter(({ nameSpan }) => nameSpan.start !== here).map(({ name }) => name));
  return Object.entries(mountOptions)
    .filter(([name, { types }]) => !written.has(name) && (type === undefined || types.includes(type)))
    .map(([label, about]) => ({
      label,
      kind: CompletionItemKind.Property,
      textEdit: { range, newText: bareMountOptions.has(label) && !about.values ? label : `${label}=` },
      ...documented(about[locale]),
    }));
}
