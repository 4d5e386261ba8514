import { defineRule, type Fix } from '../../rule.ts';
import { inStage, type DockerfileModel } from '../model.ts';
import { runsOf } from '../packages/calls.ts';
import { hasOption, installs, packageCalls, type PackageCall } from '../packages/read.ts';

export const noInstallRecommends = defineRule<DockerfileModel>({
  id: 'dockerfile/no-install-recommends',
  severity: 'info',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3015'],
  message: {
    ko: '추천 패키지까지 함께 설치됩니다. `--no-install-recommends`를 붙이고, 필요한 것만 이름을 적으세요.',
    en: 'Recommended packages come along. Add `--no-install-recommends` and name those that you need.',
  },
  why: {
    ko: '쓰지 않는 패키지가 이미지를 키우고, 취약점 검사에 걸릴 것도 늘립니다. 빠지면 안 되는 것(`ca-certificates` 등)은 직접 적어 두는 편이 분명합니다.',
    en: 'Packages that nobody uses make the image bigger and bring flaws of their own. What must not be missing, such as `ca-certificates`, is clearer when it is named.',
  },
  note: 'dockerfile/RUN',
  check(model, report) {
    if (/APT::Install-Recommends[\s"=]*(?:0|false|no)\b/i.test(model.text)) return;
    for (const run of runsOf(model)) {
      if (!run.kept) continue;
      for (const call of packageCalls(run.calls)) {
        if (!/^apt(?:-get)?$/.test(call.program) || !installs(call)) continue;
        if (hasOption(call, ['--no-install-recommends', '--install-recommends', '--help'])) continue;
        report({ at: call.span, ...inStage(run.stage), fix: () => leaveOut(call) });
      }
    }
  },
  examples: {
    bad: [
      {
        text: 'FROM debian:13\nRUN apt-get update && «apt-get install» -y curl\n',
        fixed: 'FROM debian:13\nRUN apt-get update && apt-get install --no-install-recommends -y curl\n',
      },
      {
        text: 'from debian:13\r\nrun apt update && \\\r\n    # 도구\r\n    «apt -y install» \\\r\n    curl\r\n',
        fixed: 'from debian:13\r\nrun apt update && \\\r\n    # 도구\r\n    apt -y install --no-install-recommends \\\r\n    curl\r\n',
      },
      {
        text: 'FROM debian:13\nONBUILD RUN «apt-get install» -y curl\nFROM scratch\n',
        fixed: 'FROM debian:13\nONBUILD RUN apt-get install --no-install-recommends -y curl\nFROM scratch\n',
      },
      { text: 'FROM debian:13\nRUN «["apt-get", "install", "-y", "curl"]»\n' },
    ],
    good: [
      'FROM debian:13\nRUN apt-get install -y --no-install-recommends curl\n',
      'FROM debian:13\nRUN apt-get -o APT::Install-Recommends=false install -y curl\n',
      'FROM debian:13\nRUN echo \'APT::Install-Recommends "0";\' > /etc/apt/apt.conf.d/99small\nRUN apt-get install -y curl\n',
      'FROM debian:13 AS build\nRUN apt-get install -y gcc\nFROM scratch\nCOPY --from=build /app /app\n',
      'FROM debian:13\nRUN apt-get update && apt-get remove -y curl\n',
    ],
  },
});

function leaveOut({ call, subcommand }: PackageCall): Fix | undefined {
  if (!call.editable || !subcommand) return undefined;
  const at = subcommand.span.end;
  return {
    title: { ko: '`--no-install-recommends` 붙이기', en: 'Add `--no-install-recommends`' },
    // Something may be in use that came as a recommendation, so it is not to be applied unseen.
    edits: [{ span: { start: at, end: at }, newText: ' --no-install-recommends' }],
  };
}
