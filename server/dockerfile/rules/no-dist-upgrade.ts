import { perRun } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { type DockerfileModel } from '../model.ts';
import { packageCalls } from '../packages/read.ts';

export const noDistUpgrade = defineRule<DockerfileModel>({
  id: 'dockerfile/no-dist-upgrade',
  severity: 'info',
  presets: [],
  equivalents: ['hadolint:DL3035'],
  message: {
    ko: '`{command}` 명령어로 시스템 전체를 올리지 말고, 새 베이스 이미지 태그를 쓰세요.',
    en: 'Move to a newer base image instead of upgrading the whole system with `{command}`.',
  },
  why: {
    ko: '바뀐 파일이 전부 새 레이어에 한 번 더 담겨 이미지가 커지고, 빌드하는 날마다 결과가 달라집니다.',
    en: 'Every changed file is in the image twice, and the result depends on the day of the build.',
  },
  note: 'dockerfile/FROM',
  check: perRun((model, run, report) => {
    for (const { manager, program, subcommand, span } of packageCalls(run.calls)) {
      const isZypper = manager.name === 'zypper' && /^(?:dist-upgrade|dup)$/.test(subcommand?.value ?? '');
      const isApt = manager.name === 'apt' && /^(?:dist-upgrade|full-upgrade)$/.test(subcommand?.value ?? '');
      if (!isZypper && !isApt) continue;
      const command = `${program} ${subcommand?.value ?? ''}`;
      report({ at: span, data: { command }, ...(isApt ? { equivalents: [] } : {}) });
    }
  }),
  examples: {
    bad: [
      { text: 'FROM opensuse/leap:16\nRUN «zypper -n dup»\n' },
      { text: 'from opensuse/leap:16\r\nonbuild run zypper ref \\\r\n    # 전부\r\n    && «zypper dist-upgrade» -y\r\n' },
      { text: 'FROM debian:13\nRUN apt-get update && «apt-get dist-upgrade» -y\n' },
    ],
    good: [
      'FROM opensuse/leap:16\nRUN zypper -n up && zypper -n in dup\n',
      'FROM debian:13\nRUN apt-get update && apt-get upgrade -y\n',
      'FROM debian:13\nRUN echo zypper dup\n',
    ],
  },
});
