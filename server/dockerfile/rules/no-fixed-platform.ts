import { defineRule } from '../../rule.ts';
import { unquoted } from '../arguments/quotes.ts';
import { flagsNamed } from '../instructions.ts';
import { stageResource, type DockerfileModel } from '../model.ts';

export const noFixedPlatform = defineRule<DockerfileModel>({
  id: 'dockerfile/no-fixed-platform',
  severity: 'info',
  presets: [],
  equivalents: ['hadolint:DL3029', 'buildkit:FromPlatformFlagConstDisallowed'],
  message: {
    ko: '`--platform={platform}`으로 고정하면 다른 CPU용으로 빌드할 수 없습니다. 지우거나 `$BUILDPLATFORM` 같은 변수를 쓰세요.',
    en: 'With the fixed `--platform={platform}` no image for another CPU can be built. Remove it, or use a variable such as `$BUILDPLATFORM`.',
  },
  why: {
    ko: 'Apple 실리콘이나 ARM 서버에서는 에뮬레이션으로 느리게 돌거나 실행되지 않습니다. 플랫폼은 `docker build --platform`으로 정하세요.',
    en: 'On Apple silicon or ARM servers it runs slowly under emulation, or not at all. Choose the platform with `docker build --platform`.',
  },
  note: 'dockerfile/FROM#--platform',
  check(model, report) {
    for (const stage of model.stages) {
      const [flag] = flagsNamed(stage.from, 'platform');
      const platform = unquoted(flag?.value ?? '');
      if (!flag || platform === '' || platform.includes('$')) continue;
      const name = stage.name?.text.toLowerCase() ?? '';
      // A stage that is named for its platform is chosen by that name.
      if (platform.split('/').some((part) => part !== '' && name.includes(part.toLowerCase()))) continue;
      report({ at: flag.span, data: { platform }, resource: stageResource(stage) });
    }
  },
  examples: {
    bad: [
      { text: 'FROM «--platform=linux/amd64» node:24\n' },
      { text: 'from \\\r\n  # 서버\r\n  «--platform=linux/arm64» \\\r\n  node:24 as app\r\n' },
      { text: 'FROM node:24 AS build\nFROM «--platform="linux/amd64"» nginx:1.30\n' },
    ],
    good: [
      'FROM node:24\n',
      'FROM --platform=$BUILDPLATFORM node:24 AS build\nFROM --platform=${TARGETPLATFORM} nginx:1.30\n',
      'FROM --platform=linux/amd64 node:24 AS build-amd64\nFROM --platform=linux/arm64 node:24 AS build-arm64\nFROM build-$TARGETARCH\n',
      'FROM --platform= node:24\n',
    ],
  },
});
