import { defineRule } from '../../rule.ts';
import { readLocalCopy } from '../arguments/local-copy.ts';
import { unquoted } from '../arguments/quotes.ts';
import { readIgnoreFile } from '../cache/ignore-file.ts';
import { inStage, placedInstructions, type DockerfileModel } from '../model.ts';

export const copyNotIgnored = defineRule<DockerfileModel>({
  id: 'dockerfile/copy-not-ignored',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['buildkit:CopyIgnoredFile'],
  message: {
    ko: '`{source}`는 `{ignore}`가 빌드 컨텍스트에서 빼는 파일이라 복사할 수 없습니다. 그 파일에 `!{source}`를 더하거나 이 줄에서 빼세요.',
    en: '`{ignore}` keeps `{source}` out of the build context, so it cannot be copied. Add `!{source}` to that file, or take it out here.',
  },
  why: {
    ko: '빌더는 그 파일을 받지 못해 찾을 수 없다며 멈춥니다. 파일이 눈앞에 있어서 원인을 찾기 어렵습니다.',
    en: 'The builder never receives the file and stops because it is not found. With the file right there, the cause is hard to see.',
  },
  note: 'dockerfile/COPY',
  url: 'https://docs.docker.com/reference/build-checks/copy-ignored-file/',
  check(model, report, place) {
    const ignore = readIgnoreFile(place);
    if (!ignore) return;
    for (const { instruction, outer, stage } of placedInstructions(model)) {
      const copy = outer === instruction ? readLocalCopy(model, instruction) : undefined;
      for (const written of copy?.sources ?? []) {
        const source = unquoted(written);
        const path = source.replace(/^(?:\.?\/)+/, '').replace(/\/$/, '');
        // A pattern may match other files too; an address is not in the context.
        if (path === '' || path === '.' || /[$*?[\]]|^[a-z][a-z\d+.-]*:\/\/|^git@|\.git(?:#|$)/i.test(source) || !ignore.leavesOut(path))
          continue;
        report({ at: copy?.argumentsSpan ?? instruction.span, data: { source: path, ignore: ignore.path }, ...inStage(stage) });
        break;
      }
    }
  },
  examples: {
    bad: [
      { text: 'FROM node:24\nCOPY «.env /app/»\n', files: { '.dockerignore': '.env\n' } },
      { text: 'FROM node:24\nADD «./dist/app.js "/app/"»\n', files: { '.dockerignore': 'node_modules\ndist/\n' } },
      {
        text: 'from node:24\r\ncopy «package.json \\\r\n  # 문서\r\n  docs/guide.md \\\r\n  /app/»\r\n',
        files: { 'Dockerfile.dockerignore': '**/*.md\r\n!README.md\r\n', '.dockerignore': 'package.json' },
      },
      { text: 'FROM node:24\nCOPY «["a b.txt", "/"]»\n', files: { '.dockerignore': '*\n!src\n' } },
    ],
    good: [
      'FROM node:24\nCOPY .env /app/\n',
      { text: 'FROM node:24\nCOPY . .\nCOPY ./src ./\nCOPY *.md ./\n', files: { '.dockerignore': '*\n!src\n!*.md\n' } },
      { text: 'FROM node:24\nCOPY --from=build /app/dist /app\n', files: { '.dockerignore': 'app\n' } },
      { text: 'FROM node:24\nADD https://example.com/a.md /\nCOPY $FILE /\n', files: { '.dockerignore': '**\n' } },
      { text: 'FROM node:24\nCOPY a.md /\n', files: { '.dockerignore': '# a.md\n' } },
      { text: 'FROM node:24\nCOPY <<EOF a.md\nhi\nEOF\n', files: { '.dockerignore': '*.md\n' } },
      { text: 'FROM node:24\nONBUILD COPY a.md /\n', files: { '.dockerignore': '*.md\n' } },
    ],
  },
});
