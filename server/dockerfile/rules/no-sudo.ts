import { defineRule, type Fix } from '../../rule.ts';
import { baseImage } from '../images/base.ts';
import { rootImage } from '../images/users.ts';
import { inStage, type DockerfileModel } from '../model.ts';
import { runsOf, type Call, type Run } from '../packages/calls.ts';
import { carriedTo } from '../stages/carried.ts';

export const noSudo = defineRule<DockerfileModel>({
  id: 'dockerfile/no-sudo',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3004'],
  message: {
    ko: '빌드는 기본으로 root라 `sudo`가 필요 없습니다. 빼고, 사용자를 바꿀 때는 `USER`를 쓰세요.',
    en: 'A build runs as root, so `sudo` is not needed. Leave it out, and change users with `USER`.',
  },
  why: {
    ko: '대부분의 이미지에는 `sudo`가 없어 빌드가 실패합니다. 설치해 두면 컨테이너 안에서 root가 되는 길이 남고, 시그널 전달도 달라집니다.',
    en: 'Most images have no `sudo`, so the build fails. Once installed it leaves a way to become root in the container.',
  },
  note: 'dockerfile/USER',
  check(model, report) {
    const changed = carriedTo(model, false, (before, { keyword }) => before || keyword === 'USER');
    for (const run of runsOf(model)) {
      for (const call of run.calls) {
        const found = call.sudo ?? (call.program === 'sudo' ? call.words[0] : undefined);
        if (found)
          report({ at: found.span, ...inStage(run.stage), fix: () => leaveOut(model, run, call, changed.get(run.instruction) === false) });
      }
    }
  },
  examples: {
    bad: [
      {
        text: 'FROM debian:13\nRUN «sudo» apt-get update\n',
        fixed: 'FROM debian:13\nRUN apt-get update\n',
      },
      {
        text: 'from debian:13\r\nrun apt-get update && \\\r\n    # 설치\r\n    «sudo» -E A=1 apt-get install -y curl\r\n',
        fixed: 'from debian:13\r\nrun apt-get update && \\\r\n    # 설치\r\n    A=1 apt-get install -y curl\r\n',
      },
      { text: 'FROM debian:13\nONBUILD RUN «/usr/bin/sudo» id\n', fixed: 'FROM debian:13\nONBUILD RUN id\n' },
      { text: 'FROM postgres:17\nRUN «sudo» -u postgres initdb\n' },
      { text: 'FROM debian:13\nRUN «["sudo", "id"]»\n' },
    ],
    good: [
      'FROM debian:13\nRUN apt-get install -y sudo && echo "app ALL=(ALL) ALL" > /etc/sudoers.d/app\n',
      'FROM debian:13\nUSER root\nRUN apt-get update\nUSER app\n',
      'FROM debian:13\nRUN echo sudo\nCMD ["sudo", "id"]\n',
    ],
  },
});

function leaveOut(model: DockerfileModel, run: Run, { sudo, words, editable }: Call, isRoot: boolean): Fix | undefined {
  if (!sudo || !editable) return undefined;
  const between = model.text.slice(sudo.span.end, words[0].span.start);
  const options = /^\s+(?:(?:-[EHnS]+|--preserve-env|--non-interactive|--set-home)\s+)*/.exec(between);
  const rest = options ? between.slice(options[0].length) : between;
  // An option that names another user, or that we do not know.
  if (!options || /[\r\n]/.test(options[0]) || !/^(?:[A-Za-z_]\w*=\S*\s+)*$/.test(rest)) return undefined;
  const image = run.stage && baseImage(model, run.stage);
  return {
    title: { ko: '`sudo` 지우기', en: 'Remove `sudo`' },
    edits: [{ span: { start: sudo.span.start, end: sudo.span.end + options[0].length }, newText: '' }],
    isPreferred: isRoot && image !== undefined && rootImage(image) !== undefined,
  };
}
