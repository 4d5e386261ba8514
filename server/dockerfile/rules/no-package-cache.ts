import { defineRule, type Fix } from '../../rule.ts';
import { assignmentsOf } from '../arguments/assignments.ts';
import { inStage, type DockerfileModel, type Instruction } from '../model.ts';
import { appendCommand } from '../packages/append.ts';
import { leftBehind, type LeftBehind } from '../packages/caches.ts';
import { runsOf, type Call } from '../packages/calls.ts';
import { packageCalls } from '../packages/read.ts';
import { carriedTo } from '../stages/carried.ts';

export const noPackageCache = defineRule<DockerfileModel>({
  id: 'dockerfile/no-package-cache',
  severity: 'info',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3009', 'hadolint:DL3019', 'hadolint:DL3032', 'hadolint:DL3036', 'hadolint:DL3040', 'hadolint:DL3042'],
  message: {
    ko: '`{command}` 명령어가 내려받은 캐시가 이미지에 남습니다. 같은 `RUN` 끝에 `{clean}` 명령어를 붙이세요.',
    en: 'What `{command}` downloads stays in the image. End the same `RUN` with `{clean}`.',
  },
  variants: {
    apt: {
      ko: '패키지 목록이 이미지에 남습니다. 설치까지 한 `RUN`에 두고 끝에 `{clean}` 명령어를 붙이세요.',
      en: 'The package lists stay in the image. Install in this same `RUN` and end it with `{clean}`.',
      equivalents: ['hadolint:DL3009'],
    },
    apk: {
      ko: '패키지 목록이 이미지에 남습니다. `apk add --no-cache`를 쓰세요.',
      en: 'The package index stays in the image. Use `apk add --no-cache`.',
      equivalents: ['hadolint:DL3019'],
    },
    pip: {
      ko: '내려받은 패키지가 이미지에 한 벌 더 남습니다. `--no-cache-dir`을 붙이거나 캐시 마운트를 쓰세요.',
      en: 'A second copy of every package stays in the image. Add `--no-cache-dir`, or use a cache mount.',
      equivalents: ['hadolint:DL3042'],
    },
  },
  why: {
    ko: '컨테이너는 이 파일들을 다시 쓰지 않는데 이미지는 수십 MB 커집니다. 뒤의 `RUN`에서 지우면 가려질 뿐 크기는 줄지 않습니다.',
    en: 'No container reads these files again, yet the image grows by tens of megabytes. Deleting them in a later `RUN` only hides them.',
  },
  note: 'dockerfile/RUN',
  check(model, report) {
    const cacheless = withoutPipCache(model);
    for (const run of runsOf(model)) {
      if (!run.kept) continue;
      for (const left of leftBehind(model, run)) {
        const { filled, clean } = left;
        const { name } = filled.manager;
        if (name === 'yarn' || (name === 'pip' && (cacheless.get(run.instruction) === true || turnsPipCacheOff(left)))) continue;
        const known = name === 'apt' || name === 'apk' || name === 'pip';
        report({
          at: filled.span,
          ...(known ? { variant: name } : { equivalents: equivalentsOf(filled.program) }),
          data: { command: [filled.program, filled.subcommand?.value].join(' '), clean: clean ?? '' },
          ...inStage(run.stage),
          fix: () => (clean === undefined ? addOption(left) : cleanUp(model, left, clean)),
        });
      }
    }
  },
  examples: {
    bad: [
      {
        text: 'FROM debian:13\nRUN «apt-get update» && apt-get install -y curl\n',
        fixed: 'FROM debian:13\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n',
      },
      {
        text: 'from debian:13\r\nrun «apt-get update» \\\r\n    && apt-get install -y \\\r\n        # 내려받기\r\n        curl\r\n',
        fixed:
          'from debian:13\r\nrun apt-get update \\\r\n    && apt-get install -y \\\r\n        # 내려받기\r\n        curl \\\r\n    && rm -rf /var/lib/apt/lists/*\r\n',
      },
      { text: 'FROM debian:13\nRUN «apt-get update»\nRUN apt-get install -y curl\n' },
      { text: 'FROM debian:13\nRUN «apt-get update» && apt-get install -y curl # 도구\n' },
      {
        text: 'FROM debian:13\nRUN <<EOF\nset -e\n«apt-get update»\napt-get install -y curl\nEOF\n',
        fixed: 'FROM debian:13\nRUN <<EOF\nset -e\napt-get update\napt-get install -y curl\nrm -rf /var/lib/apt/lists/*\nEOF\n',
      },
      { text: 'FROM debian:13\nRUN <<EOF\n«apt-get update»\napt-get install -y curl\ncat > /motd <<END\nEOF\n' },
      { text: 'FROM alpine:3.22\nRUN «apk add» curl\n', fixed: 'FROM alpine:3.22\nRUN apk add --no-cache curl\n' },
      {
        text: 'FROM rockylinux:9\nONBUILD RUN «dnf -y install» httpd\nFROM scratch\n',
        fixed: 'FROM rockylinux:9\nONBUILD RUN dnf -y install httpd && dnf clean all\nFROM scratch\n',
      },
      {
        text: 'FROM registry.access.redhat.com/ubi9-minimal\nRUN microdnf clean all && «microdnf -y upgrade»\n',
        fixed: 'FROM registry.access.redhat.com/ubi9-minimal\nRUN microdnf clean all && microdnf -y upgrade && microdnf clean all\n',
      },
      {
        text: 'FROM centos:7\nRUN «yum -y install» httpd\n',
        fixed: 'FROM centos:7\nRUN yum -y install httpd && yum clean all\n',
      },
      {
        text: 'FROM opensuse/leap:16\nRUN «zypper -n in» tar\n',
        fixed: 'FROM opensuse/leap:16\nRUN zypper -n in tar && zypper clean --all\n',
      },
      {
        text: 'FROM python:3.13 AS base\nENV PIP_NO_CACHE_DIR=off\nFROM base\nRUN «python -m pip install» -r requirements.txt\n',
        fixed:
          'FROM python:3.13 AS base\nENV PIP_NO_CACHE_DIR=off\nFROM base\nRUN python -m pip install --no-cache-dir -r requirements.txt\n',
      },
      { text: 'FROM python:3.13\nRUN «["pip", "install", "flask"]»\n' },
    ],
    good: [
      'FROM debian:13\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n',
      'FROM debian:13\nRUN --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update && apt-get install -y curl\n',
      'FROM golang:1.26 AS build\nRUN apt-get update && apt-get install -y gcc && pip install x && apk add y\nFROM scratch\nCOPY --from=build /app /app\n',
      'FROM alpine:3.22\nRUN apk add --no-cache curl\nRUN apk update && apk add git && rm -rf /var/cache/apk/*\n',
      'FROM fedora:43\nRUN dnf -y install httpd && dnf clean all\nRUN dnf -y up && rm -rf /var/cache/libdnf5\n',
      'FROM python:3.13 AS base\nENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1\nFROM base\nRUN pip install flask\n',
      'FROM python:3.13\nRUN PIP_NO_CACHE_DIR=1 pip install a\nRUN export PIP_NO_CACHE_DIR=yes && pip install a\nRUN pip --no-cache-dir install a\n',
      'FROM python:3.13\nRUN --mount=type=cache,target=/home/app/.cache/pip pip install flask\nRUN pip list\n',
      'FROM opensuse/leap:16\nRUN zypper -n in tar && zypper cc\nRUN\n',
    ],
  },
});

function equivalentsOf(program: string): readonly string[] {
  const id = new Map([
    ['yum', 'DL3032'],
    ['zypper', 'DL3036'],
    ['dnf', 'DL3040'],
    ['dnf5', 'DL3040'],
    ['microdnf', 'DL3040'],
  ]).get(program);
  return id === undefined ? [] : [`hadolint:${id}`];
}

const isOn = (value: string): boolean => !/^(?:|0|n|no|f|false|off)$/i.test(value);

/** Whether the command itself, or an `export` before it, turns pip's cache off. */
function turnsPipCacheOff({ run, filled }: LeftBehind): boolean {
  const own = filled.call.assignments.get('PIP_NO_CACHE_DIR');
  if (own !== undefined) return isOn(own);
  return run.calls.some(
    ({ program, words }) =>
      program === 'export' &&
      words.some(({ value }) => value.startsWith('PIP_NO_CACHE_DIR=') && isOn(value.slice('PIP_NO_CACHE_DIR='.length))),
  );
}

/** For each RUN, whether ENV or ARG before it turns pip's cache off. */
function withoutPipCache(model: DockerfileModel): ReadonlyMap<Instruction, boolean> {
  const { text } = model;
  if (!text.includes('PIP_NO_CACHE_DIR')) return new Map();
  return carriedTo(model, false, (off, instruction) => {
    if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') return off;
    const set = assignmentsOf(model, instruction).findLast(({ name }) => name === 'PIP_NO_CACHE_DIR')?.valueSpan;
    return set ? isOn(text.slice(set.start, set.end).replace(/["']/g, '').trim()) : off;
  });
}

/** `--no-cache` or `--no-cache-dir` behind the subcommand. */
function addOption({ filled: { call, manager, subcommand } }: LeftBehind): Fix | undefined {
  const option = manager.name === 'apk' ? '--no-cache' : '--no-cache-dir';
  if (!call.editable || !subcommand) return undefined;
  return {
    title: { ko: `\`${option}\` 붙이기`, en: `Add \`${option}\`` },
    edits: [{ span: { start: subcommand.span.end, end: subcommand.span.end }, newText: ` ${option}` }],
    isPreferred: true,
  };
}

function cleanUp(model: DockerfileModel, { run, filled }: LeftBehind, clean: string): Fix | undefined {
  const isApt = filled.manager.name === 'apt';
  // Lists that only a later RUN uses must stay until then.
  if (isApt && !packageCalls(run.calls).some(({ manager, subcommand }) => manager.name === 'apt' && subcommand?.value !== 'update'))
    return undefined;
  const edit = appendCommand(model, run.instruction, clean);
  if (!edit) return undefined;
  return {
    title: { ko: `\`RUN\` 끝에 \`${clean}\` 붙이기`, en: `End the \`RUN\` with \`${clean}\`` },
    edits: [edit],
    isPreferred: !isApt || run.outer.span.start >= lastWithoutUpdate(model),
  };
}

const lastOnes = new WeakMap<DockerfileModel, number>();

/** Where the last RUN starts that installs from lists made by another; -1 without one. */
function lastWithoutUpdate(model: DockerfileModel): number {
  let last = lastOnes.get(model);
  if (last === undefined) {
    last = runsOf(model).findLast(({ calls }) => installsWithoutUpdate(calls))?.outer.span.start ?? -1;
    lastOnes.set(model, last);
  }
  return last;
}

function installsWithoutUpdate(calls: readonly Call[]): boolean {
  const first = packageCalls(calls).find(({ manager }) => manager.name === 'apt');
  return first !== undefined && first.subcommand?.value !== 'update';
}
