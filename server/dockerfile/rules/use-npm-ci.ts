import { defineRule } from '../../rule.ts';
import { copiesFile, isWholeContext, readLocalCopy, type LocalCopy } from '../arguments/local-copy.ts';
import { inStage, type DockerfileModel } from '../model.ts';
import { runsOf } from '../packages/calls.ts';
import { hasOption, packageCalls, type PackageCall } from '../packages/read.ts';
import { carriedTo } from '../stages/carried.ts';

export const useNpmCi = defineRule<DockerfileModel>({
  id: 'dockerfile/use-npm-ci',
  severity: 'info',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '잠금 파일이 있어도 `npm {subcommand}` 명령어로는 다른 버전이 설치될 수 있습니다. `npm ci`를 쓰세요.',
    en: 'There is a lock file, yet `npm {subcommand}` may install other versions. Use `npm ci`.',
  },
  why: {
    ko: '`npm ci`는 잠금 파일에 적힌 그대로만 설치하고, `package.json`과 어긋나면 실패합니다. 그래서 어디서 빌드해도 같은 의존성이 들어갑니다.',
    en: '`npm ci` installs exactly what the lock file says and fails when `package.json` disagrees, so every build has the same dependencies.',
  },
  note: 'dockerfile/RUN',
  url: 'https://docs.npmjs.com/cli/commands/npm-ci',
  check(model, report, { workspace, path }) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const isThere = (file: string): boolean => typeof workspace.read(folder + file) === 'string';
    const hasLock = carriedTo(model, false, (before, instruction) => {
      const copy = before ? undefined : readLocalCopy(model, instruction);
      return before || (copy !== undefined && bringsLock(copy, isThere));
    });
    for (const run of runsOf(model)) {
      if (!hasLock.get(run.instruction)) continue;
      for (const call of packageCalls(run.calls)) {
        if (call.manager.name !== 'npm' || !installsAll(call)) continue;
        const { subcommand } = call;
        if (!subcommand) continue;
        report({
          at: call.span,
          data: { subcommand: subcommand.value },
          ...inStage(run.stage),
          fix: () =>
            call.call.editable
              ? {
                  title: { ko: '`npm ci`로 바꾸기', en: 'Change to `npm ci`' },
                  // It fails when the lock file is out of date, so it is not to be applied unseen.
                  edits: [{ span: subcommand.span, newText: 'ci' }],
                }
              : undefined,
        });
      }
    }
  },
  examples: {
    bad: [
      {
        text: 'FROM node:24\nCOPY package.json package-lock.json ./\nRUN «npm install»\n',
        fixed: 'FROM node:24\nCOPY package.json package-lock.json ./\nRUN npm ci\n',
      },
      {
        text: 'from node:24 as base\r\ncopy app/package-lock.json /app/\r\nfrom base\r\nrun cd /app \\\r\n    # 설치\r\n    && «npm i» --omit=dev\r\n',
        fixed:
          'from node:24 as base\r\ncopy app/package-lock.json /app/\r\nfrom base\r\nrun cd /app \\\r\n    # 설치\r\n    && npm ci --omit=dev\r\n',
      },
      {
        text: 'FROM node:24\nCOPY package*.json ./\nRUN <<EOF\n«npm install»\nEOF\n',
        fixed: 'FROM node:24\nCOPY package*.json ./\nRUN <<EOF\nnpm ci\nEOF\n',
        files: { 'package-lock.json': '{}' },
      },
      { text: 'FROM node:24\nCOPY . .\nRUN «["npm", "install"]»\n', files: { 'npm-shrinkwrap.json': '{}' } },
      {
        text: 'FROM node:24\nONBUILD COPY package-lock.json ./\nONBUILD RUN «npm install»\n',
        fixed: 'FROM node:24\nONBUILD COPY package-lock.json ./\nONBUILD RUN npm ci\n',
      },
    ],
    good: [
      'FROM node:24\nCOPY package.json package-lock.json ./\nRUN npm ci\n',
      'FROM node:24\nCOPY package*.json ./\nRUN npm install\n',
      'FROM node:24\nCOPY package.json ./\nRUN npm install\nCOPY package-lock.json ./\n',
      'FROM node:24\nCOPY package-lock.json ./\nRUN npm install -g pnpm && npm install express && npm install --package-lock-only\n',
      'FROM node:24\nCOPY package-lock.json ./\nRUN yarn install && npm run install\n',
    ],
  },
});

function installsAll(call: PackageCall): boolean {
  const { manager, subcommand, operands } = call;
  if (!subcommand || !manager.install.has(subcommand.value) || subcommand.value === 'add' || operands.length > 0) return false;
  return !hasOption(call, ['--global', '-g', '--package-lock-only', '--dry-run', '--help', '--no-package-lock', '--force']);
}

function bringsLock(copy: LocalCopy, isThere: (file: string) => boolean): boolean {
  return ['package-lock.json', 'npm-shrinkwrap.json'].some(
    (file) =>
      copy.sources.some((source) => source === file || source.endsWith(`/${file}`)) ||
      ((isWholeContext(copy) || copiesFile(copy, file)) && isThere(file)),
  );
}
