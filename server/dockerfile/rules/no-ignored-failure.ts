import { forEachChild, type AndOr, type SyntaxNode } from 'unbash';
import { perRun, type LoneRun } from '../per-instruction.ts';
import { defineRule, type Fix } from '../../rule.ts';
import type { Span } from '../../text/span.ts';
import { readInstall } from '../installs/read.ts';
import { type DockerfileModel } from '../model.ts';
import { callOf, type Call } from '../packages/calls.ts';
import { readPackageCall } from '../packages/read.ts';
import { shellOf } from '../shell.ts';

export const noIgnoredFailure = defineRule<DockerfileModel>({
  id: 'dockerfile/no-ignored-failure',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{command}` 명령어가 실패해도 빌드가 성공으로 끝납니다. `{ignore}` 부분을 지우고 실패의 원인을 고치세요.',
    en: 'The build succeeds even when `{command}` fails. Remove `{ignore}` and cure the cause of the failure.',
  },
  why: {
    ko: '설치가 빠진 이미지가 그대로 배포되어, 컨테이너를 실행할 때가 되어서야 오류가 드러납니다. 실패한 결과도 빌드 캐시에 남습니다.',
    en: 'An image without what should be installed gets shipped, and the error shows when the container runs. The build cache keeps the failed step as well.',
  },
  note: 'dockerfile/RUN',
  check: perRun((model, run, report) => {
    for (const found of ignoredIn(model, run)) {
      report({
        at: found.at,
        data: { command: found.command, ignore: model.text.slice(found.at.start, found.at.end).replace(/[\s\\`]+/g, ' ') },
        fix: () => remove(model, found),
      });
    }
  }),
  examples: {
    bad: [
      { text: 'FROM gradle:8\nRUN ./gradlew dependencies «|| true»\n', fixed: 'FROM gradle:8\nRUN ./gradlew dependencies\n' },
      {
        text: 'from debian:13\r\nrun apt-get update \\\r\n    && apt-get install -y curl \\\r\n    «|| :»\r\n',
        fixed: 'from debian:13\r\nrun apt-get update \\\r\n    && apt-get install -y curl\r\n',
      },
      {
        text: 'FROM node:24\nONBUILD RUN (npm ci && npm run build) «|| exit 0»\n',
        fixed: 'FROM node:24\nONBUILD RUN (npm ci && npm run build)\n',
      },
      {
        text: 'FROM python:3.13\nRUN <<EOF\npip install flask «||true»\nEOF\n',
        fixed: 'FROM python:3.13\nRUN <<EOF\npip install flask\nEOF\n',
      },
      {
        text: 'FROM debian:13\nRUN apt-get update «|| true» && ls\n',
        fixed: 'FROM debian:13\nRUN apt-get update && ls\n',
      },
      { text: 'FROM debian:13\nRUN apt-get update \\\n    # 실패해도 된다\n    «|| true»\n' },
    ],
    good: [
      'FROM debian:13\nRUN apt-get update && apt-get install -y curl\n',
      'FROM debian:13\nRUN rm /etc/motd || true\nRUN groupadd app || true\n',
      'FROM node:24\nRUN npm ci || npm install\n',
      'FROM node:24\nRUN rm -f a || true && npm ci\n',
      'FROM node:24\nRUN npm ci && npm prune && npm cache clean --force\nCMD npm ci || true\n',
    ],
  },
});

interface Ignored {
  readonly at: Span;
  /** From the end of what may fail. */
  readonly start: number;
  readonly command: string;
}

function ignoredIn(model: DockerfileModel, { instruction }: LoneRun): readonly Ignored[] {
  if (!model.text.slice(instruction.span.start, instruction.span.end).includes('||')) return [];
  const shell = shellOf(model, instruction);
  if (!shell) return [];
  const found: Ignored[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'AndOr') found.push(...ignoredBy(model, node, shell.start));
    if (node.type !== 'Script' || node === shell.script) forEachChild(node, visit);
  };
  visit(shell.script);
  return found;
}

/** The `|| true` of a chain that let an install fail. */
function ignoredBy(model: DockerfileModel, { commands, operators }: AndOr, start: number): readonly Ignored[] {
  const found: Ignored[] = [];
  let install: string | undefined;
  commands.forEach((node, index) => {
    const [call] = node.type === 'Command' ? (callOf(model, node, start) ?? []) : [];
    const before = commands[index - 1];
    if (install !== undefined && before && operators[index - 1] === '||' && call && succeeds(call)) {
      const from = start + before.end;
      const mark = model.text.indexOf('||', from);
      if (mark >= 0 && mark < call.span.start) found.push({ at: { start: mark, end: call.span.end }, start: from, command: install });
      install = undefined;
    } else install ??= firstInstall(model, node, start);
  });
  return found;
}

function succeeds({ words }: Call): boolean {
  const [program, argument, ...others] = words.map(({ value }) => value);
  if (program === 'true' || program === ':' || program === '/bin/true') return true;
  return program === 'exit' && argument === '0' && others.length === 0;
}

/** The first command in the node that installs or downloads packages, in short. */
function firstInstall(model: DockerfileModel, node: SyntaxNode, start: number): string | undefined {
  if (node.type === 'Script') return undefined;
  if (node.type === 'Command') {
    const [call] = callOf(model, node, start) ?? [];
    return call && nameOf(call);
  }
  let found: string | undefined;
  forEachChild(node, (child) => {
    found ??= firstInstall(model, child, start);
  });
  return found;
}

function nameOf(call: Call): string | undefined {
  const known = readPackageCall(call);
  if (known?.subcommand && (known.manager.install.has(known.subcommand.value) || known.manager.fills.has(known.subcommand.value)))
    return known.manager.name === 'go' && known.subcommand.value === 'run' ? undefined : `${known.program} ${known.subcommand.value}`;
  return readInstall({ words: call.words.map(({ value }) => value), span: call.span })?.name;
}

function remove({ text, comments }: DockerfileModel, { at, start }: Ignored): Fix | undefined {
  if (comments.some(({ span }) => span.start >= start && span.start < at.end) || /#/.test(text.slice(start, at.start))) return undefined;
  return {
    title: { ko: '실패를 무시하지 않기', en: 'Let the failure stop the build' },
    // The build may fail from then on, so it is not to be applied unseen.
    edits: [{ span: { start, end: at.end }, newText: '' }],
  };
}
