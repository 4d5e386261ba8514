import { defineRule } from '../../rule.ts';
import type { ComposeModel } from '../model.ts';
import { fromCheck } from '../validation/problems.ts';

export const validInterpolation = defineRule<ComposeModel>({
  id: 'compose/valid-interpolation',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '`{text}` 부분을 변수로 읽을 수 없습니다.',
    en: '`{text}` cannot be read as a variable.',
  },
  variants: {
    unclosed: {
      ko: '`${`에 짝이 되는 `}`가 없습니다. 닫거나, 글자 그대로라면 `$$`로 적으세요.',
      en: 'This `${` has no `}`. Close it, or write `$$` for a plain dollar sign.',
    },
    name: {
      ko: '`{text}` 안에 변수 이름이 없습니다. 셸이 읽을 것이라면 `$$`로 적으세요.',
      en: '`{text}` holds no name of a variable. Write `$$` if it is meant for a shell.',
    },
    operator: {
      ko: '`{text}`에 Compose가 모르는 문법이 있습니다. `:-`, `-`, `:?`, `?`, `:+`, `+`만 쓸 수 있습니다. 셸이 읽을 것이라면 `$$`로 적으세요.',
      en: 'Compose does not know the form `{text}`: only `:-`, `-`, `:?`, `?`, `:+` and `+`. Write `$$` if it is meant for a shell.',
    },
  },
  why: {
    ko: 'Compose는 모든 값에서 `$`를 먼저 읽습니다. 읽지 못하면 `invalid interpolation format` 오류를 내고 파일을 거부합니다.',
    en: 'Compose reads every `$` in a value first. Where it cannot, it refuses the file with `invalid interpolation format`.',
  },
  note: 'compose/interpolation',
  url: 'https://docs.docker.com/reference/compose-file/interpolation/',
  check: fromCheck('valid-interpolation'),
  examples: {
    bad: [
      { text: 'services:\n  web:\n    image: nginx:«${»TAG # 태그\n' },
      {
        text: "services:\r\n  web:\r\n    image: nginx:1.29\r\n    command: sh -c 'echo «${NAME%.*}»'\r\n",
        fixed: "services:\r\n  web:\r\n    image: nginx:1.29\r\n    command: sh -c 'echo $${NAME%.*}'\r\n",
      },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    command: ["sh", "-c", "echo «${#}» $HOME"]\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\n    command: ["sh", "-c", "echo $${#} $HOME"]\n',
      },
      { text: 'x-note: costs «${»5\nservices:\n  web:\n    image: nginx:1.29\n' },
      // escapes and line breaks make the place hard to tell
      { text: 'services:\n  web:\n    image: nginx:1.29\n    command: «"a\\tb ${}"»\n' },
    ],
    good: [
      'services:\n  web:\n    image: ${REGISTRY:-docker.io}/nginx:${TAG:?set it}\n    command: echo $$HOME $(date) $1 $$ $USER ${A:+b} ${A-${B:-c}} 5$\n',
      "services:\n  web:\n    image: nginx:1.29\n    environment:\n      $KEY: in a key it is a plain letter\n      A: 'no dollar'\n",
      'services:\n  web:\n    image: nginx:1.29\n    command: {{ cmd }} $1\n',
    ],
  },
});
