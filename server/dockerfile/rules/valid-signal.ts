import { nearestNames, quote } from '../../nearest.ts';
import { perInstruction } from '../per-instruction.ts';
import { defineRule } from '../../rule.ts';
import { unquoted } from '../arguments/quotes.ts';
import { wordsWithoutComment } from '../arguments/trailing-comment.ts';
import { type DockerfileModel } from '../model.ts';

/** Linux's signals by name, without `SIG`. Source: signal(7). */
const signals =
  'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT RTMAX RTMIN SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ'.split(
    ' ',
  );

export const validSignal = defineRule<DockerfileModel>({
  id: 'dockerfile/valid-signal',
  severity: 'error',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '{signal}이라는 시그널은 없어 빌드가 실패합니다. `SIGTERM`이나 `SIGQUIT`처럼 있는 이름을 적으세요.',
    en: 'There is no signal {signal}, so the build fails. Write one that exists, such as `SIGTERM` or `SIGQUIT`.',
  },
  variants: {
    near: {
      ko: '{signal}이라는 시그널은 없어 빌드가 실패합니다. `{nearest}`를 쓰려던 것인지 확인하세요.',
      en: 'There is no signal {signal}, so the build fails. Did you mean `{nearest}`?',
    },
  },
  why: {
    ko: '컨테이너를 멈출 때 이 시그널을 앱에 보냅니다. 없는 시그널은 보낼 수 없습니다.',
    en: 'This is the signal that tells the app to stop. One that does not exist cannot be sent.',
  },
  note: 'dockerfile/STOPSIGNAL',
  check: perInstruction((model, { instruction }, report) => {
    const [word] = instruction.keyword === 'STOPSIGNAL' ? wordsWithoutComment(model, instruction) : [];
    const name = unquoted(word?.text ?? '');
    if (!word || name.includes('$') || isSignal(name)) return;
    const about = { at: word.span };
    const [found] = nearestNames(name.toUpperCase().replace(/^SIG/, ''), signals, 1);
    if (found === undefined) {
      report({ ...about, data: { signal: quote(name) } });
      return;
    }
    const near = `SIG${found}`;
    report({
      ...about,
      variant: 'near',
      data: { signal: quote(name), nearest: near },
      fix: () => ({ title: { ko: `\`${near}\`로 고치기`, en: `Change it to \`${near}\`` }, edits: [{ span: word.span, newText: near }] }),
    });
  }),
  examples: {
    bad: [
      { text: 'FROM nginx:1.29\nSTOPSIGNAL «SIGTREM»\n', fixed: 'FROM nginx:1.29\nSTOPSIGNAL SIGTERM\n' },
      {
        text: 'FROM nginx:1.29\r\nonbuild stopsignal \\\r\n  «sigqit»\r\n',
        fixed: 'FROM nginx:1.29\r\nonbuild stopsignal \\\r\n  SIGQUIT\r\n',
      },
      { text: 'STOPSIGNAL «graceful»\n' },
      { text: 'STOPSIGNAL «0»\n' },
    ],
    good: [
      'FROM nginx:1.29\nSTOPSIGNAL SIGQUIT\nSTOPSIGNAL term\nSTOPSIGNAL 9\n',
      'FROM nginx:1.29\nARG S=SIGTERM\nSTOPSIGNAL $S\nSTOPSIGNAL "SIGINT"\n',
      'FROM nginx:1.29\r\nstopsignal \\\r\n  SIGRTMIN+3\r\n',
      'STOPSIGNAL\n',
    ],
  },
});

function isSignal(text: string): boolean {
  if (/^\d{1,3}$/.test(text)) return Number(text) > 0;
  const name = text.toUpperCase().replace(/^SIG/, '');
  return signals.includes(name) || /^RTM(?:IN\+|AX-)\d{1,2}$/.test(name);
}
