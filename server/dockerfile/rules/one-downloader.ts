import { defineRule } from '../../rule.ts';
import { inStage, type DockerfileModel, type Stage } from '../model.ts';
import { runsOf, type Call } from '../packages/calls.ts';

export const oneDownloader = defineRule<DockerfileModel>({
  id: 'dockerfile/one-downloader',
  severity: 'info',
  presets: [],
  equivalents: ['hadolint:DL4001'],
  message: {
    ko: '같은 스테이지에서 `{first}`, `{second}` 둘 다 씁니다. 하나만 쓰세요.',
    en: 'This stage uses both `{first}` and `{second}`. Use one of them.',
  },
  why: {
    ko: '같은 일을 하는 도구를 둘 다 설치하면 이미지가 커지고 살필 것도 늘어납니다.',
    en: 'Two tools for the same job make the image bigger and leave more to look after.',
  },
  note: 'dockerfile/RUN',
  check(model, report) {
    const firstOf = new Map<Stage | undefined, Call>();
    const told = new Set<Stage | undefined>();
    for (const { stage, calls } of runsOf(model)) {
      for (const call of calls) {
        if (call.program !== 'curl' && call.program !== 'wget') continue;
        const first = firstOf.get(stage);
        if (!first) firstOf.set(stage, call);
        else if (first.program !== call.program && !told.has(stage)) {
          told.add(stage);
          report({ at: call.span, data: { first: first.program, second: call.program }, ...inStage(stage) });
        }
      }
    }
  },
  examples: {
    bad: [
      { text: 'FROM debian:13\nRUN wget -q a.b/c\nRUN «curl -fsS a.b/d»\nRUN curl a.b/e\n' },
      { text: 'from debian:13\r\nonbuild run curl a.b/c \\\r\n    # 둘째\r\n    && «wget -q a.b/d»\r\n' },
      { text: 'FROM debian:13\nRUN <<EOF\ncurl a.b/c\n«wget -q a.b/d»\nEOF\n' },
    ],
    good: [
      'FROM debian:13\nRUN curl a.b/c\nRUN curl a.b/d\n',
      'FROM debian:13 AS a\nRUN curl a.b/c\nFROM alpine:3.22\nRUN wget -q a.b/c\n',
      'FROM debian:13\nRUN apt-get install -y curl wget\n',
    ],
  },
});
