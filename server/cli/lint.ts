import { library, reportFinding } from '../core.ts';
import type { FileReport } from '../lint-workspace.ts';
import type { Finding } from '../lint.ts';
import { oneOf, readArguments } from './arguments.ts';
import { openBatch, tellForeign, type Batch, type BatchFile } from './batch.ts';
import type { Command } from './command.ts';
import { severities, summarise, type Report, type Summary } from './formats/format.ts';
import { formatGithub } from './formats/github.ts';
import { formatJson } from './formats/json.ts';
import { formatSarif } from './formats/sarif.ts';
import { formatText } from './formats/text.ts';
import type { Io } from './io.ts';
import { createProgress } from './progress.ts';
import { styleOf } from './terminal.ts';

const formats = { text: formatText, json: formatJson, sarif: formatSarif, github: formatGithub } satisfies Record<
  string,
  (report: Report) => string
>;
const formatNames = ['text', 'json', 'sarif', 'github'] as const;

/** `mulgil lint`: finds what is wrong in files and says why. */
export const lint: Command = {
  help: {
    en: `Usage: mulgil lint [options] PATH…

Checks Dockerfiles, Compose files and Kubernetes manifests. A PATH is a file or a folder; \`-\` is standard input.
Settings are read from .mulgil.yaml and .hadolint.yaml in the current folder.

  --format text|json|sarif|github      how to print findings (text)
  --preset recommended|all             which rules to run (recommended)
  --language ko|en|auto                language of messages (auto: as the system)
  --config FILE                        read FILE instead of .mulgil.yaml
  --fail-on error|warning|info|never   the slightest severity that makes the exit code 1 (warning)
  --silenced                           print silenced findings too; they never fail
  --stdin-filename NAME                what standard input is called
  --help                               print this

Exit code: 0 nothing to fail on, 1 findings, 2 wrong usage or unreadable input.
`,
    ko: `사용법: mulgil lint [옵션] 경로…

Dockerfile, Compose 파일, Kubernetes 매니페스트를 검사합니다. 경로는 파일이나 폴더이고, \`-\`는 표준 입력입니다.
설정은 현재 폴더의 .mulgil.yaml과 .hadolint.yaml에서 읽습니다.

  --format text|json|sarif|github      출력 형식 (text)
  --preset recommended|all             실행할 규칙 (recommended)
  --language ko|en|auto                메시지 언어 (auto: 시스템을 따름)
  --config 파일                        .mulgil.yaml 대신 읽을 파일
  --fail-on error|warning|info|never   종료 코드를 1로 만드는 가장 낮은 심각도 (warning)
  --silenced                           꺼 둔 결과도 출력 (종료 코드에는 영향 없음)
  --stdin-filename 이름                표준 입력을 부를 파일 이름
  --help                               이 도움말

종료 코드: 0 문제 없음, 1 찾은 문제 있음, 2 잘못된 사용법이나 읽을 수 없는 입력.
`,
  },
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, {
      format: { type: 'string', default: 'text' },
      preset: { type: 'string' },
      language: { type: 'string' },
      config: { type: 'string' },
      'fail-on': { type: 'string', default: 'warning' },
      silenced: { type: 'boolean', default: false },
      'stdin-filename': { type: 'string' },
    });
    const format = formats[oneOf('format', values.format, formatNames) ?? 'text'];
    const failOn = oneOf('fail-on', values['fail-on'], ['error', 'warning', 'info', 'never']) ?? 'warning';
    const preset = oneOf('preset', values.preset, ['recommended', 'all']);
    const language = oneOf('language', values.language, ['ko', 'en', 'auto']);
    const options = { ...(preset ? { preset } : {}), ...(language ? { language } : {}) };
    const batch = await openBatch({ paths: positionals, inputName: values['stdin-filename'], config: values.config, options }, io);
    const progress = createProgress(io, batch.run.locale);
    const files = batch.files.flatMap((file, done) => {
      progress.report('checking', done, batch.files.length);
      return lintFile(file, batch, values.silenced, io);
    });
    progress.end();
    const summary = summarise(files);
    io.out(format({ files, summary, locale: batch.run.locale, style: styleOf(io), silenced: values.silenced }));
    return fails(summary, failOn) ? 1 : 0;
  },
};

function lintFile(file: BatchFile, { run }: Batch, withSilenced: boolean, io: Io): readonly FileReport[] {
  const checked = run.check(file);
  if (!checked) {
    tellForeign(file, io);
    return [];
  }
  const report = (finding: Finding) => reportFinding(finding, checked.document, file.path, run.locale, library);
  return [
    {
      path: file.path,
      language: checked.language,
      findings: checked.findings.map(report),
      silenced: withSilenced ? checked.silenced.map(report) : [],
    },
  ];
}

function fails(summary: Summary, failOn: 'error' | 'warning' | 'info' | 'never'): boolean {
  return failOn !== 'never' && severities.slice(0, severities.indexOf(failOn) + 1).some((severity) => summary[severity] > 0);
}
