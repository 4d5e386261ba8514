import { defineRule } from '../../rule.ts';
import { destinationOf } from '../arguments/copy-destination.ts';
import { readLocalCopy } from '../arguments/local-copy.ts';
import { inStage, placedInstructions, type DockerfileModel, type Instruction, type Placed, type Stage } from '../model.ts';
import { commandsOf } from '../shell.ts';

/** Names of files that ADD extracts. */
const archive = /\.(?:tar|tar\.(?:gz|bz2|xz|lz|lzma|zst|z)|tgz|tbz2?|txz|tlz|tzst)$/i;

export const extractWithAdd = defineRule<DockerfileModel>({
  id: 'dockerfile/extract-with-add',
  severity: 'info',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3010'],
  message: {
    ko: '`{archive}`를 복사해서 `tar`로 풀면 압축 파일도 이미지에 남습니다. `ADD {archive} <디렉터리>/`로 바로 푸세요.',
    en: 'Copied and then extracted with `tar`, `{archive}` itself stays in the image. Extract it at once with `ADD {archive} <directory>/`.',
  },
  why: {
    ko: '복사한 레이어는 나중에 파일을 지워도 줄지 않습니다. `ADD`는 로컬 tar 파일을 풀어서 넣습니다.',
    en: 'The layer of the copy does not shrink when the file is removed later. `ADD` unpacks local tar files as it adds them.',
  },
  note: 'dockerfile/ADD',
  check(model, report) {
    // By the names under which a command may find the archive.
    let copies = new Map<string, { readonly placed: Placed; readonly source: string }>();
    let current: Stage | undefined;
    for (const placed of placedInstructions(model)) {
      if (placed.stage !== current) {
        copies = new Map();
        current = placed.stage;
      }
      const { instruction } = placed;
      if (instruction.keyword === 'COPY') {
        for (const { source, names } of archivesOf(model, instruction)) {
          const copy = { placed, source };
          for (const name of names) copies.set(name, copy);
        }
      }
      if (instruction.keyword !== 'RUN' || copies.size === 0) continue;
      const done = new Set([...extractedFiles(model, instruction)].flatMap((name) => copies.get(name) ?? []));
      for (const copy of done) {
        const { instruction: copied, stage } = copy.placed;
        report({ at: copied.argumentsSpan ?? copied.span, data: { archive: copy.source }, ...inStage(stage) });
        for (const { names } of archivesOf(model, copied)) for (const name of names) copies.delete(name);
      }
    }
  },
  examples: {
    bad: [
      { text: 'FROM debian:13\nCOPY «app.tar.gz /tmp/»\nRUN tar -xzf /tmp/app.tar.gz -C /opt && rm /tmp/app.tar.gz\n' },
      {
        text: 'from debian:13\r\ncopy --chown=1000 «dist/app.tgz \\\r\n  # 결과\r\n  /tmp/release.tgz»\r\nworkdir /tmp\r\nrun mkdir a && \\\r\n  tar xf release.tgz\r\n',
      },
      { text: 'FROM debian:13\nCOPY «["my app.tar", "/"]»\nRUN <<EOF\nset -e\ntar --extract --file "/my app.tar"\nEOF\n' },
    ],
    good: [
      'FROM debian:13\nADD app.tar.gz /opt/\n',
      'FROM debian:13\nCOPY app.tar.gz /backup/\nRUN tar -tzf /backup/app.tar.gz\n',
      'FROM debian:13 AS build\nCOPY app.tar /\nFROM debian:13\nRUN tar -xf app.tar\n',
      'FROM debian:13\nCOPY --from=build /app.tar /\nRUN tar -xf /app.tar\n',
      'FROM debian:13\nRUN --mount=type=bind,source=app.tar,target=/app.tar tar -xf /app.tar\n',
      'FROM debian:13\nCOPY app.zip /\nRUN unzip app.zip && tar -cf a.tar app.zip\n',
    ],
  },
});

/** The archives that a COPY brings from the build context, and the names under which a command may find each. */
function archivesOf(
  model: DockerfileModel,
  instruction: Instruction,
): readonly { readonly source: string; readonly names: readonly string[] }[] {
  const copy = readLocalCopy(model, instruction);
  const destination = destinationOf(model, instruction);
  if (!copy || !destination) return [];
  return copy.sources
    .map(withoutQuotes)
    .flatMap((source) =>
      archive.test(source) ? [{ source, names: [baseName(source), baseName(destination.path)].filter((name) => archive.test(name)) }] : [],
    );
}

/** The names of the files that `tar` extracts in a RUN. */
function extractedFiles(model: DockerfileModel, instruction: Instruction): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { words } of commandsOf(model, instruction)) {
    const [program = '', ...rest] = words;
    if (!/^(?:bsd|g)?tar$/.test(baseName(program))) continue;
    const extracts = rest.some(
      (word, index) => /^-[a-z]*x|^--(?:extract|get)$/i.test(word) || (index === 0 && /^[a-z]+$/i.test(word) && /x/i.test(word)),
    );
    if (extracts) for (const word of rest) names.add(baseName(word));
  }
  return names;
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function withoutQuotes(word: string): string {
  return word.replace(/^["']|["']$/g, '');
}
