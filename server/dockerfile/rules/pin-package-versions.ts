import { perRun } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { type DockerfileModel } from '../model.ts';
import type { ManagerName } from '../packages/managers.ts';
import { unpinnedPackages } from '../packages/pins.ts';
import { packageCalls, type PackageCall } from '../packages/read.ts';

/** How a version is written, and the rule of hadolint for it. */
const forms: Readonly<Partial<Record<ManagerName, readonly [form: string, hadolint: string]>>> = {
  apt: ['{name}=1.2.*', 'DL3008'],
  pip: ['{name}==1.2.3', 'DL3013'],
  pipx: ['{name}==1.2.3', 'DL3013'],
  npm: ['{name}@1.2.3', 'DL3016'],
  apk: ['{name}=~1.2', 'DL3018'],
  gem: ['{name}:1.2.3', 'DL3028'],
  yum: ['{name}-1.2', 'DL3033'],
  zypper: ['{name}=1.2', 'DL3037'],
  dnf: ['{name}-1.2', 'DL3041'],
  go: ['{name}@v1.2.3', 'DL3062'],
};

export const pinPackageVersions = defineRule<DockerfileModel>({
  id: 'dockerfile/pin-package-versions',
  severity: 'info',
  presets: [],
  equivalents: Object.values(forms)
    .flatMap(([, id]) => (id === 'DL3013' ? [] : `hadolint:${id}`))
    .concat('hadolint:DL3013'),
  message: {
    ko: '{packages}의 버전을 정하지 않아 빌드할 때마다 다른 버전이 설치될 수 있습니다. `{form}`처럼 적으세요.',
    en: '{packages} may be another version in every build. State the version: `{form}`.',
  },
  why: {
    ko: '같은 Dockerfile로 어제는 되던 빌드가 오늘 깨지거나 다르게 동작하면 원인을 찾기 어렵습니다. 다만 배포판은 오래된 버전을 지우기도 하므로, OS 패키지는 베이스 이미지를 다이제스트로 고정하는 것도 방법입니다.',
    en: 'When the build of yesterday breaks or behaves in another way today, the cause is hard to find. Distributions drop old versions though, so for OS packages a base image pinned by digest may do as well.',
  },
  note: 'dockerfile/RUN',
  check: perRun((model, run, report) => {
    for (const call of packageCalls(run.calls)) {
      const [first, ...others] = unpinnedPackages(call);
      const known = forms[call.manager.name];
      if (!first || !known) continue;
      const [, id] = known;
      const named = [first, ...others.slice(0, 2)].map(({ value }) => `\`${value.replaceAll('`', '')}\``).join(', ');
      report({
        at: first.span,
        data: {
          packages: others.length > 2 ? `${named} …` : named,
          form: formOf(call, first.value.replaceAll('`', '')),
        },
        equivalents: [`hadolint:${id}`],
      });
    }
  }),
  examples: {
    bad: [
      { text: 'FROM debian:13\nRUN apt-get update && apt-get install -y «curl» git=1:2.47.* vim\n' },
      { text: 'from alpine:3.22\r\nrun apk add --no-cache \\\r\n    # 빌드 도구\r\n    --virtual .build \\\r\n    «gcc»\r\n' },
      { text: 'FROM python:3.13\nRUN <<EOF\npython3 -m pip install --no-cache-dir «flask»\nEOF\n' },
      { text: 'FROM python:3.13\nRUN pip install «git+https://git@example.com/a/b.git#egg=b»\n' },
      { text: 'FROM python:3.13\nRUN pipx install «"black"»\n' },
      { text: 'FROM node:24\nONBUILD RUN npm install -g «@vue/cli» npm@11\n' },
      { text: 'FROM ruby:3.4\nRUN gem install «bundler» rake:13.3.0\n' },
      { text: 'FROM rockylinux:9\nRUN yum -y install «rpm-sign» java-17-openjdk-17.0.9\n' },
      { text: 'FROM fedora:43\nRUN sudo dnf -y module install «nodejs»\n' },
      { text: 'FROM opensuse/leap:16\nRUN zypper -n in «tar» gzip=1.13\n' },
      { text: 'FROM golang:1.26\nRUN go install -ldflags "-s -w" «golang.org/x/tools/cmd/goimports@latest»\n' },
      { text: 'FROM node:24\nRUN ["npm", "ci"]\nRUN «["npm", "install", "-g", "pnpm"]»\n' },
    ],
    good: [
      'FROM debian:13\nRUN apt-get install -t trixie-backports ./a.deb /tmp/b.deb $PACKAGES "curl=${CURL}" git/stable\n',
      'FROM alpine:3.22\nRUN apk add --no-cache -X https://example.com/edge git=~2.52 "a>1" b.apk && apk del curl\n',
      'FROM python:3.13\nRUN pip install -r requirements.txt && pip install flask -c limits.txt && pip install -e . && pip install .\n',
      "FROM python:3.13\nRUN pip install 'a<2' b==1 c.whl ./d git+https://example.com/a.git@v1#egg=a https://example.com/e.zip\n",
      'FROM node:24\nRUN npm ci && npm install && npm run install express && npm i ../x ~/y a@1 @b/c@2 d.tgz e/f#v1\n',
      'FROM ruby:3.4\nRUN gem install rails -v 8.1.0 && gem install a:1 -- --with-b c\n',
      'FROM fedora:43\nRUN dnf -y install a-1.2 b-1:2.3-4.fc43 @core c.rpm && dnf -y group install "Development Tools"\n',
      'FROM golang:1.26\nRUN go install ./cmd/app && go run . && go get example.com/a@v1 && go run example.com/b@v2 c d\n',
      'FROM debian:13\nRUN echo apt-get install curl\nRUN\nCMD pip install flask\n',
    ],
  },
});

/** How the package is written with a version. */
function formOf({ manager, scope }: PackageCall, typed: string): string {
  const name = typed.replace(/@latest$/, '');
  if (/:\/\//.test(name)) return `${name.split('#', 1)[0] ?? ''}${manager.name === 'npm' ? '#' : '@'}v1.2.3`;
  if (scope === 'module') return `${name}:1.2`;
  return (forms[manager.name]?.[0] ?? '{name}').replace('{name}', () => name);
}
