import { isNode } from 'yaml';
import { servicesOf } from '../compose/services.ts';
import type { YamlFile } from '../yaml/parse.ts';
import { documentAt } from '../yaml/parse.ts';

/**
 * The service of a Compose file that an offset lies in.
 * @param isNamedHere when given, only a service whose name stands at an offset that it accepts
 */
export function serviceAt(file: YamlFile, offset: number, isNamedHere?: (offset: number) => boolean): string | undefined {
  const document = documentAt(file, offset);
  if (!document) return undefined;
  return servicesOf(document).findLast(({ pair }) => {
    const start = isNode(pair.key) ? pair.key.range?.[0] : undefined;
    if (start === undefined) return false;
    const key = document.span.start + start;
    if (isNamedHere) return isNamedHere(key);
    const end = isNode(pair.value) ? (pair.value.range?.[2] ?? start) : start;
    // From the start of the line of its name to the end of what belongs to it.
    const lineStart = document.source.text.lastIndexOf('\n', start - 1) + 1;
    return document.span.start + lineStart <= offset && offset <= document.span.start + end;
  })?.name;
}
