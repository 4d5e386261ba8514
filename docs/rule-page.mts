import type { Locale, Localized } from '../server/locale.ts';
import type { Library } from '../server/notes.ts';
import { pageOf } from '../server/finding.ts';
import type { Rule } from '../server/rule.ts';

const words = {
  rule: { ko: '규칙', en: 'Rule' },
  severity: { ko: '심각도', en: 'Severity' },
  says: { ko: '알려 주는 것', en: 'What it says' },
  fix: { ko: '수정', en: 'Fix' },
  language: { ko: '언어', en: 'Language' },
  rules: { ko: '규칙', en: 'Rules' },
  recommended: { ko: '`recommended`', en: '`recommended`' },
  errors: { ko: '오류', en: 'Errors' },
  fixable: { ko: '빠른 수정', en: 'With a quick fix' },
} satisfies Record<string, Localized>;

/** Where a rule's page lies. */
export function rulePath({ id }: Rule): string {
  return `docs/rules/${id}.md`;
}

/** Whether any case of the rule has a quick fix. */
export function isFixable({ examples }: Rule): boolean {
  return examples.bad.some(({ fixed }) => fixed !== undefined);
}

/** A rule's page: what it says and why in both languages, how to set it, good and bad examples. */
export function rulePage(rule: Rule, library: Library): string {
  const { id, severity, presets, equivalents, message, variants, why, options, optionsInAll, examples } = rule;
  const [language = ''] = id.split('/');
  const fence = language === 'dockerfile' ? 'dockerfile' : 'yaml';
  const url = pageOf(rule, 'en', library);
  const code = (text: string): string => `\`\`\`${fence}\n${text.replaceAll('\r\n', '\n').replace(/\n*$/, '\n')}\`\`\``;
  const messages = variants ? Object.values(variants) : [message];
  return [
    '<!-- Generated from the rule by `npm run generate`; do not edit. -->',
    '',
    `# ${id}`,
    '',
    ...messages.flatMap(({ ko, en }) => [`- ${en}`, `- ${ko}`]),
    '',
    `**Why.** ${why.en}`,
    '',
    `**이유.** ${why.ko}`,
    '',
    `| | |`,
    `|--|--|`,
    `| Severity | ${severity} |`,
    `| Preset | ${presets.length === 0 ? 'all' : 'recommended, all'} |`,
    `| Quick fix | ${isFixable(rule) ? 'yes' : 'no'} |`,
    ...(equivalents.length === 0 ? [] : [`| Same as | ${equivalents.map((other) => `\`${other}\``).join(', ')} |`]),
    ...(options && Object.keys(options).length > 0 ? [`| Options | \`${JSON.stringify(options)}\` |`] : []),
    ...(optionsInAll ? [`| Options in the preset all | \`${JSON.stringify(optionsInAll)}\` |`] : []),
    ...(url === undefined ? [] : [`| Official page | <${url}> |`]),
    '',
    '## Found (between « and ») / 찾아내는 예',
    '',
    ...examples.bad.flatMap(({ text, fixed }) => [
      code(text),
      '',
      ...(fixed === undefined ? [] : ['After the fix / 고친 뒤:', '', code(fixed), '']),
    ]),
    '## Fine / 괜찮은 예',
    '',
    ...examples.good.flatMap((example) => [code(typeof example === 'string' ? example : example.text), '']),
    '## Settings / 설정',
    '',
    'In `.mulgil.yaml`, or as `mulgil.rules` in the editor / `.mulgil.yaml`이나 편집기의 `mulgil.rules`에 적습니다:',
    '',
    `\`\`\`yaml\nrules:\n  ${id}: off # or error, warning, info, hint\n\`\`\``,
    '',
    'For one finding, with a reason / 한 군데만, 이유와 함께:',
    '',
    `\`\`\`${fence}\n# mulgil ignore=${id} <reason>\n\`\`\``,
    '',
  ].join('\n');
}

/** The list of all rules with links to their pages. */
export function ruleIndex(rules: readonly Rule[]): string {
  return [
    '<!-- Generated from the rules by `npm run generate`; do not edit. -->',
    '',
    '# Rules / 규칙',
    '',
    ruleTable(rules, 'en', ''),
    ruleTable(rules, 'ko', ''),
  ].join('\n');
}

const languageNames: Readonly<Record<string, string>> = { compose: 'Compose', dockerfile: 'Dockerfile', kubernetes: 'Kubernetes' };

/** How many rules each language has, and of what kind. */
export function ruleSummary(rules: readonly Rule[], locale: Locale): string {
  const heads = [words.language, words.rules, words.recommended, words.errors, words.fixable];
  const languages = [...new Set(rules.map(({ id }) => id.slice(0, id.indexOf('/'))))];
  return [
    `| ${heads.map((head) => head[locale]).join(' | ')} |`,
    '|--|--|--|--|--|',
    ...languages.map((language) => {
      const own = rules.filter(({ id }) => id.startsWith(`${language}/`));
      const count = (is: (rule: Rule) => boolean): string => String(own.filter(is).length);
      const isRecommended = ({ presets }: Rule): boolean => presets.includes('recommended');
      const cells = [count(() => true), count(isRecommended), count(({ severity }) => severity === 'error'), count(isFixable)];
      return `| ${languageNames[language] ?? language} | ${cells.join(' | ')} |`;
    }),
    '',
  ].join('\n');
}

/** A table of rules in one language. @param base the way from the table's file to docs/rules */
export function ruleTable(rules: readonly Rule[], locale: Locale, base: string): string {
  return [
    `| ${words.rule[locale]} | ${words.severity[locale]} | ${words.says[locale]} | ${words.fix[locale]} |`,
    '|--|--|--|--|',
    ...rules.map(
      (rule) =>
        `| [${rule.id}](${base}${rule.id}.md) | ${rule.severity} | ${rule.message[locale].replaceAll('|', '\\|')} | ${isFixable(rule) ? '✓' : ''} |`,
    ),
    '',
  ].join('\n');
}
