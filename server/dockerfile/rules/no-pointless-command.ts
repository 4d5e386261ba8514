import { perRun } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { mountsOf, mountType } from '../arguments/mounts.ts';
import { type DockerfileModel } from '../model.ts';

/** Those that hadolint names too. */
const shared: ReadonlySet<string> = new Set(['ssh', 'vim', 'shutdown', 'service', 'ps', 'free', 'top', 'kill', 'mount', 'ifconfig']);
const ours: ReadonlySet<string> = new Set(['vi', 'nano', 'reboot', 'poweroff', 'halt', 'htop']);

export const noPointlessCommand = defineRule<DockerfileModel>({
  id: 'dockerfile/no-pointless-command',
  severity: 'info',
  presets: [],
  equivalents: ['hadolint:DL3001'],
  message: {
    ko: '`{program}` 명령어는 빌드 중에 쓸모가 없습니다. 지우거나, 컨테이너가 시작될 때 하세요.',
    en: '`{program}` is of no use during a build. Remove it, or do it when the container starts.',
  },
  why: {
    ko: '빌드에는 화면도 init도 없고, 떠 있던 프로세스와 마운트는 `RUN`이 끝나면 사라집니다. 이미지에는 파일만 남습니다.',
    en: 'A build has neither a screen nor an init, and processes and mounts are gone when the `RUN` ends. Only files stay in the image.',
  },
  note: 'dockerfile/RUN',
  check: perRun((model, run, report) => {
    for (const { program, words, span, editable } of run.calls) {
      if (!shared.has(program) && !ours.has(program) && !startsService(words.map(({ value }) => value))) continue;
      if (program === 'ssh' && mountsOf(model, run.instruction).some((options) => mountType(options) === 'ssh')) continue;
      report({
        at: editable ? words[0].span : span,
        data: { program },
        ...(shared.has(program) ? {} : { equivalents: [] }),
      });
    }
  }),
  examples: {
    bad: [
      { text: 'FROM mysql:8.4\nRUN «service» mysql start\n' },
      { text: 'from debian:13\r\nrun echo a \\\r\n    # 상태\r\n    && «/usr/bin/top» -b -n 1\r\n' },
      { text: 'FROM debian:13\nONBUILD RUN «mount» /dev/sda1 /mnt\n' },
      { text: 'FROM debian:13\nRUN <<EOF\n«systemctl» start nginx\nEOF\n' },
      { text: 'FROM debian:13\nRUN «["vim", "/etc/hosts"]»\n' },
    ],
    good: [
      'FROM debian:13\nRUN apt-get install -y vim ssh && systemctl enable nginx\n',
      'FROM debian:13\nRUN --mount=type=ssh ssh -T git@github.com\n',
      'FROM debian:13\nRUN --mount=type=cache,target=/x echo free\nCMD ["top"]\n',
    ],
  },
});

function startsService([program = '', action = '']: readonly string[]): boolean {
  return program === 'systemctl' && /^(?:start|restart|stop|reload|daemon-reload)$/.test(action);
}
