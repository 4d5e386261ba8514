import { allRules, explain as find, explainOutput, library, pageOf, schema } from '../core.ts';
import type { Explanation } from '../explain/explanation.ts';
import { fill, withoutValues, type Locale, type Localized } from '../locale.ts';
import { quote } from '../nearest.ts';
import type { Rule } from '../rule.ts';
import { languageOf, readText } from './arguments.ts';
import type { Command } from './command.ts';
import { UsageError, type Io } from './io.ts';
import { renderInline, renderMarkdown } from './markdown.ts';
import { harmless, plain, styleOf, type Style } from './terminal.ts';

const words = {
  docs: { ko: '공식 문서', en: 'Official documentation' },
  related: { ko: '관련', en: 'Related' },
  also: { ko: '같은 이름', en: 'Same name' },
  fields: { ko: '필드', en: 'Fields' },
  elsewhere: { ko: '다른 도구의 이름', en: 'In other linters' },
  choices: {
    ko: '{topic}에 해당하는 것이 여럿입니다. 하나를 골라 다시 물어보세요.',
    en: '{topic} can mean several things. Ask for one of them:',
  },
  unknown: { ko: '{topic}: 모르는 주제입니다.', en: '{topic} is not a topic I know.' },
  nothing: {
    ko: '설명할 것을 찾지 못했습니다. kubectl get pods, kubectl describe pod, kubectl get events, docker ps -a의 출력을 넣어 주세요.',
    en: 'There is nothing to explain in it. Give the output of kubectl get pods, kubectl describe pod, kubectl get events, docker ps -a.',
  },
  nearest: { ko: '비슷한 이름: {names}', en: 'Similar names: {names}' },
} satisfies Record<string, Localized>;

/** Longest list of topics to choose from. */
const choiceLimit = 20;

/** `mulgil explain`: what an instruction, a field or a rule means. */
export const explain: Command = {
  help: {
    en: `Usage: mulgil explain [options] TOPIC
       mulgil explain [options] -

Explains an instruction, a flag, a field, a concept or a rule; with -
the output of kubectl or docker that standard input gives:

  mulgil explain livenessProbe
  mulgil explain Deployment.spec.strategy
  mulgil explain COPY --from
  mulgil explain dockerfile/no-latest-tag
  kubectl get pods | mulgil explain -

  --language ko|en|auto   language of the explanation (auto: as the system)
  --help                  print this

Exit code: 0 found, 1 unknown topic or nothing to explain, 2 wrong usage.
`,
    ko: `사용법: mulgil explain [옵션] 주제
       mulgil explain [옵션] -

명령어, 플래그, 필드, 개념, 규칙을 설명합니다. -를 적으면 표준 입력으로
받은 kubectl이나 docker의 출력을 설명합니다.

  mulgil explain livenessProbe
  mulgil explain Deployment.spec.strategy
  mulgil explain COPY --from
  mulgil explain dockerfile/no-latest-tag
  kubectl get pods | mulgil explain -

  --language ko|en|auto   설명의 언어 (auto: 시스템을 따름)
  --help                  이 도움말

종료 코드: 0 찾음, 1 모르는 주제이거나 설명할 것이 없음, 2 잘못된 사용법.
`,
  },
  run: (args, io) => {
    const { text: topic, values } = readText(args, { language: { type: 'string' } });
    if (topic === '') throw new UsageError('name a topic, such as `mulgil explain livenessProbe`');
    const locale = languageOf(values.language, io);
    if (topic === '-') return explainInput(io, locale);
    const found = find(topic, { library, schema, rules: allRules, locale });
    if (found.kind === 'unknown') {
      io.err(`mulgil: ${harmless(fill(words.unknown[locale], { topic: quote(topic) }))}`);
      if (found.nearest.length > 0) io.err(fill(words.nearest[locale], { names: found.nearest.join(', ') }));
      return Promise.resolve(1);
    }
    io.out(`${render(found, topic, { locale, style: styleOf(io), columns: io.columns })}\n`);
    return Promise.resolve(0);
  },
};

/** Explains what standard input gives. */
async function explainInput(io: Io, locale: Locale): Promise<number> {
  const page = explainOutput(new TextDecoder().decode(await io.readInput()), { library, locale });
  if (!page) {
    io.err(`mulgil: ${words.nothing[locale]}`);
    return 1;
  }
  const style = styleOf(io);
  const text = paragraphs(
    style.bold(page.title),
    // What came in goes back to a terminal, and may hold what one would obey.
    renderMarkdown(page.body.split('\n').map(harmless).join('\n'), style, io.columns),
    page.related.map(({ id }) => `  mulgil explain '${id}'`).join('\n'),
  );
  io.out(`${text}\n`);
  return 0;
}

/** How an explanation is shown. */
interface Shown {
  readonly locale: Locale;
  readonly style: Style;
  readonly columns: number | undefined;
}

function render(found: Exclude<Explanation, { kind: 'unknown' }>, topic: string, shown: Shown): string {
  const { locale, style } = shown;
  switch (found.kind) {
    case 'rule':
      return renderRule(found.rule, shown);
    case 'note':
      return paragraphs(renderNote(found.id, shown, found.facts), labelled(words.also[locale], found.also, style));
    case 'schema':
      return paragraphs(
        style.bold(found.title),
        renderInline(found.facts.join(' · '), style),
        labelled(words.fields[locale], found.fields, style),
      );
    case 'choices':
      return paragraphs(
        harmless(fill(words.choices[locale], { topic: quote(topic) })),
        found.topics
          .slice(0, choiceLimit)
          .map((id) => choiceLine(id, locale, style))
          .join('\n'),
      );
  }
}

function choiceLine(id: string, locale: Locale, style: Style): string {
  const text = library.note(id, locale)?.body ?? withoutValues(allRules.get(id)?.message[locale] ?? '');
  const [sentence = ''] = renderInline(text.split('\n', 1)[0] ?? '', plain).split(/(?<=[.?!])\s/, 1);
  return `  mulgil explain '${id}'${sentence === '' ? '' : `\n      ${style.dim(sentence)}`}`;
}

function renderNote(id: string, { locale, style, columns }: Shown, facts: readonly string[] = []): string {
  const note = library.note(id, locale);
  if (!note) return id;
  return paragraphs(
    `${style.bold(note.title)}  ${style.dim(id)}`,
    renderInline(facts.join(' · '), style),
    renderMarkdown(note.body, style, columns),
    `${words.docs[locale]}: ${note.docs}`,
    labelled(words.related[locale], note.related, style),
  );
}

function renderRule(rule: Rule, shown: Shown): string {
  const { locale, style } = shown;
  const messages = [...new Set([rule.message, ...Object.values(rule.variants ?? {})].map((text) => text[locale]))];
  const page = pageOf(rule, locale, library);
  return paragraphs(
    `${style.bold(rule.id)}  ${style.dim(`${rule.severity} · ${rule.presets.includes('recommended') ? 'recommended' : 'all'}`)}`,
    messages.map((message) => renderInline(withoutValues(message), style)).join('\n'),
    renderInline(rule.why[locale], style),
    labelled(words.elsewhere[locale], rule.equivalents, style),
    page === undefined ? '' : `${words.docs[locale]}: ${page}`,
    style.dim('—'.repeat(8)),
    renderNote(rule.note, shown),
  );
}

function labelled(label: string, names: readonly string[], style: Style): string {
  return names.length === 0 ? '' : `${label}: ${style.dim(names.join(', '))}`;
}

function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
