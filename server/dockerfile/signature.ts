import type { SignatureHelp, SignatureInformation } from 'vscode-languageserver-types';
import type { FeatureContext } from '../language.ts';
import type { Locale, Localized } from '../locale.ts';
import { contains } from '../text/span.ts';
import { effective, type DockerfileModel, type Instruction } from './model.ts';

/** An argument as the help shows it. */
interface Parameter extends Localized {
  readonly label: string;
}

/** A way to write an instruction. */
interface Form {
  readonly parameters: readonly Parameter[];
  /** Which parameter the argument with this index is; by its index where absent. */
  readonly last?: 'repeats';
}

const image: Parameter = {
  label: 'image[:tag|@digest]',
  ko: '베이스 이미지 또는 앞의 스테이지 이름',
  en: 'The base image, or the name of an earlier stage',
};
const command: Parameter = { label: 'command', ko: '셸이 실행할 명령어', en: 'What the shell runs' };
const exec: Parameter = {
  label: '["program", "argument", …]',
  ko: '셸 없이 바로 실행할 프로그램과 인자 (큰따옴표만)',
  en: 'A program and its arguments, run without a shell (double quotes only)',
};
const source: Parameter = {
  label: 'source…',
  ko: '빌드 컨텍스트(또는 `--from`)에서 가져올 경로. 여럿이면 목적지는 `/`로 끝나야 합니다.',
  en: 'Paths of the build context or `--from`; with several, the destination ends with `/`',
};
const target: Parameter = {
  label: 'destination',
  ko: '이미지 안의 경로. 상대 경로는 `WORKDIR`에서 시작합니다.',
  en: 'A path in the image; a relative one starts at `WORKDIR`',
};
const pair: Parameter = {
  label: 'name=value…',
  ko: '이름과 값. 공백이 있으면 따옴표로 감쌉니다.',
  en: 'Names and values; quote those with white space',
};

const forms: Readonly<Record<string, readonly Form[]>> = {
  FROM: [
    {
      parameters: [
        image,
        { label: 'AS', ko: '이름을 붙일 때', en: 'Before a name' },
        { label: 'stage', ko: '이 스테이지의 이름', en: "The stage's name" },
      ],
    },
  ],
  ARG: [
    {
      parameters: [{ label: 'name[=default]…', ko: '빌드 인자의 이름과 기본값', en: 'The name of a build argument and its default' }],
      last: 'repeats',
    },
  ],
  ENV: [{ parameters: [pair], last: 'repeats' }],
  LABEL: [{ parameters: [pair], last: 'repeats' }],
  COPY: [{ parameters: [source, target], last: 'repeats' }],
  ADD: [
    {
      parameters: [{ ...source, ko: '가져올 경로, URL, 또는 Git 저장소', en: 'Paths, URLs or Git repositories' }, target],
      last: 'repeats',
    },
  ],
  RUN: [{ parameters: [command] }, { parameters: [exec] }],
  CMD: [{ parameters: [exec] }, { parameters: [command] }],
  ENTRYPOINT: [{ parameters: [exec] }, { parameters: [command] }],
  EXPOSE: [
    {
      parameters: [
        {
          label: 'port[/protocol]…',
          ko: '컨테이너가 듣는 포트. 프로토콜은 `tcp`(기본값)나 `udp`',
          en: 'Ports that the container listens on; the protocol is `tcp` (default) or `udp`',
        },
      ],
      last: 'repeats',
    },
  ],
  USER: [
    {
      parameters: [
        {
          label: 'user[:group]',
          ko: '이름 또는 번호. Kubernetes에서는 번호가 낫습니다.',
          en: 'Names or numbers; numbers suit Kubernetes better',
        },
      ],
    },
  ],
  WORKDIR: [
    {
      parameters: [
        {
          label: 'directory',
          ko: '이후 명령어의 작업 디렉터리. 없으면 만듭니다.',
          en: 'Where later instructions work; it is made when missing',
        },
      ],
    },
  ],
  VOLUME: [{ parameters: [{ label: 'directory…', ko: '볼륨이 될 디렉터리', en: 'Directories that become volumes' }], last: 'repeats' }],
  SHELL: [{ parameters: [exec] }],
  STOPSIGNAL: [
    {
      parameters: [
        {
          label: 'signal',
          ko: '컨테이너를 멈출 때 보낼 시그널의 이름이나 번호',
          en: 'The name or number of the signal that stops the container',
        },
      ],
    },
  ],
  HEALTHCHECK: [
    {
      parameters: [
        { label: 'CMD', ko: '컨테이너 안에서 실행해 상태를 검사합니다.', en: 'Checks by a command inside the container' },
        command,
      ],
    },
    { parameters: [{ label: 'NONE', ko: '베이스 이미지의 헬스체크를 끕니다.', en: "Switches the base image's health check off" }] },
  ],
  ONBUILD: [
    {
      parameters: [
        {
          label: 'INSTRUCTION arguments',
          ko: '이 이미지로 시작하는 빌드에서 실행할 명령어',
          en: 'Runs in builds that start from this image',
        },
      ],
    },
  ],
};

/** Shows how the instruction around the cursor is written, and which argument is being typed. */
export function signature(model: DockerfileModel, offset: number, { locale }: FeatureContext): SignatureHelp | undefined {
  const outer = model.instructions.findLast(({ span }) => span.start <= offset && offset <= lineEnd(model, span.end));
  if (!outer) return undefined;
  const instruction = outer.trigger && offset > outer.trigger.keywordSpan.end ? effective(outer) : outer;
  const known = Object.hasOwn(forms, instruction.keyword) ? forms[instruction.keyword] : undefined;
  if (!known || offset <= instruction.keywordSpan.end || instruction.heredocs.some(({ body }) => offset >= body.start)) return undefined;
  if (instruction.flags.some(({ span }) => contains(span, offset))) return undefined;
  const active = activeForm(instruction, known);
  const form = known[active];
  if (!form) return undefined;
  return {
    signatures: known.map((each) => describe(instruction.keyword, each, locale)),
    activeSignature: active,
    activeParameter: activeParameter(instruction, form, offset),
  };
}

/** White space after the last word still belongs to the instruction. */
function lineEnd({ text }: DockerfileModel, end: number): number {
  let at = end;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

function describe(keyword: string, { parameters }: Form, locale: Locale): SignatureInformation {
  return {
    label: `${keyword} ${parameters.map(({ label }) => label).join(' ')}`,
    parameters: parameters.map((parameter) => ({ label: parameter.label, documentation: { kind: 'markdown', value: parameter[locale] } })),
  };
}

function activeForm({ keyword, words }: Instruction, known: readonly Form[]): number {
  const first = words[0]?.text ?? '';
  if (keyword === 'HEALTHCHECK') return first.toUpperCase() === 'NONE' ? 1 : 0;
  const json = known.findIndex(({ parameters }) => parameters[0] === exec);
  if (known.length === 1 || first === '') return 0;
  return first.startsWith('[') ? json : 1 - json;
}

function activeParameter({ keyword, words }: Instruction, { parameters, last }: Form, offset: number): number {
  const before = words.filter(({ span }) => span.end < offset).length;
  if (keyword === 'COPY' || keyword === 'ADD') {
    // The last argument is the destination; the first never is.
    const isLast = before > 0 && before >= words.length - 1;
    return isLast ? 1 : 0;
  }
  return last === 'repeats' ? 0 : Math.min(before, parameters.length - 1);
}
