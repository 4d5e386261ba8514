import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../language.ts';
import type { Localized } from '../../locale.ts';
import { lineAt } from '../../text/lines.ts';
import { folderOf } from '../../text/path.ts';
import { rangeOf } from '../../text/span.ts';
import { soundsSecret } from '../../secret-names.ts';
import type { ComposeModel } from '../model.ts';
import { variableUses } from '../names/variable.ts';
import { environmentName } from '../project/files.ts';
import { valuesIn } from '../values/env-file.ts';

const elsewhere: Localized = { ko: '이 파일의 다른 곳에서 쓰는 변수', en: 'used elsewhere in this file' };

/** Offers variables after `$` and `${`; `undefined` where none is being typed. Those of `.env` come first, with their values but for secrets. */
export function completeVariables(
  { document, file: { text } }: ComposeModel,
  offset: number,
  context: FeatureContext,
): readonly CompletionItem[] | undefined {
  const line = lineAt(text, offset);
  const before = text.slice(line.start, offset);
  const [whole, dollars = '', brace = '', typed = ''] = /(?<!\$)(\$+)(\{?)(\w*)$/.exec(before.slice(-300)) ?? [];
  if (whole === undefined || dollars.length % 2 === 0) return undefined; // `$$` is a dollar sign
  const isComment = /^[ \t]*#|[ \t]#/.test(before);
  if (isComment || (brace === '' && typed === '' && /^\w/.test(text.slice(offset, offset + 1)))) return undefined;
  const rest = /^\w*\}?/.exec(text.slice(offset, line.end))?.[0] ?? '';
  const end = offset + (brace !== '' || !rest.endsWith('}') ? rest.length : rest.length - 1);
  const range = rangeOf(document, { start: offset - typed.length - brace.length - 1, end });
  const isNamed = /^\w*[:?+-]/.test(text.slice(offset, line.end)); // a default follows: only the name changes
  const values = valuesIn(context.workspace.read(folderOf(context.path) + environmentName) ?? '');
  const used = variableUses(text)
    .filter(({ span }) => span.start > offset || span.end < offset)
    .map(({ name }) => name);
  const names = new Set([...values.keys(), ...used]);
  return [...names].map((name, index): CompletionItem => {
    const value = values.get(name);
    const detail = value === undefined ? elsewhere[context.locale] : soundsSecret(name) ? environmentName : `${environmentName}: ${value}`;
    return {
      label: name,
      kind: CompletionItemKind.Variable,
      detail: detail.slice(0, 100),
      sortText: `${value === undefined ? 1 : 0}${String(index).padStart(3, '0')}`,
      filterText: `$${brace}${name}`,
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: { range, newText: isNamed && brace !== '' ? `\${${name}` : `\${${name}}` },
    };
  });
}
