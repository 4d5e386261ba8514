import { isNode, isScalar, type YAMLMap } from 'yaml';
import type { Fix } from '../../rule.ts';
import { lineAt, lineBreakOf } from '../../text/lines.ts';
import { endOfPair, isShared, stepOf } from '../../yaml/layout.ts';
import { pairOf } from '../../yaml/read.ts';
import { plainOrQuoted } from '../../yaml/scalar.ts';
import type { Pod } from './pod.ts';

/** A fix that takes an environment variable's value from a Secret, which has to be made besides. */
export function takeFromSecret({ document, manifest }: Pod, variable: YAMLMap, name: string): Fix | undefined {
  const pair = pairOf(variable, 'value');
  const key = pair?.key;
  const value = pair?.value;
  if (!pair || !isNode(key) || !key.range || !isScalar(value) || !value.range || value.anchor !== undefined || value.tag !== undefined)
    return undefined;
  const { text } = document.source;
  const [start, end] = [key.range[0], value.range[1]];
  if (isShared(document, variable) || /[\r\n]/.test(text.slice(start, end))) return undefined;
  const secret = plainOrQuoted(`${(manifest.name ?? 'app').slice(0, 200)}-secret`);
  const quotedName = plainOrQuoted(name);
  const before = text.slice(lineAt(text, start).start, start);
  let newText = `valueFrom: {secretKeyRef: {name: ${secret}, key: ${quotedName}}}`;
  if (!variable.flow) {
    if (!/^ *(?:- +)?$/.test(before) || endOfPair(document, pair) === undefined) return undefined;
    const step = stepOf(document);
    const indented = (depth: number): string => lineBreakOf(text) + ' '.repeat(before.length + depth * step);
    newText = `valueFrom:${indented(1)}secretKeyRef:${indented(2)}name: ${secret}${indented(2)}key: ${quotedName}`;
  }
  const offset = document.span.start;
  return {
    title: { ko: 'Secret에서 받기 (Secret은 따로 만드세요)', en: 'Take it from a Secret (to be made besides)' },
    edits: [{ span: { start: offset + start, end: offset + end }, newText }],
  };
}
