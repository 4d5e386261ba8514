import { defineRule, type Fix } from '../../rule.ts';
import { imageName } from '../../image.ts';
import { baseImage } from '../images/base.ts';
import { inStage, type DockerfileModel } from '../model.ts';
import { runsOf, type Call, type Run } from '../packages/calls.ts';

export const quietWget = defineRule<DockerfileModel>({
  id: 'dockerfile/quiet-wget',
  severity: 'info',
  presets: [],
  equivalents: ['hadolint:DL3047'],
  message: {
    ko: '`wget`의 진행 표시가 빌드 로그를 가득 채웁니다. `--progress=dot:giga`나 `-nv`를 붙이세요.',
    en: 'The progress of `wget` fills the build log. Add `--progress=dot:giga` or `-nv`.',
  },
  why: {
    ko: '화면이 없는 빌드에서는 진행 막대가 수천 줄로 찍혀, 정작 봐야 할 오류가 묻힙니다.',
    en: 'Without a screen the progress bar is printed as thousands of lines, and the error that matters drowns in them.',
  },
  note: 'dockerfile/RUN',
  check(model, report) {
    for (const run of runsOf(model)) {
      for (const call of run.calls)
        if (call.program === 'wget' && isLoud(call)) report({ at: call.span, ...inStage(run.stage), fix: () => calm(model, run, call) });
    }
  },
  examples: {
    bad: [
      {
        text: 'FROM debian:13\nRUN «wget https://example.com/a.tgz»\n',
        fixed: 'FROM debian:13\nRUN wget --progress=dot:giga https://example.com/a.tgz\n',
      },
      {
        text: 'from alpine:3.22\r\nrun apk add --no-cache a \\\r\n    # 내려받기\r\n    && «wget -O /a \\\r\n        https://example.com/a»\r\n',
        fixed:
          'from alpine:3.22\r\nrun apk add --no-cache a \\\r\n    # 내려받기\r\n    && wget -q -O /a \\\r\n        https://example.com/a\r\n',
      },
      { text: 'FROM debian:13\nONBUILD RUN «["wget", "https://example.com/a"]»\n' },
    ],
    good: [
      'FROM debian:13\nRUN wget --progress=dot:giga a.b/c && wget -q a.b/c && wget -nv a.b/c && wget --no-verbose a.b/c\n',
      'FROM debian:13\nRUN wget -qO- a.b/c && wget -o /log a.b/c && wget --append-output=/log a.b/c\n',
      'FROM debian:13\nRUN wget --version && echo wget && wget\n',
    ],
  },
});

function isLoud({ words }: Call): boolean {
  const options = words.slice(1).map(({ value }) => value);
  if (!options.some((value) => !value.startsWith('-'))) return false;
  return !options.some((value) =>
    /^--(?:progress|quiet|no-verbose|output-file|append-output|background|spider|version|help)\b|^-nv|^-(?!-)[A-Za-z]*?[qoabV]/.test(value),
  );
}

function calm(model: DockerfileModel, { stage }: Run, { words: [program], editable }: Call): Fix | undefined {
  if (!editable) return undefined;
  const image = stage && baseImage(model, stage);
  // The one of BusyBox does not know the other option.
  const option = image && /alpine|busybox/.test(`${imageName(image)}:${image.tag ?? ''}`) ? '-q' : '--progress=dot:giga';
  return {
    title: { ko: `\`${option}\` 붙이기`, en: `Add \`${option}\`` },
    edits: [{ span: { start: program.span.end, end: program.span.end }, newText: ` ${option}` }],
  };
}
