import { fill, type Localized } from '../../locale.ts';
import type { Severity } from '../../rule.ts';
import { harmless, showPath } from '../terminal.ts';
import { inOrder, severities, type Report } from './format.ts';

const words = {
  error: { ko: '오류', en: 'error' },
  warning: { ko: '경고', en: 'warning' },
  info: { ko: '정보', en: 'info' },
  hint: { ko: '힌트', en: 'hint' },
  silenced: { ko: '끔', en: 'silenced' },
  clean: { ko: '파일 {files}개를 확인했습니다. 문제가 없습니다.', en: '{files} checked, nothing to report.' },
  found: { ko: '파일 {files}개를 확인했습니다. {counts}', en: '{files} checked: {counts}' },
} satisfies Record<string, Localized>;

const colours: Readonly<Record<Severity, 'red' | 'yellow' | 'blue' | 'cyan'>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  hint: 'cyan',
};

/** For people: a line a finding, why below it, and a summary at the end. Lines and columns count from 1. */
export function formatText({ files, summary, locale, style }: Report): string {
  const blocks = files.flatMap((file) =>
    inOrder(file).map(({ finding, silenced }) => {
      const { line, character } = finding.range.start;
      const place = style.bold(`${showPath(finding.path)}:${line + 1}:${character + 1}`);
      const severity = style[colours[finding.severity]](words[finding.severity][locale]) + (silenced ? ` (${words.silenced[locale]})` : '');
      return `${place}: ${severity}: ${harmless(finding.message)} ${style.dim(`[${finding.rule}]`)}\n    ${style.dim(harmless(finding.why))}\n`;
    }),
  );
  const counts = severities
    .filter((severity) => summary[severity] > 0)
    .map((severity) => (locale === 'ko' ? `${words[severity].ko} ${summary[severity]}` : plural(summary[severity], words[severity].en)));
  const values = { files: locale === 'ko' ? String(summary.files) : plural(summary.files, 'file'), counts: counts.join(', ') };
  return `${blocks.join('')}${fill((counts.length === 0 ? words.clean : words.found)[locale], values)}\n`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 || word === 'info' ? '' : 's'}`;
}
