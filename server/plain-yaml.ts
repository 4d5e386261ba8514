import { parseYamlFile } from './yaml/parse.ts';

/** Longest text that is read as a configuration, in characters. */
const lengthLimit = 100_000;

/** Plain data, or in a few English words why there is none. */
export type PlainYaml = { readonly value: unknown } | { readonly problem: string };

/** Reads YAML as plain data: maps as objects, an empty text as `null`. For small files that people write by hand; never throws. */
export function readPlainYaml(text: string): PlainYaml {
  if (text.length > lengthLimit) return { problem: `longer than ${lengthLimit} characters` };
  const [document, another] = parseYamlFile(text).documents;
  if (!document) return { value: null };
  if (another) return { problem: 'only one document is read, and this file has several' };
  const { ast } = document.source;
  const [error] = ast.errors;
  if (error) return { problem: `line ${text.slice(0, error.pos[0]).split('\n').length}: ${error.message.split('\n')[0] ?? ''}` };
  if (ast.contents === null && hasContent(text)) return { problem: 'nested too deeply' };
  try {
    return { value: ast.toJS({ maxAliasCount: 20 }) as unknown };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether a line holds anything besides comments, directives and document marks. */
function hasContent(text: string): boolean {
  return text.split('\n').some((line) => /^(?!#|%|---|\.\.\.)\S/.test(line.trim()));
}
