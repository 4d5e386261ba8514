import { defineRule, type Fix } from '../../rule.ts';
import { isWholeContext, readLocalCopy } from '../arguments/local-copy.ts';
import { readIgnoreFile } from '../cache/ignore-file.ts';
import { imageName } from '../../image.ts';
import { baseImage } from '../images/base.ts';
import { inStage, placedInstructions, type DockerfileModel } from '../model.ts';

export const useDockerignore = defineRule<DockerfileModel, { readonly leftOut: readonly string[] }>({
  id: 'dockerfile/use-dockerignore',
  severity: 'info',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`.dockerignore`가 없어 `.git`, `.env`, `node_modules` 같은 파일까지 이미지에 들어갈 수 있습니다. Dockerfile 옆에 만드세요.',
    en: 'Without a `.dockerignore` even `.git`, `.env` or `node_modules` may get into the image. Create one beside the Dockerfile.',
  },
  variants: {
    poor: {
      ko: '`{file}`에 {paths}가 없어 이미지에 들어갈 수 있습니다. 제외할 경로에 추가하세요.',
      en: '`{file}` does not leave out {paths}, which may get into the image. Add what is missing to it.',
    },
  },
  why: {
    ko: '컨텍스트 전체를 복사하면 비밀 값과 커밋 이력이 이미지에 남고, 상관없는 파일이 바뀌어도 캐시가 깨집니다.',
    en: 'Copying the whole context leaves secrets and history in the image, and changes of unrelated files break the cache.',
  },
  note: 'dockerfile/COPY',
  url: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  options: { leftOut: ['.git', '.env'] },
  check(model, report, { options, workspace, path }) {
    for (const { instruction, outer, stage } of placedInstructions(model)) {
      // What ONBUILD holds back copies another project's files.
      const copy = outer === instruction ? readLocalCopy(model, instruction) : undefined;
      if (!copy || !isWholeContext(copy)) continue;
      const about = { at: copy.argumentsSpan, ...inStage(stage) };
      const ignored = readIgnoreFile({ path, workspace });
      const image = stage && baseImage(model, stage);
      const isNode = image !== undefined && imageName(image) === 'node';
      const wanted = isNode && options.leftOut.length > 0 ? [...options.leftOut, 'node_modules'] : options.leftOut;
      if (ignored === null) {
        report({ ...about, fix: () => create(path, isNode) });
      } else if (ignored) {
        const missing = wanted.filter((name) => !ignored.leavesOut(name));
        if (missing.length > 0)
          report({ ...about, variant: 'poor', data: { file: ignored.path, paths: missing.map((name) => `\`${name}\``).join(', ') } });
      }
      return;
    }
  },
  examples: {
    bad: [
      {
        text: 'FROM node:24\nCOPY «. .»\n',
        fixed: 'FROM node:24\nCOPY . .\n',
        creates: [{ path: '.dockerignore', text: '.git\n.gitignore\n.env\nnode_modules\nnpm-debug.log\n' }],
      },
      {
        text: 'from golang:1.26\r\nadd \\\r\n  # 소스\r\n  «./ /src/»\r\ncopy . /again\r\n',
        fixed: 'from golang:1.26\r\nadd \\\r\n  # 소스\r\n  ./ /src/\r\ncopy . /again\r\n',
        creates: [{ path: '.dockerignore', text: '.git\n.gitignore\n.env\n' }],
      },
      { text: 'FROM node:24\nCOPY «. .»\n', files: { '.dockerignore': '.git\nnode_modules\n' } },
      { text: 'FROM python:3.13\nCOPY «. .»\n', files: { '.dockerignore': '.git\n.env\n', 'Dockerfile.dockerignore': '*.md\n' } },
    ],
    good: [
      { text: 'FROM node:24\nCOPY . .\n', files: { '.dockerignore': '# 제외\n.git\n**/.env\n**/node_modules\n' } },
      { text: 'FROM golang:1.26\nCOPY . .\n', files: { 'Dockerfile.dockerignore': '*\n!cmd\n' } },
      { text: 'FROM node:24\nCOPY . .\n', files: { '.dockerignore': '\n' }, options: { leftOut: [] } },
      'FROM node:24\nCOPY src package.json ./\nCOPY --from=build . .\nONBUILD COPY . .\n',
      'FROM node:24\r\nCOPY <<EOF .\r\nx\r\nEOF\r\nCOPY --exclude=.git . .\r\n',
    ],
  },
});

function create(dockerfile: string, isNode: boolean): Fix {
  const folder = dockerfile.slice(0, dockerfile.lastIndexOf('/') + 1);
  const lines = ['.git', '.gitignore', '.env', ...(isNode ? ['node_modules', 'npm-debug.log'] : [])];
  return {
    title: { ko: '`.dockerignore` 만들기', en: 'Create a `.dockerignore`' },
    edits: [],
    creates: [{ path: `${folder}.dockerignore`, text: `${lines.join('\n')}\n` }],
  };
}
