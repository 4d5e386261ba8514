import { defineRule } from '../../rule.ts';
import { inStage, type DockerfileModel } from '../model.ts';
import { addPipefail } from '../packages/pipefail-fix.ts';
import { unseenPipes } from '../packages/shells.ts';

export const usePipefail = defineRule<DockerfileModel>({
  id: 'dockerfile/use-pipefail',
  severity: 'info',
  presets: [],
  equivalents: ['hadolint:DL4006'],
  message: {
    ko: '파이프는 마지막 명령어의 실패만 봅니다. `pipefail`을 켠 `SHELL`을 위에 두세요.',
    en: 'A pipe only sees its last command fail. Put a `SHELL` with `pipefail` above.',
  },
  why: {
    ko: '앞쪽 명령어가 실패해도 빌드가 성공으로 끝나, 반쯤 만들어진 파일이 이미지에 들어갑니다.',
    en: 'When an earlier command fails the build still succeeds, with a half-made file in the image.',
  },
  note: 'dockerfile/SHELL',
  check(model, report) {
    // Downloads that nobody checks are a rule of their own.
    for (const { run, pipe, shell } of unseenPipes(model, 'others'))
      report({ at: pipe.span, ...inStage(run.stage), fix: () => addPipefail(model, run, shell) });
  },
  examples: {
    bad: [
      {
        text: 'FROM debian:13\nRUN «cat a | sort > b»\n',
        fixed: 'FROM debian:13\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN cat a | sort > b\n',
      },
      {
        text: 'from alpine:3.22\r\n# 정렬\r\nrun echo a && \\\r\n    «cat a \\\r\n    | sort»\r\n',
        fixed:
          'from alpine:3.22\r\n# 정렬\r\nshell ["/bin/ash", "-eo", "pipefail", "-c"]\r\nrun echo a && \\\r\n    cat a \\\r\n    | sort\r\n',
      },
      { text: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\nRUN «a | b»\n' },
      { text: 'FROM debian:13\nONBUILD RUN «a | b»\n' },
      { text: 'FROM example.com/base\nRUN «curl a.b/c | tar xz»\n' },
      { text: 'FROM example.com/base\nRUN <<EOF\n«a | b»\nEOF\n' },
    ],
    good: [
      'FROM debian:13\nSHELL ["/bin/bash", "-euxo", "pipefail", "-c"]\nRUN a | b\n',
      'FROM debian:13 AS base\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nFROM base\nRUN a | b\n',
      'FROM alpine:3.22\nRUN set -o pipefail && a | b\n',
      'FROM alpine:3.22\nSHELL ["/bin/sh", "-eo", "pipefail", "-c"]\nRUN a | b\n',
      'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL ["powershell.exe", "-Command"]\nRUN a | b\n',
      'FROM debian:13\nRUN a || b && echo "a | b"\nRUN curl a.b/c | sh\nCMD a | b\n',
      'FROM debian:13\nRUN <<EOF\n#!/bin/bash\nset -euo pipefail\na | b\nEOF\n',
    ],
  },
});
