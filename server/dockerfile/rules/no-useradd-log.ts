import { perRun } from '../per-instruction.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { type DockerfileModel } from '../model.ts';
import { type Call } from '../packages/calls.ts';

export const noUseraddLog = defineRule<DockerfileModel>({
  id: 'dockerfile/no-useradd-log',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3046'],
  message: {
    ko: 'UID가 {uid}처럼 크면 `useradd`가 거대한 로그 파일을 만들어 이미지가 커집니다. `-l`을 붙이세요.',
    en: 'With a UID as high as {uid}, `useradd` writes a huge log file into the image. Add `-l`.',
  },
  why: {
    ko: '`lastlog`와 `faillog`는 UID 순서대로 자리를 차지하는 성긴 파일입니다. 레이어에 담길 때 빈 자리까지 채워져 수백 MB에서 수 GB가 되기도 합니다.',
    en: '`lastlog` and `faillog` are sparse files with a place for every UID up to the highest. A layer may store the holes too, which makes hundreds of megabytes or more.',
  },
  note: 'dockerfile/USER',
  check: perRun((model, run, report) => {
    for (const call of run.calls) {
      const uid = call.program === 'useradd' ? highUid(call) : undefined;
      if (uid !== undefined) report({ at: call.span, data: { uid }, fix: () => noLog(call) });
    }
  }),
  examples: {
    bad: [
      {
        text: 'FROM debian:13\nRUN «useradd -u 1234567 app»\n',
        fixed: 'FROM debian:13\nRUN useradd -l -u 1234567 app\n',
      },
      {
        text: 'from debian:13\r\nrun groupadd app \\\r\n    # 사용자\r\n    && «useradd --uid=999999 \\\r\n        app»\r\n',
        fixed: 'from debian:13\r\nrun groupadd app \\\r\n    # 사용자\r\n    && useradd -l --uid=999999 \\\r\n        app\r\n',
      },
      { text: 'FROM debian:13\nONBUILD RUN «useradd -mu123456 app»\n', fixed: 'FROM debian:13\nONBUILD RUN useradd -l -mu123456 app\n' },
      { text: 'FROM debian:13\nRUN «["useradd", "--uid", "123456", "app"]»\n' },
    ],
    good: [
      'FROM debian:13\nRUN useradd -l -u 1234567 app\n',
      'FROM debian:13\nRUN useradd --no-log-init -u 1234567 app && useradd -lmu 1234567 b\n',
      'FROM debian:13\nRUN useradd -u 10001 app\nRUN useradd app\nRUN useradd -u $UID app\nRUN useradd\n',
      'FROM alpine:3.22\nRUN adduser -D -u 1234567 app\n',
    ],
  },
});

/** The UID given to a `useradd` that would log it, when it has more than five digits. */
function highUid({ words }: Call): string | undefined {
  let uid: string | undefined;
  for (const [index, { value }] of words.entries()) {
    if (value === '--no-log-init' || (/^-[A-Za-z]+$/.test(value) && value.includes('l'))) return undefined;
    const joined = /^(?:--uid=|-[A-Za-z]*u)(\d+)$/.exec(value)?.[1];
    if (joined !== undefined) uid = joined;
    else if (/^(?:--uid|-[A-Za-z]*u)$/.test(value)) uid = words[index + 1]?.value;
  }
  return uid !== undefined && /^0*[1-9]\d{5,}$/.test(uid) ? uid : undefined;
}

function noLog({ words: [program], editable }: Call): Fix | undefined {
  if (!editable) return undefined;
  return {
    title: { ko: '`-l` 붙이기', en: 'Add `-l`' },
    edits: [{ span: { start: program.span.end, end: program.span.end }, newText: ' -l' }],
    isPreferred: true,
  };
}
