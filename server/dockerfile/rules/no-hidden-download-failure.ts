import { defineRule } from '../../rule.ts';
import { inStage, type DockerfileModel } from '../model.ts';
import { addPipefail } from '../packages/pipefail-fix.ts';
import { unseenPipes } from '../packages/shells.ts';

export const noHiddenDownloadFailure = defineRule<DockerfileModel>({
  id: 'dockerfile/no-hidden-download-failure',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL4006'],
  message: {
    ko: '내려받기가 실패해도 파이프 뒤의 명령어가 성공하면 빌드가 통과합니다. `pipefail`을 켠 `SHELL`을 위에 두세요.',
    en: 'When the download fails the build goes on, as long as the last command of the pipe succeeds. Put a `SHELL` with `pipefail` above.',
  },
  why: {
    ko: '`curl … | sh`는 내려받지 못하면 빈 스크립트를 성공적으로 실행합니다. 아무것도 설치되지 않은 이미지가 나중에야 문제를 일으킵니다.',
    en: 'Without the download, `curl … | sh` runs an empty script with success. The image that lacks what it should hold fails much later.',
  },
  note: 'dockerfile/SHELL',
  check(model, report) {
    for (const { run, pipe, shell } of unseenPipes(model, 'downloads'))
      report({ at: pipe.span, ...inStage(run.stage), fix: () => addPipefail(model, run, shell) });
  },
  examples: {
    bad: [
      {
        text: 'FROM node:24-slim\nRUN «curl -fsSL https://example.com/install.sh | bash -»\n',
        fixed: 'FROM node:24-slim\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl -fsSL https://example.com/install.sh | bash -\n',
      },
      {
        text: 'from alpine:3.22\r\nrun mkdir /a \\\r\n    # 설치\r\n    && «wget -qO- https://example.com/a.sh \\\r\n        | sh -s /a»\r\n',
        fixed:
          'from alpine:3.22\r\nshell ["/bin/ash", "-eo", "pipefail", "-c"]\r\nrun mkdir /a \\\r\n    # 설치\r\n    && wget -qO- https://example.com/a.sh \\\r\n        | sh -s /a\r\n',
      },
      { text: 'FROM debian:13\nONBUILD RUN «curl a.b/c | sh»\n' },
      { text: 'FROM debian:13\nSHELL ["/bin/sh", "-o", "pipefail", "-c"]\nRUN «curl a.b/c | sh»\n' },
      { text: 'FROM example.com/base\nRUN <<EOF\n«curl a.b/c | sh»\nEOF\n' },
    ],
    good: [
      'FROM debian:13\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl -fsSL a.b/c | sh\n',
      'FROM alpine:3.22\nRUN set -eo pipefail; wget -qO- a.b/c | tar x\n',
      'FROM debian:13\nRUN curl -fsSL -o /tmp/a a.b/c && sh /tmp/a\n',
      'FROM debian:13\nRUN curl -fsSL a.b/c | tar -xz -C /d && curl a.b/e | gpg --dearmor -o /f\n',
      'FROM debian:13\nRUN curl --version | head -n 1 && echo a | xargs curl\n',
      'FROM mcr.microsoft.com/powershell:7.5-ubuntu-24.04\nSHELL ["pwsh", "-c"]\nRUN curl a.b/c | Out-File d\n',
    ],
  },
});
