import type { Localized } from '../locale.ts';
import type { Fix } from '../rule.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { parseYamlFile } from './parse.ts';
import { syntaxProblem, type SyntaxProblem } from './syntax.ts';

const titles = {
  tab: { ko: '들여쓰기의 탭을 공백 두 칸으로 바꾸기', en: 'Replace the tabs of the indentation with two spaces each' },
  space: { ko: '`:` 뒤에 공백 넣기', en: 'Add a space after the `:`' },
  quote: { ko: '값을 따옴표로 감싸기', en: 'Put the value in quotes' },
  escape: { ko: '`\\`를 두 번 쓰기', en: 'Write the `\\` twice' },
} satisfies Record<string, Localized>;

/** The mechanical remedy of a mistake, if there is one and it helps; positions count from the document's start, as in the mistake. */
export function syntaxFix(text: string, problem: SyntaxProblem): Fix | undefined {
  const fix = remedy(text, problem);
  if (!fix) return undefined;
  const left = firstProblem(applyEdits(text, fix.edits));
  if (left && left.span.start <= problem.span.start) return undefined;
  // Tabs alone tell the depth of every line; beside lines indented with spaces it would be a guess.
  return problem.kind === 'tab' && !left && !/^ /m.test(text) ? { ...fix, isPreferred: true } : fix;
}

function remedy(text: string, { kind, span }: SyntaxProblem): Fix | undefined {
  switch (kind) {
    case 'tab':
      return { title: titles.tab, edits: tabEdits(text, span.start) };
    case 'missing-space':
      return { title: titles.space, edits: [{ span: { start: span.end, end: span.end }, newText: ' ' }] };
    case 'reserved':
    case 'nested-colon':
    case 'alias': {
      const value = text.slice(span.start, span.end);
      if (/['\r\n]/.test(value)) return undefined;
      return { title: titles.quote, edits: [{ span, newText: `'${value}'` }] };
    }
    case 'escape':
      return { title: titles.escape, edits: [{ span: { start: span.start, end: span.start }, newText: '\\' }] };
    default:
      return undefined;
  }
}

/** All lines that begin with tabs, which YAML never allows, and the tabs at the place of the mistake. */
function tabEdits(text: string, at: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { index, 0: tabs } of text.matchAll(/^\t+/gm))
    edits.push({ span: { start: index, end: index + tabs.length }, newText: '  '.repeat(tabs.length) });
  if (edits.some(({ span }) => span.start <= at && at < span.end)) return edits;
  return [...edits, { span: { start: at, end: at + 1 }, newText: text[at - 1] === '-' ? ' ' : '  ' }];
}

function firstProblem(text: string): SyntaxProblem | undefined {
  return parseYamlFile(text)
    .documents.map(({ source }) => syntaxProblem(source))
    .find((problem) => problem !== undefined);
}
