import { isScalar } from 'yaml';
import type { Fix, NewFile } from '../../rule.ts';
import { folderOf } from '../../text/path.ts';
import type { Place } from '../../workspace.ts';
import { environmentName } from '../project/files.ts';
import { valuesIn } from '../values/env-file.ts';
import { hasVariables, substitute } from '../values/interpolation.ts';
import type { Reviewed } from './service.ts';
import type { Variable } from './variables.ts';

const ignoreName = '.gitignore';

/** The lists of what Git leaves out that hold for a file: in its folder and those above, up to the workspace's root. */
export function ignoreListsAbove(path: string): readonly string[] {
  const lists: string[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder.slice(0, -1))) {
    lists.push(folder + ignoreName);
    if (folder === '') return lists;
  }
}

/**
 * Puts a variable of Compose in the place of a secret, and the secret into `.env` where there is none yet. An `.env` that is there is left
 * alone: the author is told at the next `docker compose up` what to write into it.
 */
export function takeFromEnvironment(service: Reviewed, variable: Variable, place: Place): Fix | undefined {
  const { valueAt, node } = variable;
  // What is filled in belongs to other variables; `$$` is a dollar sign.
  const secret = substitute(variable.value, () => undefined).text;
  const line = hasVariables(variable.value) ? undefined : lineValue(secret);
  if (!valueAt || node.anchor !== undefined || line === undefined) return undefined;
  const folder = folderOf(place.path);
  const path = folder + environmentName;
  const file = place.workspace.read(path);
  const known = file == null ? undefined : valuesIn(file);
  const name = nameFor(service.name, variable.name, (candidate) => {
    const value = known?.get(candidate);
    return value === undefined || value === secret;
  });
  if (name === undefined) return undefined;
  const isMissing = file === null;
  const isThere = known?.has(name) === true;
  const lists = ignoreListsAbove(place.path);
  const creates: NewFile[] = isMissing ? [{ path, text: `${hint}${name}=${line}\n` }] : [];
  // A list further up may name it already, so one is made only where there is none at all.
  if (isMissing && lists.every((list) => place.workspace.read(list) === null))
    creates.push({ path: folder + ignoreName, text: `${environmentName}\n` });
  const { start, end } = valueAt;
  // In a flow collection braces would end a plain text.
  const quote = isScalar(node) && node.type === 'PLAIN' && isInFlow(service, variable) ? '"' : '';
  return {
    title: isMissing
      ? { ko: `\`\${${name}}\`로 바꾸고 값은 새 \`.env\` 파일에 두기`, en: `Use \`\${${name}}\` and keep the value in a new \`.env\`` }
      : isThere
        ? { ko: `\`.env\`의 \`\${${name}}\` 쓰기`, en: `Use \`\${${name}}\` of \`.env\`` }
        : {
            ko: `\`\${${name}}\`로 바꾸기 (값은 \`.env\`에 직접 적으세요)`,
            en: `Use \`\${${name}}\` (write the value into \`.env\` yourself)`,
          },
    edits: quote === '' ? [{ span: { start, end }, newText: reference(name) }] : quoted(service, variable, name),
    ...(creates.length > 0 ? { creates } : {}),
  };
}

const hint =
  '# 비밀 값은 여기에만 둡니다. Git에 올리지 않게 .gitignore에 .env를 적으세요.\n' +
  '# Secrets live here only. Keep this file out of Git: list .env in .gitignore.\n';

function reference(name: string): string {
  return `\${${name}:?set it in .env}`;
}

function isInFlow({ document }: Reviewed, { node }: Variable): boolean {
  const [start, end] = node.range ?? [0, 0];
  return (
    /^[ \t]*[,}\]]/.test(document.source.text.slice(end)) || /[{[,][ \t]*(?:[\w.-]+:[ \t]+)?$/.test(document.source.text.slice(0, start))
  );
}

/** A whole plain scalar in quotes: of a list its name, too. */
function quoted({ document }: Reviewed, { node, valueAt }: Variable, name: string): Fix['edits'] {
  const [from, to] = node.range ?? [0, 0];
  const start = document.span.start + from;
  const before = valueAt ? document.source.text.slice(from, valueAt.start - document.span.start) : '';
  return [{ span: { start, end: document.span.start + to }, newText: `"${before}${reference(name)}"` }];
}

/** A value as a line of `.env` holds it; `undefined` for values that have no plain form there. */
function lineValue(value: string): string | undefined {
  if (/^[\w./:@%+,=~^*!?-]+$/.test(value)) return value;
  return /['\r\n]|\\$/.test(value) ? undefined : `'${value}'`;
}

/** The name of the variable: that of the service's own, with the service's name before it where `.env` gives it another value. */
function nameFor(service: string, variable: string, isFree: (name: string) => boolean): string | undefined {
  const base = variable.replace(/[^A-Za-z0-9_]/g, '_');
  const prefixed = `${service.toUpperCase().replace(/[^A-Z0-9_]/g, '_')}_${base}`;
  return [base, prefixed].find((name) => /^[A-Za-z_]\w*$/.test(name) && isFree(name));
}
