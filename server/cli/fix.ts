import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { applySafeFixes } from '../core.ts';
import { fill, type Locale, type Localized } from '../locale.ts';
import { oneOf, readArguments } from './arguments.ts';
import { openBatch, tellForeign, type BatchFile } from './batch.ts';
import type { Command } from './command.ts';
import { UsageError, type Io } from './io.ts';
import { harmless, showPath, styleOf, type Style } from './terminal.ts';
import { replaceFile } from './replace-file.ts';

const words = {
  fixed: { ko: '고침: {path}', en: 'fixed {path}' },
  nothing: { ko: '고칠 것이 없습니다.', en: 'Nothing to fix.' },
} satisfies Record<string, Localized>;

/** `mulgil fix`: applies every fix that is safe to apply unseen. */
export const fix: Command = {
  help: {
    en: `Usage: mulgil fix [options] PATH…

Applies the safe fixes to files, or to all files in a folder. What needs a decision is left for you: see \`mulgil lint\`.

  --dry-run                  print what would change, as a patch, and change nothing
  --preset recommended|all   which rules to run (recommended)
  --config FILE              read FILE instead of .mulgil.yaml
  --language ko|en|auto      language of messages (auto: as the system)
  --help                     print this

Exit code: 0 done, 2 wrong usage, or a file that cannot be read, written or is not UTF-8.
`,
    ko: `사용법: mulgil fix [옵션] 경로…

파일이나 폴더 안의 모든 파일에 안전한 수정을 적용합니다. 판단이 필요한 문제는 남겨 둡니다. \`mulgil lint\`로 확인하세요.

  --dry-run                  아무것도 바꾸지 않고 바뀔 내용을 패치로 출력
  --preset recommended|all   실행할 규칙 (recommended)
  --config 파일              .mulgil.yaml 대신 읽을 파일
  --language ko|en|auto      메시지 언어 (auto: 시스템을 따름)
  --help                     이 도움말

종료 코드: 0 완료, 2 잘못된 사용법, 읽거나 쓸 수 없는 파일, UTF-8이 아닌 파일.
`,
  },
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, {
      'dry-run': { type: 'boolean', default: false },
      preset: { type: 'string' },
      config: { type: 'string' },
      language: { type: 'string' },
    });
    if (positionals.includes('-')) throw new UsageError('fix changes files; it does not read standard input');
    const preset = oneOf('preset', values.preset, ['recommended', 'all']);
    const language = oneOf('language', values.language, ['ko', 'en', 'auto']);
    const options = { ...(preset ? { preset } : {}), ...(language ? { language } : {}) };
    const { files, run } = await openBatch({ paths: positionals, config: values.config, options }, io);

    const changed: { readonly file: BatchFile; readonly text: string }[] = [];
    let refused = false;
    for (const file of files) {
      const { path } = file;
      const findingsIn = (text: string) => {
        run.know({ path, text });
        return run.check({ path, text })?.findings ?? [];
      };
      if (!run.check(file)) tellForeign(file, io);
      else if (!file.valid) {
        io.err(`mulgil: ${showPath(path)} is not changed: it is not valid UTF-8`);
        refused = true;
      } else {
        const text = applySafeFixes(file.text, findingsIn);
        if (text !== file.text) changed.push({ file, text });
      }
    }
    for (const { file, text } of changed) {
      if (values['dry-run']) io.out(patch(file, text, io));
      else await write(file, text, run.locale, io);
    }
    if (changed.length === 0 && !refused) io.err(words.nothing[run.locale]);
    return refused ? 2 : 0;
  },
};

async function write({ path, absolute, bom, text: before }: BatchFile, after: string, locale: Locale, io: Io): Promise<void> {
  const mark = bom ? '\uFEFF' : '';
  await replaceFile(absolute, mark + before, mark + after, showPath(path));
  io.out(`${fill(words.fixed[locale], { path: showPath(path) })}\n`);
}

/** A unified diff that `patch -p1` and `git apply` take; on a terminal, coloured and without control characters. */
function patch({ path, bom, text: before }: BatchFile, after: string, io: Io): string {
  const mark = bom ? '\uFEFF' : '';
  const name = showPath(path);
  const diff = createTwoFilesPatch(`a/${name}`, `b/${name}`, mark + before, mark + after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  if (!io.isTerminal) return diff;
  const style = styleOf(io);
  return diff
    .split('\n')
    .map((line) => colour(harmless(line.replace(/\r$/, '')), style))
    .join('\n');
}

function colour(line: string, style: Style): string {
  if (line.startsWith('---') || line.startsWith('+++')) return style.bold(line);
  if (line.startsWith('@@')) return style.cyan(line);
  if (line.startsWith('-')) return style.red(line);
  return line.startsWith('+') ? style.green(line) : line;
}
