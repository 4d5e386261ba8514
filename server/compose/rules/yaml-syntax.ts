import { defineRule } from '../../rule.ts';
import { checkSyntax } from '../../yaml/check-syntax.ts';
import { perAnyDocument } from '../../yaml/per-document.ts';
import { syntaxMessages } from '../../yaml/syntax-messages.ts';
import type { ComposeModel } from '../model.ts';

export const yamlSyntax = defineRule<ComposeModel>({
  id: 'compose/yaml-syntax',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: syntaxMessages.other,
  variants: syntaxMessages,
  why: {
    ko: '`docker compose`는 YAML로 읽을 수 없는 파일을 거부하고 아무것도 하지 않습니다.',
    en: '`docker compose` refuses a file that does not read as YAML and does nothing.',
  },
  note: 'concepts/yaml',
  check: perAnyDocument(checkSyntax),
  examples: {
    bad: [
      { text: 'services:\n«\t»web:\n\t\timage: nginx:1.29\n', fixed: 'services:\n  web:\n    image: nginx:1.29\n' },
      { text: '# 서비스\r\nservices:\r\n  web:\r\n    image: nginx:1.29\r\n   «ports»: []\r\n' },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    command: «[»sh, -c\n    ports: []\n' },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    environment:\n      «KEY:»value\n      OTHER: x\n',
        fixed: 'services:\n  web:\n    image: nginx:1.29\n    environment:\n      KEY: value\n      OTHER: x\n',
      },
      { text: 'services:\n  web:\n    image: nginx:1.29\n    environment:\n      - A="b"\n      - \'C\'«=d»\n' },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    logging: «*logging»\n',
        fixed: "services:\n  web:\n    image: nginx:1.29\n    logging: '*logging'\n",
      },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    environment:\n      A: «%d»\n',
        fixed: "services:\n  web:\n    image: nginx:1.29\n    environment:\n      A: '%d'\n",
      },
      {
        text: 'services:\n  web:\n    image: nginx:1.29\n    labels:\n      rule: «Host: shop.example.com»\n',
        fixed: "services:\n  web:\n    image: nginx:1.29\n    labels:\n      rule: 'Host: shop.example.com'\n",
      },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\n',
      // a template for Docker, not of this file
      'services:\n  web:\n    image: nginx:1.29\n    logging:\n      options:\n        tag: "{{.Name}}"\n',
      // a template
      'services:\n  web:\n    image: nginx:1.29\n    environment:\n      A: {{ a }}\n\tB: c\n',
      'services:\n  web:\n    image: nginx:1.29\n    ports: !reset []\n    command: [\n    sh,\n    -c ]\n',
      // another rule speaks
      'services:\n  web:\n    image: nginx:1.29\n    image: nginx:1.28\n',
    ],
  },
});
