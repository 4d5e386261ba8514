import { allRules } from '../server/languages.ts';
import type { Rule, RuleOptions } from '../server/rule.ts';

const severities = ['off', 'error', 'warning', 'info', 'hint'] as const;

/** The JSON Schema of `.mulgil.yaml`. */
export function configurationSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Mulgil',
    type: 'object',
    additionalProperties: false,
    properties: {
      language: {
        enum: ['auto', 'ko', 'en'],
        description: 'Language of explanations: auto follows the editor. / 설명의 언어입니다. auto는 편집기를 따릅니다.',
      },
      preset: {
        enum: ['recommended', 'all'],
        description: 'Which rules are on unless said otherwise. / 따로 정하지 않은 규칙 가운데 켜 둘 묶음입니다.',
      },
      rules: rulesSchema(),
      ignore: {
        type: 'array',
        items: { type: 'string' },
        description: 'Globs of files that are not checked. / 검사하지 않을 파일의 글롭입니다.',
      },
      kubernetes: {
        type: 'object',
        additionalProperties: false,
        description: 'What holds for all manifests. / 모든 매니페스트에 적용할 설정입니다.',
        properties: {
          version: {
            type: 'string',
            pattern: '^v?1\\.\\d{2,3}$',
            description:
              'Version of the cluster, such as "1.33"; without it the newest one that Mulgil knows. / 클러스터의 버전입니다(예: "1.33"). 없으면 Mulgil이 아는 가장 새 버전으로 봅니다.',
          },
        },
      },
    },
  };
}

/** The schema of the setting `rules`: each rule with its severities and options. What each finds stands in docs/rules, and weighs too much here. */
export function rulesSchema(): object {
  return {
    type: 'object',
    description: 'Rules by id: off, a severity, or a severity with options. / 규칙 id마다 off, 심각도, 또는 [심각도, 옵션]을 적습니다.',
    additionalProperties: false,
    properties: Object.fromEntries([...allRules.values()].map((rule) => [rule.id, ruleSchema(rule)])),
  };
}

function ruleSchema({ options }: Rule): object {
  const severity = { enum: severities };
  if (!options || Object.keys(options).length === 0) return severity;
  const withOptions = { type: 'array', minItems: 2, maxItems: 2, items: [{ enum: severities.slice(1) }, optionsSchema(options)] };
  return { anyOf: [severity, withOptions] };
}

function optionsSchema(options: RuleOptions): object {
  const typeOf = (value: RuleOptions[string]): object =>
    Array.isArray(value) ? { type: 'array', items: { type: 'string' } } : { type: typeof value };
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(options).map(([name, value]) => [name, { ...typeOf(value), default: value }])),
  };
}
