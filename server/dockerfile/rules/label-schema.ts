import { defineRule, type Violation } from '../../rule.ts';
import { assignmentsOf } from '../arguments/assignments.ts';
import { plain } from '../arguments/plain.ts';
import { labelTypes } from '../labels/types.ts';
import { inStage, placedInstructions, stageResource, type DockerfileModel, type Stage } from '../model.ts';
import { alongStages } from '../stages/find.ts';
import { usesOf } from '../stages/references.ts';

const defaults: { readonly labels: readonly string[]; readonly strict: boolean } = { labels: [], strict: false };

export const labelSchema = defineRule<DockerfileModel, typeof defaults>({
  id: 'dockerfile/label-schema',
  severity: 'info',
  // Quiet until someone lists labels.
  presets: ['recommended'],
  equivalents: [
    'hadolint:DL3049',
    'hadolint:DL3050',
    'hadolint:DL3051',
    'hadolint:DL3052',
    'hadolint:DL3053',
    'hadolint:DL3054',
    'hadolint:DL3055',
    'hadolint:DL3056',
    'hadolint:DL3058',
  ],
  message: {
    ko: '이 이미지에 레이블 `{label}`이 없습니다. `LABEL {label}=…`을 추가하세요.',
    en: 'This image has no label `{label}`. Add `LABEL {label}=…`.',
  },
  variants: {
    missing: {
      ko: '이 이미지에 레이블 `{label}`이 없습니다. `LABEL {label}=…`을 추가하세요.',
      en: 'This image has no label `{label}`. Add `LABEL {label}=…`.',
      equivalents: ['hadolint:DL3049'],
    },
    superfluous: {
      ko: '`{label}`은 정해 둔 레이블이 아닙니다. 지우거나 목록에 추가하세요.',
      en: '`{label}` is not one of the agreed labels. Remove it or add it to the list.',
      equivalents: ['hadolint:DL3050'],
    },
    empty: {
      ko: '레이블 `{label}`이 비어 있습니다. 값을 적으세요.',
      en: 'The label `{label}` is empty. Give it a value.',
      equivalents: ['hadolint:DL3051'],
    },
    url: {
      ko: '레이블 `{label}`은 URL이어야 합니다. `https://example.com`처럼 쓰세요.',
      en: 'The label `{label}` must be a URL. Write it like `https://example.com`.',
      equivalents: ['hadolint:DL3052'],
    },
    rfc3339: {
      ko: '레이블 `{label}`은 RFC 3339 시각이어야 합니다. `2026-01-31T09:00:00Z`처럼 쓰세요.',
      en: 'The label `{label}` must be a time as in RFC 3339. Write it like `2026-01-31T09:00:00Z`.',
      equivalents: ['hadolint:DL3053'],
    },
    spdx: {
      ko: '레이블 `{label}`은 SPDX 라이선스 이름이어야 합니다. `MIT`나 `Apache-2.0`처럼 쓰세요.',
      en: 'The label `{label}` must be an SPDX license. Write it like `MIT` or `Apache-2.0`.',
      equivalents: ['hadolint:DL3054'],
    },
    hash: {
      ko: '레이블 `{label}`은 Git 커밋 해시여야 합니다. 7자 이상의 16진수로 쓰세요.',
      en: 'The label `{label}` must be the hash of a Git commit. Write at least 7 hexadecimal digits.',
      equivalents: ['hadolint:DL3055'],
    },
    semver: {
      ko: '레이블 `{label}`은 유의적 버전이어야 합니다. `1.2.3`처럼 쓰세요.',
      en: 'The label `{label}` must be a semantic version. Write it like `1.2.3`.',
      equivalents: ['hadolint:DL3056'],
    },
    email: {
      ko: '레이블 `{label}`은 이메일 주소여야 합니다. `team@example.com`처럼 쓰세요.',
      en: 'The label `{label}` must be an email address. Write it like `team@example.com`.',
      equivalents: ['hadolint:DL3058'],
    },
  },
  why: {
    ko: '모든 이미지가 같은 레이블을 같은 형식으로 가져야 만든 곳과 버전을 자동으로 찾을 수 있습니다.',
    en: 'Only when every image has the same labels in the same form can tools find its source and version.',
  },
  note: 'dockerfile/LABEL',
  options: defaults,
  check(model, report, { options: { labels, strict } }) {
    if (labels.length === 0 && !strict) return;
    const wanted = new Map(
      labels.map((label) => [label.replace(/:[^:]*$/, ''), /:([^:]*)$/.exec(label)?.[1]?.trim().toLowerCase() ?? 'text']),
    );
    const given = new Map<Stage, Set<string>>();
    for (const { instruction, outer, stage } of placedInstructions(model)) {
      if (instruction.keyword !== 'LABEL') continue;
      for (const { nameSpan, valueSpan } of assignmentsOf(model, instruction)) {
        const label = plain(model, nameSpan);
        if (stage && outer === instruction) given.set(stage, (given.get(stage) ?? new Set()).add(label));
        const about = { data: { label }, ...inStage(stage) };
        const type = wanted.get(label);
        if (type === undefined) {
          if (strict && !label.includes('$')) report({ at: nameSpan, variant: 'superfluous', ...about });
        } else if (valueSpan)
          reportValue(plain(model, valueSpan), type, { at: valueSpan.end > valueSpan.start ? valueSpan : nameSpan, ...about });
      }
    }
    // Each stage that no other needs is an image that someone may build.
    const needed = new Set(model.stages.flatMap((stage) => usesOf(model, stage).map((use) => use.stage)));
    const missing = alongStages<readonly string[]>(model, (stage, before = [...wanted.keys()]) =>
      before.filter((label) => !given.get(stage)?.has(label)),
    );
    for (const [stage, labels] of missing) {
      if (needed.has(stage)) continue;
      for (const label of labels)
        report({ at: stage.from.argumentsSpan ?? stage.from.span, variant: 'missing', data: { label }, resource: stageResource(stage) });
    }
    function reportValue(value: string, type: string, about: Violation): void {
      if (value === '') report({ ...about, variant: 'empty' });
      else if (!value.includes('$') && Object.hasOwn(labelTypes, type) && labelTypes[type]?.(value) === false)
        report({ ...about, variant: type === 'githash' ? 'hash' : type });
    }
  },
  examples: {
    bad: [
      { text: 'FROM «node:24»\nLABEL b=c\n', options: { labels: ['a:text'] } },
      { text: 'FROM node:24 AS base\nLABEL a=b\nFROM base\nFROM «nginx:1.30»\n', options: { labels: ['a:text'] } },
      { text: 'FROM node:24\nLABEL a=1 «b»=2\n', options: { labels: ['a:text'], strict: true } },
      { text: 'FROM node:24\nLABEL a=«""»\n', options: { labels: ['a:text'] } },
      { text: 'FROM node:24\nLABEL a=«example.com»\n', options: { labels: ['a:url'] } },
      { text: 'from node:24\r\nlabel b=1 \\\r\n  # 만든 때\r\n  a=«"2026-01-31"»\r\n', options: { labels: ['a:rfc3339'] } },
      { text: 'FROM node:24\nLABEL a=«"Apache 2"»\n', options: { labels: ['a:spdx'] } },
      { text: 'FROM node:24\nLABEL a=«main»\n', options: { labels: ['a:hash'] } },
      { text: 'FROM node:24\nLABEL a=«v1.2»\n', options: { labels: ['a:semver'] } },
      { text: 'FROM node:24\nLABEL a «team at example.com»\n', options: { labels: ['a:email'] } },
    ],
    good: [
      'FROM node:24\nLABEL a=""\n',
      { text: 'FROM node:24 AS base\nLABEL a=1\nFROM base\nRUN b\n', options: { labels: ['a:text'], strict: true } },
      { text: 'FROM node:24 AS build\nFROM nginx:1.30\nLABEL a=1 b=2\nCOPY --from=build /a /a\n', options: { labels: ['a'] } },
      {
        text: 'FROM node:24\nLABEL u="https://example.com/a" t="2026-01-31T09:00:00.5+09:00" l="MIT OR (Apache-2.0 AND GPL-2.0-only WITH Classpath-exception-2.0)" h=43c572f1272b v=1.2.3-rc.1+5 e=team@example.com\n',
        options: { labels: ['u:url', 't:rfc3339', 'l:spdx', 'h:hash', 'v:semver', 'e:email'], strict: true },
      },
      { text: 'FROM node:24\nARG VERSION\nLABEL v=$VERSION\n', options: { labels: ['v:semver'] } },
    ],
  },
});
