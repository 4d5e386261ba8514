import { defineRule } from '../../rule.ts';
import { wordsWithoutComment } from '../arguments/trailing-comment.ts';
import { inStage, placedInstructions, type DockerfileModel } from '../model.ts';

export const numericUser = defineRule<DockerfileModel>({
  id: 'dockerfile/numeric-user',
  severity: 'info',
  presets: [],
  equivalents: ['hadolint:DL3066'],
  message: {
    ko: '`USER {user}`는 이름이라서 Kubernetes의 `runAsNonRoot`가 root인지 확인하지 못합니다. 번호로 쓰세요.',
    en: '`USER {user}` is a name, and `runAsNonRoot` of Kubernetes cannot tell whether it is root. Write its number.',
  },
  why: {
    ko: '이름은 이미지 안의 `/etc/passwd`가 있어야 풀립니다. kubelet은 이름만 보고는 컨테이너 시작을 거부합니다.',
    en: 'A name means something only with the `/etc/passwd` of the image. The kubelet refuses to start the container on a name alone.',
  },
  note: 'dockerfile/USER',
  check(model, report) {
    const users = placedInstructions(model).filter(({ instruction, outer }) => instruction.keyword === 'USER' && instruction === outer);
    const last = users.at(-1);
    if (!last || last.stage !== model.stages.at(-1)) return;
    const [word] = wordsWithoutComment(model, last.instruction);
    const user = word?.text.replace(/["']/g, '').split(':', 1)[0] ?? '';
    // What root means is known everywhere, and non-root-user speaks about it.
    if (!word || user === '' || user.includes('$') || /^(?:\d+|root|container(?:user|administrator))$/i.test(user)) return;
    report({ at: word.span, data: { user }, ...inStage(last.stage) });
  },
  examples: {
    bad: [
      { text: 'FROM node:24\nUSER «node»\n' },
      { text: 'from node:24\r\nuser 1000\r\nuser \\\r\n  # 앱\r\n  «"app:app"»\r\n' },
      { text: 'USER «nobody»' },
    ],
    good: [
      'FROM node:24\nUSER 1000:1000\n',
      'FROM node:24\nUSER node\nUSER 1000\n',
      'FROM node:24 AS build\nUSER node\nFROM nginx:1.30\n',
      'FROM node:24\nARG APP_UID=1000\nUSER ${APP_UID}\n',
      'FROM node:24\nUSER root\n',
      'FROM node:24\nUSER\n',
    ],
  },
});
