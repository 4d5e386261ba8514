import { perInstruction } from '../per-instruction.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { wordsWithoutComment } from '../arguments/trailing-comment.ts';
import { type DockerfileModel, type Instruction } from '../model.ts';

/** What only ADD understands. */
const addFlags: ReadonlySet<string> = new Set(['checksum', 'keep-git-dir', 'unpack']);
/** What COPY understands just as ADD does. */
const sharedFlags: ReadonlySet<string> = new Set(['chmod', 'chown', 'exclude', 'link']);
/** Names of files that may be tar archives, which ADD extracts. */
const archive = /\.(?:tar|tgz|taz|tz|tbz2?|tb2|txz|tlz|tpz|tzst|gz|bz2|xz|zst|z|lz|lzma)$/i;

export const copyNotAdd = defineRule<DockerfileModel>({
  id: 'dockerfile/copy-not-add',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3020'],
  message: {
    ko: '파일을 그대로 복사할 때는 `ADD` 대신 `COPY`를 쓰세요.',
    en: 'To copy files as they are, use `COPY` instead of `ADD`.',
  },
  why: {
    ko: '`ADD`는 압축을 풀고 URL을 내려받는 일까지 합니다. 같은 자리의 파일이 바뀌면 결과도 달라질 수 있으니, 그 기능이 필요할 때만 쓰세요.',
    en: '`ADD` also extracts archives and downloads URLs, so another file in the same place may give another result. Keep it for when you want that.',
  },
  note: 'dockerfile/ADD',
  check: perInstruction((model, { instruction }, report) => {
    const sources = instruction.keyword === 'ADD' ? plainSources(model, instruction) : undefined;
    if (sources) report({ at: instruction.keywordSpan, fix: () => useCopy(model, instruction, sources) });
  }),
  examples: {
    bad: [
      { text: 'FROM golang:1.26\n«ADD» main.go /src/\n', fixed: 'FROM golang:1.26\nCOPY main.go /src/\n' },
      {
        text: 'FROM node:24\n# 소스 전체\n«ADD» --chown=node:node . .\n',
        fixed: 'FROM node:24\n# 소스 전체\nCOPY --chown=node:node . .\n',
      },
      { text: 'from node:24\r\n«add» a \\\r\n  # 설정\r\n  b /app/\r\n', fixed: 'from node:24\r\ncopy a \\\r\n  # 설정\r\n  b /app/\r\n' },
      { text: 'FROM node:24\nONBUILD «ADD» . /app\n', fixed: 'FROM node:24\nONBUILD COPY . /app\n' },
      { text: 'FROM node:24\n«Add» ["한글 이름.txt", "/app/"]\n', fixed: 'FROM node:24\nCopy ["한글 이름.txt", "/app/"]\n' },
      { text: 'FROM node:24\n«ADD» . .  # 소스 전체\n', fixed: 'FROM node:24\nCOPY . .  # 소스 전체\n' },
      { text: '«ADD» "file.zip" /usr/src/app/', fixed: 'COPY "file.zip" /usr/src/app/' },
      { text: 'FROM node:24\n«ADD» --foo=bar a /b\n' },
    ],
    good: [
      'FROM debian:13\nADD rootfs.tar.gz /\nADD "app.tgz" /app/\nADD ["a.tar.xz", "/b/"]\n',
      'FROM debian:13\nADD https://example.com/tool /usr/local/bin/tool\nADD --checksum=sha256:abc https://example.com/a.txt /a.txt\n',
      'FROM debian:13\nADD git@github.com:moby/buildkit.git /src\nADD --keep-git-dir=true https://github.com/moby/buildkit.git#v0.26.2 /src\n',
      'FROM debian:13\nADD --unpack=false a.txt /a.txt\n',
      'ARG SOURCE\nFROM debian:13\nADD ${SOURCE} /app/\nADD $SOURCE/a /app/\n',
      'FROM debian:13\nADD <<EOF /etc/motd\nhello\nEOF\n',
      'FROM debian:13\nCOPY . .\nADD\nADD a\n',
    ],
  },
});

/** The sources when each is a plain local path. */
function plainSources(model: DockerfileModel, instruction: Instruction): readonly string[] | undefined {
  const { flags, heredocs, execForm } = instruction;
  if (heredocs.length > 0 || flags.some(({ name }) => addFlags.has(name.toLowerCase()))) return undefined;
  const paths = execForm ?? jsonOrWords(wordsWithoutComment(model, instruction).map(({ text }) => text));
  const sources = paths.slice(0, -1);
  return sources.length > 0 && sources.every(isPlain) ? sources : undefined;
}

/** The paths of a list of words, or of a JSON array that a trailing comment spoils. */
function jsonOrWords(words: readonly string[]): readonly string[] {
  return words.map((word) => word.replace(/^\[?["']|["'],?\]?$/g, ''));
}

function isPlain(source: string): boolean {
  return !/[$]|^<<|^[a-z][a-z0-9+.-]*:\/\/|^git@|\.git(?:#|$)/i.test(source) && !archive.test(source) && !source.startsWith('github.com/');
}

function useCopy({ text }: DockerfileModel, { keywordSpan, flags }: Instruction, sources: readonly string[]): Fix | undefined {
  const typed = text.slice(keywordSpan.start, keywordSpan.end);
  if (typed.length !== 3 || !flags.every(({ name }) => sharedFlags.has(name.toLowerCase()))) return undefined;
  const newText = typed === 'add' ? 'copy' : typed === 'Add' ? 'Copy' : 'COPY';
  return {
    title: { ko: '`COPY`로 바꾸기', en: 'Change to `COPY`' },
    edits: [{ span: keywordSpan, newText }],
    // A pattern may match an archive too.
    isPreferred: sources.every((source) => !/[*?[]/.test(source)),
  };
}
