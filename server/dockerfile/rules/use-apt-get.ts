import { perRun } from '../per-instruction.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { type DockerfileModel } from '../model.ts';
import { packageCalls, type PackageCall } from '../packages/read.ts';

export const useAptGet = defineRule<DockerfileModel>({
  id: 'dockerfile/use-apt-get',
  severity: 'info',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3027'],
  message: {
    ko: '`apt`는 사람이 쓰는 명령어라 동작과 출력이 바뀔 수 있습니다. 빌드에서는 `{instead}` 쪽을 쓰세요.',
    en: '`apt` is made for people: what it does and prints may change. Use `{instead}` in a build.',
  },
  why: {
    ko: '`apt` 스스로도 스크립트에서 쓰면 인터페이스가 안정적이지 않다고 경고합니다. `apt-get`은 같은 일을 하고 옵션이 바뀌지 않습니다.',
    en: '`apt` itself warns scripts that its interface is not stable. `apt-get` does the same and keeps its options.',
  },
  note: 'dockerfile/RUN',
  check: perRun((model, run, report) => {
    for (const call of packageCalls(run.calls)) {
      if (call.program !== 'apt' || !call.subcommand) continue;
      const instead = asks.test(call.subcommand.value) ? 'apt-cache' : 'apt-get';
      report({ at: programSpan(call), data: { instead }, fix: () => rename(call, instead) });
    }
  }),
  examples: {
    bad: [
      {
        text: 'FROM debian:13\nRUN «apt» install -y curl\n',
        fixed: 'FROM debian:13\nRUN apt-get install -y curl\n',
      },
      {
        text: 'from debian:13\r\nrun apt-get update \\\r\n    # 도구\r\n    && sudo «apt» full-upgrade -y\r\n',
        fixed: 'from debian:13\r\nrun apt-get update \\\r\n    # 도구\r\n    && sudo apt-get dist-upgrade -y\r\n',
      },
      { text: 'FROM debian:13\nONBUILD RUN /usr/bin/«apt» update\n', fixed: 'FROM debian:13\nONBUILD RUN /usr/bin/apt-get update\n' },
      { text: 'FROM debian:13\nRUN <<EOF\n«apt» show curl\nEOF\n', fixed: 'FROM debian:13\nRUN <<EOF\napt-cache show curl\nEOF\n' },
      { text: 'FROM debian:13\nRUN «apt» list --installed\n' },
      { text: 'FROM debian:13\nRUN «["apt", "update"]»\n' },
    ],
    good: [
      'FROM debian:13\nRUN apt-get update && apt-get install -y apt\n',
      'FROM debian:13\nRUN apt-cache show curl && rm -rf /var/lib/apt/lists/*\n',
      'FROM debian:13\nRUN echo apt install\nCMD ["apt", "update"]\n',
    ],
  },
});

const asks = /^(?:search|show|showsrc|policy|depends|rdepends|madison)$/;

/** The name without its folder. */
function programSpan({ call }: PackageCall): PackageCall['span'] {
  const { span } = call.words[0];
  return call.editable ? { start: span.end - 'apt'.length, end: span.end } : span;
}

function rename(found: PackageCall, instead: string): Fix | undefined {
  const { call, subcommand } = found;
  if (!call.editable || !subcommand || /^(?:list|edit-sources|history.*|why.*)$/.test(subcommand.value)) return undefined;
  const full = subcommand.value === 'full-upgrade' ? [{ span: subcommand.span, newText: 'dist-upgrade' }] : [];
  return {
    title: { ko: `\`${instead}\` 쓰기`, en: `Change to \`${instead}\`` },
    edits: [{ span: programSpan(found), newText: instead }, ...full],
    isPreferred: true,
  };
}
