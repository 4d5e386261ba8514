import { isMap, type Pair as YamlPair, type YAMLMap } from 'yaml';
import type { TextEdit } from '../../text/edit.ts';
import { lineBreakOf } from '../../text/lines.ts';
import { isVacant } from '../../yaml/edit.ts';
import { columnOf, endOfPair, stepOf } from '../../yaml/layout.ts';
import type { YamlDocument, YamlFile } from '../../yaml/parse.ts';
import { keyOf } from '../../yaml/path.ts';
import { pairOf } from '../../yaml/read.ts';
import { emptyMap, writeYaml, type YamlMap } from '../write/yaml.ts';
import { serviceAsFile, type RunAsService } from './from-run.ts';

/**
 * Puts a service into a Compose file, behind its other services, with the volumes and networks that it needs. What is there stays
 * as it is; a service of the same name is not replaced, the new one gets a number. `undefined` where it is not plain to do: in
 * flow style, in a broken file.
 */
export function insertService(file: YamlFile, read: RunAsService): readonly TextEdit[] | undefined {
  const [document] = file.documents;
  const end = { start: file.text.length, end: file.text.length };
  if (!document || isVacant(document.source.ast.contents))
    return [{ span: end, newText: onOwnLine(file.text, writeYaml(serviceAsFile(read))) }];
  const root = document.source.ast.contents;
  if (!isMap(root) || root.flow || file.documents.length > 1 || document.source.ast.errors.length > 0) return undefined;
  const names = new Set(namesIn(pairOf(root, 'services')));
  let name = read.name;
  for (let number = 2; names.has(name); number++) name = `${read.name}-${number}`;
  const service: YamlMap = { pairs: [{ key: name, value: read.service }] };
  const edits = [insertInto(document, root, 'services', service)];
  for (const [section, wanted] of [
    ['networks', read.networks],
    ['volumes', read.volumes],
  ] as const) {
    const there = new Set(namesIn(pairOf(root, section)));
    const missing = wanted.filter((each) => !there.has(each));
    if (missing.length > 0) edits.push(insertInto(document, root, section, { pairs: missing.map((key) => ({ key, value: emptyMap })) }));
  }
  if (edits.some((edit) => edit === undefined)) return undefined;
  return joined(edits.filter((edit) => edit !== undefined));
}

function namesIn(pair: YamlPair | undefined): readonly string[] {
  return isMap(pair?.value) ? pair.value.items.flatMap((item) => keyOf(item) ?? []) : [];
}

function insertInto(document: YamlDocument, root: YAMLMap, section: string, content: YamlMap): TextEdit | undefined {
  const { text } = document.source;
  const pair = pairOf(root, section);
  const write = (value: YamlMap, column: number): string =>
    writeYaml(value)
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? '' : ' '.repeat(column) + line))
      .join(lineBreakOf(text));
  const at = (local: number, newText: string): TextEdit => ({
    span: { start: document.span.start + local, end: document.span.start + local },
    newText,
  });
  if (!pair) {
    const all = write({ pairs: [{ key: section, value: content }] }, 0);
    return at(text.length, `${text === '' || text.endsWith('\n') ? '' : lineBreakOf(text)}${lineBreakOf(text)}${all}${lineBreakOf(text)}`);
  }
  const map = pair.value;
  const end = endOfPair(document, pair);
  if (end === undefined) return undefined;
  if (isVacant(map)) return at(end, `${lineBreakOf(text)}${write(content, stepOf(document))}`);
  const column = isMap(map) ? columnOf(document, map) : undefined;
  if (!isMap(map) || column === undefined) return undefined;
  const last = map.items.at(-1);
  const lastEnd = last && endOfPair(document, last);
  const between = section === 'services' ? lineBreakOf(text) : '';
  return lastEnd === undefined ? undefined : at(lastEnd, `${lineBreakOf(text)}${between}${write(content, column)}`);
}

function onOwnLine(before: string, text: string): string {
  return before === '' || before.endsWith('\n') ? text : `${lineBreakOf(before)}${text}`;
}

/** Edits at the same place as one, in order. */
function joined(edits: readonly TextEdit[]): readonly TextEdit[] {
  const places = new Map<number, TextEdit>();
  for (const edit of edits) {
    const known = places.get(edit.span.start);
    places.set(edit.span.start, known ? { ...known, newText: known.newText + edit.newText } : edit);
  }
  return [...places.values()];
}
