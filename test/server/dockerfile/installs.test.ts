import assert from 'node:assert/strict';
import { isIndependent, readInstall } from '../../../server/dockerfile/installs/read.ts';
import type { ShellCommand } from '../../../server/dockerfile/shell.ts';

function command(text: string): ShellCommand {
  return { words: text.split(' '), span: { start: 0, end: text.length } };
}

describe('commands that install dependencies', () => {
  const installs: readonly (readonly [command: string, name: string, files: string | undefined])[] = [
    ['npm ci --omit=dev', 'npm ci', 'package.json package-lock.json'],
    ['npm --loglevel error install', 'npm install', 'package*.json'],
    ['npm ci --prefix web', 'npm ci', undefined],
    ['yarn', 'yarn', undefined],
    ['yarn install --frozen-lockfile', 'yarn install', undefined],
    ['pnpm i --frozen-lockfile', 'pnpm i', undefined],
    ['pip3 install --no-cache-dir -r requirements.txt', 'pip install -r requirements.txt', 'requirements.txt'],
    ['/venv/bin/pip install -rdev.txt --requirement=./prod.txt', 'pip install -r dev.txt', 'dev.txt prod.txt'],
    ['pip install -r ./requirements.txt -c limits.txt', 'pip install -r ./requirements.txt', undefined],
    ['pip install -r ./requirements.txt', 'pip install -r ./requirements.txt', 'requirements.txt'],
    ['python3.13 -m pip install -r a/b.txt', 'pip install -r a/b.txt', 'a/'],
    ['uv pip install -r requirements.txt', 'pip install -r requirements.txt', 'requirements.txt'],
    ['pip install -r /app/requirements.txt', 'pip install -r /app/requirements.txt', undefined],
    ['pip install -r ../x.txt', 'pip install -r ../x.txt', undefined],
    ['poetry install --only main', 'poetry install', undefined],
    ['uv sync --frozen', 'uv sync', undefined],
    ['bundle install', 'bundle install', undefined],
    ['dotnet publish App.csproj', 'dotnet publish', undefined],
    ['go mod download', 'go mod download', 'go.mod go.sum'],
    ['go build -o app ./cmd/app', 'go build', 'go.mod go.sum'],
    ['gradle -x test :api:bootJar', 'gradle :api:bootJar', 'settings.gradle* build.gradle*'],
    ['./gradlew clean build', './gradlew build', 'gradlew settings.gradle* build.gradle* gradle/'],
    ['./mvnw -q package', './mvnw package', 'mvnw pom.xml .mvn/'],
    ['mvn -f app/pom.xml package', 'mvn package', undefined],
  ];
  for (const [text, name, files] of installs) {
    it(`knows ${text}`, () => {
      const install = readInstall(command(text));
      assert.equal(install?.name, name);
      assert.equal(install.manifests?.flatMap(({ from }) => from).join(' '), files);
    });
  }

  const others = [
    'npm install -g pnpm',
    'npm install express',
    'npm run build',
    'yarn build',
    'yarn --version',
    'pnpm add x',
    'pnpm install x',
    'pip install flask',
    'pip install .',
    'pip install -r a.txt -e .',
    'go install example.com/tool@v1',
    'go build -mod=vendor',
    'gradle --version',
    'gradle clean',
    'mvn --version',
    'constructor',
    '',
  ];
  for (const text of others) it(`takes no ${text || 'empty command'}`, () => assert.equal(readInstall(command(text)), undefined));

  it('tells what has nothing to do with the sources', () => {
    for (const text of [
      'apt-get install -y curl',
      'npm install -g pnpm',
      'npm cache clean --force',
      'pip install --upgrade pip',
      'corepack enable',
    ])
      assert.ok(isIndependent(command(text)), text);
    for (const text of [
      'npm run build',
      'npm install',
      'pip install .',
      'pip install ./lib',
      'pip install -r a.txt',
      'make',
      'cd app',
      './configure',
    ])
      assert.ok(!isIndependent(command(text)), text);
  });
});
