import { parseImage } from '../../image.ts';
import { defineRule } from '../../rule.ts';
import { compileGlob } from '../../text/glob.ts';
import type { Span } from '../../text/span.ts';
import { stageResource, type DockerfileModel } from '../model.ts';
import { sourceNames, stageReferences } from '../stages/references.ts';

const defaults: { readonly registries: readonly string[] } = { registries: [] };

export const trustedRegistry = defineRule<DockerfileModel, typeof defaults>({
  id: 'dockerfile/trusted-registry',
  severity: 'warning',
  // Quiet until someone lists registries.
  presets: ['recommended'],
  equivalents: ['hadolint:DL3026'],
  message: {
    ko: '`{registry}`는 허용된 레지스트리가 아닙니다. {allowed}의 이미지를 쓰세요.',
    en: '`{registry}` is not an allowed registry. Use an image from {allowed}.',
  },
  why: {
    ko: '베이스 이미지의 프로그램은 앱과 같은 권한으로 실행됩니다. 어디서 받을지는 팀이 정한 곳으로 한정하세요.',
    en: 'Programs of the base image run with the rights of your app. Keep to the places your team has agreed on.',
  },
  note: 'dockerfile/FROM',
  options: defaults,
  check(model, report, { options: { registries } }) {
    if (registries.length === 0) return;
    const allowed = registries.map((registry) => compileGlob(registry));
    const allowedNames = registries.map((registry) => `\`${registry}\``).join(', ');
    for (const { text, span, from, instruction, target } of stageReferences(model)) {
      const registry = registryOf(text, instruction.keyword === 'FROM');
      if (registry === undefined || target || allowed.some((matches) => matches(registry))) continue;
      tell(span, registry, stageResource(from));
    }
    // An unfinished file without FROM.
    if (model.stages.length === 0) {
      for (const { text, span } of model.instructions.flatMap((instruction) => sourceNames(model, instruction))) {
        const registry = registryOf(text, false);
        if (registry !== undefined && !allowed.some((matches) => matches(registry))) tell(span, registry);
      }
    }
    function tell(at: Span, registry: string, resource?: string): void {
      report({ at, data: { registry, allowed: allowedNames }, ...(resource === undefined ? {} : { resource }) });
    }
  },
  examples: {
    bad: [
      { text: 'FROM «ghcr.io/team/base:1»\n', options: { registries: ['registry.example.com'] } },
      { text: 'FROM «node:24»\n', options: { registries: ['registry.example.com'] } },
      {
        text: 'from registry.example.com/base:1\r\ncopy \\\r\n  --from=«ghcr.io/astral-sh/uv:0.9» \\\r\n  # 도구\r\n  /uv /bin/\r\n',
        options: { registries: ['*.example.com'] },
      },
      { text: 'COPY --from=«other.example/a/b:1» /a /b\n', options: { registries: ['registry.example.com'] } },
    ],
    good: [
      'FROM ghcr.io/team/base:1\n',
      { text: 'FROM node:24\nFROM docker.io/team/base:1\n', options: { registries: ['docker.io'] } },
      {
        text: 'FROM registry.example.com/base:1 AS build\nFROM build\nFROM scratch\nCOPY --from=build /a /a\nCOPY --from=1 /a /a\n',
        options: { registries: ['*.example.com'] },
      },
      { text: 'ARG BASE\nFROM $BASE\nCOPY --from=bulid /a /a\n', options: { registries: ['registry.example.com'] } },
      { text: 'FROM ghcr.io/a:1\n', options: { registries: ['*'] } },
    ],
  },
});

/** The registry of an image; `undefined` for the empty image, for variables, and in `--from` for a word that is more likely a stage. */
function registryOf(text: string, isBase: boolean): string | undefined {
  if (text === 'scratch' || (!isBase && !/[/:]/.test(text))) return undefined;
  return text.includes('$') ? undefined : (parseImage(text)?.registry ?? 'docker.io');
}
