import { defineRule, type Fix } from '../../rule.ts';
import { inStage, type DockerfileModel } from '../model.ts';
import { runsOf } from '../packages/calls.ts';
import { hasOption, packageCalls, type PackageCall } from '../packages/read.ts';

export const nonInteractiveInstall = defineRule<DockerfileModel>({
  id: 'dockerfile/non-interactive-install',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['hadolint:DL3014', 'hadolint:DL3030', 'hadolint:DL3034', 'hadolint:DL3038'],
  message: {
    ko: '`{command}` 명령어가 물어봐도 빌드 중에는 대답할 사람이 없어 실패합니다. `-y`를 붙이세요.',
    en: '`{command}` asks before it goes on, and nobody answers during a build. Add `-y`.',
  },
  why: {
    ko: '빌드에는 입력이 없으므로 질문을 받으면 취소되고 빌드가 실패합니다. 물을 것이 없던 명령어도 의존성이 늘면 어느 날 묻기 시작합니다.',
    en: 'A build has no input, so a question ends in an abort. A command that had nothing to ask starts asking when its dependencies grow.',
  },
  note: 'dockerfile/RUN',
  check(model, report) {
    const configured = configuredManagers(model);
    for (const run of runsOf(model)) {
      // `yes | apt-get install …`
      if (run.calls.some(({ program }) => program === 'yes')) continue;
      for (const call of packageCalls(run.calls)) {
        if (!prompts(call) || configured.has(call.manager.name)) continue;
        report({
          at: call.span,
          data: { command: [call.program, call.scope, call.subcommand?.value].filter((word) => word !== undefined).join(' ') },
          equivalents: equivalentsOf(call),
          ...inStage(run.stage),
          fix: () => sayYes(call),
        });
      }
    }
  },
  examples: {
    bad: [
      {
        text: 'FROM debian:13\nRUN apt-get update && «apt-get install» curl\n',
        fixed: 'FROM debian:13\nRUN apt-get update && apt-get install -y curl\n',
      },
      {
        text: 'from debian:13\r\nrun «apt-get -q install» \\\r\n    # 도구\r\n    curl\r\n',
        fixed: 'from debian:13\r\nrun apt-get -q install -y \\\r\n    # 도구\r\n    curl\r\n',
      },
      { text: 'FROM debian:13\nRUN <<EOF\n«apt-get upgrade»\nEOF\n', fixed: 'FROM debian:13\nRUN <<EOF\napt-get upgrade -y\nEOF\n' },
      { text: 'FROM centos:7\nONBUILD RUN «yum install» httpd\n', fixed: 'FROM centos:7\nONBUILD RUN yum install -y httpd\n' },
      { text: 'FROM fedora:43\nRUN sudo «dnf module install» nodejs\n', fixed: 'FROM fedora:43\nRUN sudo dnf module install -y nodejs\n' },
      { text: 'FROM opensuse/leap:16\nRUN «zypper in» tar\n', fixed: 'FROM opensuse/leap:16\nRUN zypper in -y tar\n' },
      { text: 'FROM debian:13\nRUN «["apt-get", "install", "curl"]»\n' },
    ],
    good: [
      'FROM debian:13\nRUN apt-get install -y a && apt-get -yq install b && apt-get --assume-yes install c && apt-get install -qq d\n',
      'FROM debian:13\nRUN apt-get -q -q install a && apt-get install -q=2 b && yes | apt-get install c\n',
      'FROM debian:13\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/90yes\nRUN apt-get install curl\n',
      'FROM fedora:43\nRUN dnf -y install a && dnf install --assumeyes b && microdnf install -y c && dnf clean all\n',
      'FROM opensuse/leap:16\nRUN zypper -n in a && zypper --non-interactive install b && zypper in --no-confirm c && zypper ref\n',
      'FROM debian:13\nRUN apt-get update && echo apt-get install\nRUN bash -c `# no apt-get`\n',
    ],
  },
});

const asking: Readonly<Record<string, RegExp>> = {
  apt: /^(?:install|upgrade|dist-upgrade|full-upgrade|remove|purge|autoremove|build-dep)$/,
  yum: /^(?:install|localinstall|reinstall|update|upgrade|downgrade|remove|erase|autoremove|groupinstall|swap)$/,
  dnf: /^(?:install|in|localinstall|reinstall|rei|update|upgrade|up|downgrade|remove|rm|erase|autoremove|groupinstall|distro-sync|dsync|swap)$/,
  zypper: /^(?:install|in|remove|rm|update|up|dist-upgrade|dup|patch|source-install|si)$/,
};

function prompts(call: PackageCall): boolean {
  const { name } = call.manager;
  if (!asking[name]?.test(call.subcommand?.value ?? '')) return false;
  if (hasOption(call, ['--dry-run', '--simulate', '--print-uris', '--assumeno', '--help'], name === 'apt' ? 's' : '')) return false;
  if (name === 'zypper') return !hasOption(call, ['--non-interactive', '--no-confirm'], 'ny');
  return !hasOption(call, ['--yes', '--assume-yes', '--assumeyes'], 'y') && !(name === 'apt' && isVeryQuiet(call));
}

/** `-qq` implies `-y`. */
function isVeryQuiet({ options }: PackageCall): boolean {
  let quiet = 0;
  for (const { name, value } of options) {
    if (name === '--quiet' || name === '-q') quiet += Number(/^\d$/.exec(value ?? '')?.[0] ?? 1);
    else if (/^-[A-Za-z]+$/.test(name)) quiet += name.split('q').length - 1;
  }
  return quiet >= 2;
}

/** The managers for which the Dockerfile writes a setting that says yes to everything. */
function configuredManagers({ text }: DockerfileModel): ReadonlySet<string> {
  const apt = text.includes('APT::Get::Assume-Yes') ? ['apt'] : [];
  return new Set(/\bassumeyes *=/i.test(text) ? [...apt, 'yum', 'dnf'] : apt);
}

function equivalentsOf({ manager, program, subcommand }: PackageCall): readonly string[] {
  if (manager.name === 'apt') return program === 'apt-get' && subcommand?.value === 'install' ? ['hadolint:DL3014'] : [];
  if (manager.name === 'yum') return ['hadolint:DL3030'];
  return [manager.name === 'zypper' ? 'hadolint:DL3034' : 'hadolint:DL3038'];
}

function sayYes({ call, subcommand }: PackageCall): Fix | undefined {
  if (!call.editable || !subcommand) return undefined;
  return {
    title: { ko: '`-y` 붙이기', en: 'Add `-y`' },
    edits: [{ span: { start: subcommand.span.end, end: subcommand.span.end }, newText: ' -y' }],
    isPreferred: true,
  };
}
