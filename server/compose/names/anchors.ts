import { isAlias, isCollection, isNode, isPair, type Alias, type Node } from 'yaml';
import type { NamedEntity, Occurrence } from '../../language.ts';
import type { Localized } from '../../locale.ts';
import type { Span } from '../../text/span.ts';
import { contains } from '../../text/span.ts';
import { targetOf } from '../../yaml/alias.ts';
import type { YamlDocument } from '../../yaml/parse.ts';

const refusals = {
  letters: {
    ko: '앵커 이름에는 공백과 `,`, `[`, `]`, `{`, `}`를 쓸 수 없습니다.',
    en: 'The name of an anchor has no spaces and none of `,`, `[`, `]`, `{`, `}`.',
  },
  taken: { ko: '같은 이름의 앵커가 이미 있습니다.', en: 'There is an anchor of this name already.' },
} satisfies Record<string, Localized>;

/** The anchor (`&name`) or alias (`*name`) under the cursor, with all that goes with it. They hold in their own document only. */
export function namedAnchor(document: YamlDocument, offset: number): NamedEntity | undefined {
  const { text, ast } = document.source;
  const local = offset - document.span.start;
  const around = text.slice(Math.max(0, local - 200), local + 200);
  if (!/[&*]/.test(around)) return undefined;
  const anchors: Node[] = [];
  const aliases: Alias[] = [];
  const walk = (node: unknown): void => {
    if (isPair(node)) {
      walk(node.key);
      walk(node.value);
    } else if (isAlias(node)) aliases.push(node);
    else if (isNode(node)) {
      if (node.anchor !== undefined) anchors.push(node);
      if (isCollection(node)) node.items.forEach(walk);
    }
  };
  walk(ast.contents);
  const spans = new Map(anchors.map((node) => [node, anchorSpan(text, node)]));
  const anchor = anchors.find((node) => covers(spans.get(node), local)) ?? targetUnder(aliases, local, (alias) => targetOf(ast, alias));
  const own = anchor && spans.get(anchor);
  if (!anchor || !own) return undefined;
  const uses = aliases.filter((alias) => targetOf(ast, alias) === anchor).flatMap((alias) => aliasSpan(alias) ?? []);
  const move = ({ start, end }: Span): Span => ({ start: start + document.span.start, end: end + document.span.start });
  const occurrences: readonly Occurrence[] = [
    { span: move(own), role: 'definition' },
    ...uses.map((span): Occurrence => ({ span: move(span), role: 'use' })),
  ];
  const at = occurrences.find(({ span }) => contains({ start: span.start - 1, end: span.end }, offset))?.span ?? move(own);
  return {
    at,
    occurrences,
    refuse: (name) => {
      if (name === anchor.anchor) return undefined;
      if (!/^[^\s,[\]{}&*]+$/.test(name)) return refusals.letters;
      return anchors.some((other) => other.anchor === name) ? refusals.taken : undefined;
    },
  };
}

function targetUnder(aliases: readonly Alias[], offset: number, target: (alias: Alias) => Node | undefined): Node | undefined {
  const alias = aliases.find((each) => covers(aliasSpan(each), offset));
  return alias && target(alias);
}

function covers(span: Span | undefined, offset: number): boolean {
  return span !== undefined && span.start - 1 <= offset && offset <= span.end;
}

/** Where the name of an anchor stands: before its value, with at most a tag, comments and white space between. */
function anchorSpan(text: string, { anchor = '', range }: Node): Span | undefined {
  if (!range) return undefined;
  const at = text.lastIndexOf(`&${anchor}`, range[0]);
  const start = at + 1;
  const end = start + anchor.length;
  if (at < 0 || end > range[0] || !/^(?:\s|!\S*(?!\S)|#.*(?!.))*$/.test(text.slice(end, Math.min(range[0], end + 2000)))) return undefined;
  return { start, end };
}

function aliasSpan({ range, source }: Alias): Span | undefined {
  return range ? { start: range[0] + 1, end: range[0] + 1 + source.length } : undefined;
}
