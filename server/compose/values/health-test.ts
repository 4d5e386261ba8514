import type { Localized } from '../../locale.ts';
import { shown, type Lines } from '../../say.ts';

/** Says how the test of a health check is run. @param words the items of the list, or the text alone in `text` */
export function testFacts(test: { readonly words: readonly string[] } | { readonly text: string }): Lines {
  if ('text' in test) return [inShell(test.text), ...about(test.text)];
  const [form, ...rest] = test.words;
  const command = rest.join(' ');
  switch (form) {
    case 'NONE':
      return [{ ko: '헬스체크를 끕니다. 이미지에 있는 것도 쓰지 않습니다.', en: 'Turns the health check off, the image’s own included.' }];
    case 'CMD-SHELL':
      return rest.length === 0 ? [] : [inShell(command), ...about(command)];
    case 'CMD':
      return rest.length === 0
        ? []
        : [{ ko: `셸 없이 실행합니다: ${plain(command)}`, en: `Runs without a shell: ${plain(command)}` }, ...about(command)];
    case undefined:
      return [];
    default:
      return [
        {
          ko: `목록은 \`CMD\`, \`CMD-SHELL\`, \`NONE\` 가운데 하나로 시작해야 합니다. ${shown(form)} 앞에 \`CMD\`를 적으세요.`,
          en: `The list must begin with \`CMD\`, \`CMD-SHELL\` or \`NONE\`: put \`CMD\` before ${shown(form)}.`,
        },
      ];
  }
}

function inShell(command: string): Localized {
  return {
    ko: `컨테이너의 셸(\`/bin/sh -c\`)로 실행합니다: ${plain(command)}`,
    en: `Runs in the container’s shell (\`/bin/sh -c\`): ${plain(command)}`,
  };
}

/** As the container sees it: `$$` is a `$`. */
function plain(command: string): string {
  return shown(command.replaceAll('$$', '$'));
}

const commands: readonly { readonly pattern: RegExp; readonly line: Localized }[] = [
  {
    pattern: /\bmysqladmin\b.{0,200}\bping\b/,
    line: { ko: '`mysqladmin ping`은 비밀번호가 틀려도 성공합니다.', en: '`mysqladmin ping` succeeds even with a wrong password.' },
  },
  {
    pattern: /\bpg_isready\b/,
    line: {
      ko: '`pg_isready`는 서버가 접속을 받는지만 봅니다. `-U`와 `-d`가 틀려도 성공합니다.',
      en: '`pg_isready` only asks whether connections are taken; a wrong `-U` or `-d` succeeds too.',
    },
  },
  {
    pattern: /\bcurl\b/,
    line: {
      ko: '이미지에 `curl`이 있어야 합니다. `-f`가 없으면 500 응답도 성공입니다.',
      en: 'The image must have `curl`. Without `-f` a response of 500 is a success too.',
    },
  },
  { pattern: /\bwget\b/, line: { ko: '이미지에 `wget`이 있어야 합니다.', en: 'The image must have `wget`.' } },
  {
    pattern: /\bredis-cli\b.{0,200}\bping\b/i,
    line: {
      ko: '`redis-cli ping`은 비밀번호가 필요하다는 오류에도 성공합니다.',
      en: '`redis-cli ping` succeeds even when the answer is that a password is required.',
    },
  },
];

function about(command: string): Lines {
  const found = commands.find(({ pattern }) => pattern.test(command.slice(0, 500)));
  return found ? [found.line] : [];
}
