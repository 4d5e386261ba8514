import { allRules, library, pageOf } from '../core.ts';
import { withoutValues, type Locale } from '../locale.ts';
import type { Rule } from '../rule.ts';
import { languageOf, oneOf, readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { UsageError } from './io.ts';
import { harmlessJson, styleOf, type Style } from './terminal.ts';

/** `mulgil rules`: every rule there is. */
export const rules: Command = {
  help: {
    en: `Usage: mulgil rules [options]

Lists the rules: id, severity, whether it is in the preset recommended, whether it has a fix, and its message.

  --format text|json      how to print them (text); JSON has everything, in both languages
  --language ko|en|auto   language of the text (auto: as the system)
  --help                  print this
`,
    ko: `사용법: mulgil rules [옵션]

규칙 목록을 보여 줍니다. 아이디, 심각도, recommended 프리셋 포함 여부, 수정 제공 여부, 메시지 순서입니다.

  --format text|json      출력 형식 (text). JSON에는 두 언어의 모든 내용이 들어 있습니다
  --language ko|en|auto   텍스트의 언어 (auto: 시스템을 따름)
  --help                  이 도움말
`,
  },
  run: (args, io) => {
    const { values, positionals } = readArguments(args, { format: { type: 'string', default: 'text' }, language: { type: 'string' } });
    if (positionals.length > 0) throw new UsageError('rules takes no arguments besides options');
    const format = oneOf('format', values.format, ['text', 'json']);
    const locale = languageOf(values.language, io);
    const all = [...allRules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    io.out(format === 'json' ? `${harmlessJson(all.map(describe))}\n` : listOf(all, locale, styleOf(io)));
    return Promise.resolve(0);
  },
};

function describe(rule: Rule) {
  const { id, severity, presets, equivalents, message, variants = {}, why, note, options = {} } = rule;
  const url = { ko: pageOf(rule, 'ko', library), en: pageOf(rule, 'en', library) };
  return { id, severity, presets, fixable: isFixable(rule), equivalents, message, variants, why, note, url, options };
}

/** Whether some finding of the rule comes with a fix; its examples tell. */
function isFixable({ examples }: Rule): boolean {
  return examples.bad.some(({ fixed }) => fixed !== undefined);
}

function listOf(all: readonly Rule[], locale: Locale, style: Style): string {
  const width = Math.max(0, ...all.map(({ id }) => id.length));
  const lines = all.map((rule) => {
    const marks = [rule.severity, rule.presets.includes('recommended') ? 'recommended' : 'all', isFixable(rule) ? 'fix' : ''];
    return `${style.bold(rule.id.padEnd(width))}  ${(marks[0] ?? '').padEnd(7)}  ${(marks[1] ?? '').padEnd(11)}  ${(marks[2] ?? '').padEnd(3)}  ${withoutValues(rule.message[locale])}\n`;
  });
  return lines.join('');
}
