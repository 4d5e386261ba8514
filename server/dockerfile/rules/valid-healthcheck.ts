import { quote } from '../../nearest.ts';
import { perInstruction } from '../per-instruction.ts';
import { defineRule, type Fix, type Violation } from '../../rule.ts';
import { readDuration } from '../arguments/duration.ts';
import { unquoted } from '../arguments/quotes.ts';
import { wordsWithoutComment } from '../arguments/trailing-comment.ts';
import { flagProblem } from '../instructions.ts';
import { type DockerfileModel, type Flag, type Instruction } from '../model.ts';

export const validHealthcheck = defineRule<DockerfileModel>({
  id: 'dockerfile/valid-healthcheck',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`--{flag}`의 값 {value}를 시간으로 읽을 수 없어 빌드가 실패합니다. `30s`나 `1m30s`처럼 단위를 붙이세요.',
    en: 'The value {value} of `--{flag}` is no time, so the build fails. Write a unit, as in `30s` or `1m30s`.',
  },
  variants: {
    retries: {
      ko: '`--retries`의 값 {value}는 0 이상의 정수가 아니어서 빌드가 실패합니다. `3`처럼 적으세요.',
      en: 'The value {value} of `--retries` is no whole number from 0 on, so the build fails. Write one such as `3`.',
    },
    kind: {
      ko: '`HEALTHCHECK` 뒤에는 `CMD`나 `NONE`이 와야 하는데 {value}가 있어 빌드가 실패합니다. 명령어 앞에 `CMD`를 적으세요.',
      en: '`HEALTHCHECK` takes `CMD` or `NONE`, so the build fails on {value}. Write `CMD` before the command.',
    },
    command: {
      ko: '`HEALTHCHECK CMD` 뒤에 명령어가 없어 빌드가 실패합니다. 상태를 확인할 명령어를 적으세요.',
      en: '`HEALTHCHECK CMD` has no command, so the build fails. Write the one that checks the health.',
    },
    none: {
      ko: '`HEALTHCHECK NONE`에는 인자를 쓸 수 없어 빌드가 실패합니다. `NONE` 뒤를 지우세요.',
      en: '`HEALTHCHECK NONE` takes no arguments, so the build fails. Take out what follows `NONE`.',
    },
  },
  why: {
    ko: '빌더는 상태 확인의 형식을 빌드할 때 모두 검사하고, 읽을 수 없으면 멈춥니다.',
    en: 'The builder reads the whole health check while it builds and stops when it cannot.',
  },
  note: 'dockerfile/HEALTHCHECK',
  check: perInstruction((model, { instruction }, report) => {
    // Without arguments it is the business of argument-count.
    if (instruction.keyword !== 'HEALTHCHECK' || instruction.words.length === 0 || flagProblem(instruction)) return;
    for (const flag of instruction.flags) {
      const problem = flagViolation(flag);
      if (problem) report({ ...problem });
    }
    const problem = kindViolation(model, instruction);
    if (problem) report({ ...problem });
  }),
  examples: {
    bad: [
      {
        text: 'FROM nginx:1.29\nHEALTHCHECK --interval=«30» CMD curl -f http://localhost/\n',
        fixed: 'FROM nginx:1.29\nHEALTHCHECK --interval=30s CMD curl -f http://localhost/\n',
      },
      {
        text: 'FROM nginx:1.29\r\nhealthcheck --timeout=3s \\\r\n  # 준비 시간\r\n  --start-period=«1min» \\\r\n  cmd true\r\n',
      },
      { text: 'FROM nginx:1.29\nHEALTHCHECK --retries=«three» CMD true\n' },
      {
        text: 'FROM nginx:1.29\nHEALTHCHECK «curl» -f http://localhost/\n',
        fixed: 'FROM nginx:1.29\nHEALTHCHECK CMD curl -f http://localhost/\n',
      },
      { text: 'FROM nginx:1.29\nHEALTHCHECK «CMD»\n' },
      { text: 'FROM nginx:1.29\nONBUILD HEALTHCHECK NONE «curl»\n' },
      { text: 'FROM nginx:1.29\nHEALTHCHECK --interval=«10us» CMD true\n' },
    ],
    good: [
      'FROM nginx:1.29\nHEALTHCHECK --interval=1m30s --timeout=.5s --start-period=0 --retries=3 CMD curl -f http://localhost/\n',
      'FROM nginx:1.29\r\nhealthcheck --interval=5s \\\r\n  # 명령어\r\n  cmd ["true"]\r\n',
      'FROM nginx:1.29\nHEALTHCHECK NONE # 끔\nHEALTHCHECK\n',
      'FROM nginx:1.29\nONBUILD HEALTHCHECK --start-interval=500ms CMD ["curl"]\n',
    ],
  },
});

function flagViolation({ name: flag, value: written = '', span }: Flag): Violation | undefined {
  const value = unquoted(written);
  // The builder takes an empty value as the default.
  if (value === '') return undefined;
  const at = { start: span.end - written.length, end: span.end };
  const data = { flag, value: quote(value) };
  if (flag === 'retries') return /^\+?\d{1,9}$/.test(value) ? undefined : { at, variant: 'retries', data };
  const time = readDuration(value);
  // The builder takes 0 as the default, and nothing else that is shorter than a millisecond.
  if (time !== undefined && (time === 0 || time >= 1)) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(value)) return { at, data };
  const fix = (): Fix => ({
    title: { ko: `\`${value}s\`(초)로 고치기`, en: `Change it to \`${value}s\` (seconds)` },
    edits: [{ span: at, newText: `${value}s` }],
  });
  return { at, data, fix };
}

function kindViolation(model: DockerfileModel, instruction: Instruction): Violation | undefined {
  const [kind, next] = wordsWithoutComment(model, instruction);
  if (!kind) return undefined;
  const data = { flag: '', value: quote(kind.text) };
  const name = kind.text.toUpperCase();
  if (name === 'CMD') return next ? undefined : { at: kind.span, variant: 'command', data };
  if (name === 'NONE') return next && { at: next.span, variant: 'none', data };
  const about = { at: kind.span, variant: 'kind', data };
  // One word alone may be a `CMD` or `NONE` that is not finished.
  if (!next) return about;
  const start = kind.span.start;
  const fix = (): Fix => ({
    title: { ko: '앞에 `CMD` 넣기', en: 'Put `CMD` before it' },
    edits: [{ span: { start, end: start }, newText: 'CMD ' }],
  });
  return { ...about, fix };
}
