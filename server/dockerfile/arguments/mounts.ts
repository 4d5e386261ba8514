import type { Localized } from '../../locale.ts';
import { moveSpan, type Span } from '../../text/span.ts';
import { flagsNamed } from '../instructions.ts';
import type { DockerfileModel, Flag } from '../model.ts';
import { each, oncePerPiece } from '../origin.ts';
import { isQuoted, unquoted } from './quotes.ts';

/** An option of `RUN --mount`: what it means and for which types it is. */
export interface MountOption extends Localized {
  readonly types: readonly MountType[];
  /** Other spellings. */
  readonly also?: readonly string[];
  /** What may be written, where only a few words may. */
  readonly values?: readonly string[];
}

/** What may be mounted. */
export type MountType = 'bind' | 'cache' | 'tmpfs' | 'secret' | 'ssh';

/** The types. Source: docs.docker.com/reference/dockerfile, "RUN --mount". */
export const mountTypes: Readonly<Record<MountType, Localized>> = {
  bind: {
    ko: '빌드 컨텍스트나 다른 스테이지의 파일을 이 `RUN` 동안만 보여 줍니다. 읽기 전용이며 레이어가 생기지 않습니다.',
    en: 'Shows files of the build context or another stage during this `RUN` only: read-only, and without a layer.',
  },
  cache: {
    ko: '다음 빌드에서도 남아 있는 디렉터리입니다. 내려받은 패키지를 두며 이미지에는 들어가지 않습니다.',
    en: 'A directory that is kept for the next build. It holds downloads and never gets into the image.',
  },
  tmpfs: {
    ko: '메모리에 만드는 임시 디렉터리입니다. `RUN`이 끝나면 사라집니다.',
    en: 'A temporary directory in memory, gone when the `RUN` ends.',
  },
  secret: {
    ko: '토큰이나 키를 이 `RUN`에만 파일(또는 환경 변수)로 보여 줍니다. 이미지에 남지 않습니다.',
    en: 'Shows a token or key to this `RUN` only, as a file or a variable. Nothing of it stays in the image.',
  },
  ssh: {
    ko: '빌드하는 사람의 SSH 에이전트를 빌려 씁니다. 키는 이미지에 복사되지 않습니다.',
    en: "Lends the builder's SSH agent; no key is copied into the image.",
  },
};

/** The options. Source: docs.docker.com/reference/dockerfile, "RUN --mount". */
export const mountOptions: Readonly<Record<string, MountOption>> = {
  type: {
    types: ['bind', 'cache', 'tmpfs', 'secret', 'ssh'],
    values: Object.keys(mountTypes),
    ko: '무엇을 마운트할지 고릅니다. 없으면 `bind`입니다.',
    en: 'What to mount; `bind` when it is left out.',
  },
  target: {
    types: ['bind', 'cache', 'tmpfs', 'secret', 'ssh'],
    also: ['dst', 'destination'],
    ko: '컨테이너 안의 경로입니다. 상대 경로는 `WORKDIR`에서 시작합니다.',
    en: 'The path inside the container; a relative one starts at `WORKDIR`.',
  },
  source: {
    types: ['bind', 'cache'],
    also: ['src'],
    ko: '`from` 안의 어느 경로를 마운트할지 정합니다. 기본값은 그 루트입니다.',
    en: 'Which path of `from` to mount; its root by default.',
  },
  from: {
    types: ['bind', 'cache'],
    ko: '파일을 가져올 스테이지, 이미지, 또는 이름 있는 컨텍스트입니다. `bind`의 기본값은 빌드 컨텍스트입니다.',
    en: 'The stage, image or named context that the files come from; of `bind` the build context by default.',
  },
  rw: {
    types: ['bind'],
    also: ['readwrite'],
    ko: '쓰기를 허용하지만, 쓴 내용은 `RUN`이 끝나면 버려집니다.',
    en: 'Allows writing, but what is written is thrown away when the `RUN` ends.',
  },
  id: {
    types: ['cache', 'secret', 'ssh'],
    ko: '이름입니다. `cache`는 같은 `id`끼리 내용을 나누고(기본값은 `target`), `secret`은 `docker build --secret id=…`와 맞춥니다.',
    en: 'A name: caches with one `id` share their content (`target` by default), a secret matches `docker build --secret id=…`.',
  },
  sharing: {
    types: ['cache'],
    values: ['shared', 'private', 'locked'],
    ko: '여러 빌드가 동시에 쓸 때: `shared`(기본값)는 함께, `private`은 따로, `locked`는 차례로 씁니다. apt에는 `locked`가 맞습니다.',
    en: 'For builds at the same time: `shared` (default) together, `private` each its own, `locked` one after the other, as apt needs.',
  },
  ro: { types: ['cache'], also: ['readonly'], ko: '읽기 전용으로 마운트합니다.', en: 'Mounts it read-only.' },
  mode: {
    types: ['cache', 'secret', 'ssh'],
    ko: '8진수 권한입니다. 기본값은 `cache` `0755`, `secret` `0400`, `ssh` `0600`입니다.',
    en: 'Permissions in octal: by default `0755` for a cache, `0400` for a secret, `0600` for ssh.',
  },
  uid: {
    types: ['cache', 'secret', 'ssh'],
    ko: '소유자의 UID입니다. 기본값은 `0`(root)입니다.',
    en: "The owner's user id; `0` (root) by default.",
  },
  gid: { types: ['cache', 'secret', 'ssh'], ko: '소유 그룹의 GID입니다. 기본값은 `0`입니다.', en: "The owner's group id; `0` by default." },
  required: {
    types: ['secret', 'ssh'],
    values: ['true', 'false'],
    ko: '`true`이면 시크릿이나 에이전트가 없을 때 빌드가 멈춥니다. 기본값 `false`는 조용히 넘어갑니다.',
    en: '`true` stops the build when the secret or agent is missing; `false`, the default, skips it silently.',
  },
  env: {
    types: ['secret'],
    ko: '파일 대신 이 이름의 환경 변수로 넘깁니다. Dockerfile 1.10부터 쓸 수 있습니다.',
    en: 'Passes it as an environment variable of this name instead of a file; since Dockerfile 1.10.',
  },
  size: {
    types: ['tmpfs'],
    ko: '가장 크게 쓸 수 있는 크기입니다. 기본값은 제한 없음입니다.',
    en: 'The largest size; unlimited by default.',
  },
};

/** Options that mean `true` by their name alone. */
export const bareMountOptions: ReadonlySet<string> = new Set(['rw', 'ro', 'required']);

/** An option as it is written in a `--mount`. */
export interface WrittenMountOption {
  /** The option's usual spelling, or what was written when there is none. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string | undefined;
  readonly valueSpan: Span | undefined;
}

/** The options of each `--mount` of a RUN. */
export const mountsOf = oncePerPiece(
  (model, instruction): readonly (readonly WrittenMountOption[])[] =>
    instruction.keyword === 'RUN' ? flagsNamed(instruction, 'mount').map((flag) => readMount(model, flag)) : [],
  each(
    each(({ name, nameSpan, value, valueSpan }, by) => ({
      name,
      nameSpan: moveSpan(nameSpan, by),
      value,
      valueSpan: valueSpan && moveSpan(valueSpan, by),
    })),
  ),
);

/** The options of a `--mount` flag, in order. Quotes around all of them or around a value are left out. */
export function readMount({ text }: DockerfileModel, flag: Flag): readonly WrittenMountOption[] {
  const written = text.slice(flag.span.start, flag.span.end);
  const equals = written.indexOf('=');
  if (equals < 0) return [];
  const whole = written.slice(equals + 1);
  const options: WrittenMountOption[] = [];
  let at = flag.span.start + equals + 1 + (isQuoted(whole) ? 1 : 0);
  for (const part of unquoted(whole).split(',')) {
    const sign = part.indexOf('=');
    const nameEnd = at + (sign < 0 ? part.length : sign);
    const value = sign < 0 ? undefined : part.slice(sign + 1);
    const quotes = value !== undefined && isQuoted(value) ? 1 : 0;
    options.push({
      name: canonicalOption(text.slice(at, nameEnd)),
      nameSpan: { start: at, end: nameEnd },
      value: value === undefined ? undefined : unquoted(value),
      valueSpan: value === undefined ? undefined : { start: nameEnd + 1 + quotes, end: at + part.length - quotes },
    });
    at += part.length + 1;
  }
  return options;
}

/** What an option of a mount, named in its usual spelling, is set to. */
export function mountValue(options: readonly WrittenMountOption[], name: string): string | undefined {
  return options.find((option) => option.name === name)?.value;
}

/** The usual spelling of an option's name. */
function canonicalOption(written: string): string {
  const name = written.toLowerCase();
  if (Object.hasOwn(mountOptions, name)) return name;
  return Object.entries(mountOptions).find(([, { also }]) => also?.includes(name))?.[0] ?? name;
}

/** The type of a mount; `bind` when none is written. */
export function mountType(options: readonly WrittenMountOption[]): MountType | undefined {
  const written = mountValue(options, 'type')?.toLowerCase() ?? 'bind';
  return Object.hasOwn(mountTypes, written) ? (written as MountType) : undefined;
}
