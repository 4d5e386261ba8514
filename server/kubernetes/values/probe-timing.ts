import type { Localized } from '../../locale.ts';
import { inSeconds } from './duration.ts';
import { counted, type Lines } from '../../say.ts';

/** The three probes of a container. */
export type ProbeKind = 'livenessProbe' | 'readinessProbe' | 'startupProbe';

/** The timing of a probe, defaults filled in. Seconds and counts. */
export interface ProbeTiming {
  readonly initialDelay: number;
  readonly period: number;
  readonly failures: number;
  readonly successes: number;
  /** How long the container may take to end: the probe's own, or the Pod's. */
  readonly grace: number;
  /** Whether a startup probe comes first. */
  readonly afterStartup: boolean;
}

/** What a probe's settings come to: how long until a failure has its effect. */
export function probeFacts(kind: ProbeKind, timing: ProbeTiming): Lines {
  const { initialDelay, period, failures, successes } = timing;
  const patience = period * failures;
  const sum = { ko: `${counted(period)}초 × ${counted(failures)}번`, en: `${counted(period)} s × ${counted(failures)}` };
  const after = inSeconds(patience);
  if (kind === 'readinessProbe') {
    const again =
      successes > 1
        ? { ko: `${counted(successes)}번 이어서 성공하면`, en: `after ${counted(successes)} successes in a row` }
        : { ko: '한 번 성공하면', en: 'after one success' };
    return [
      {
        ko: `실패하면 **최대 ${after.ko} 뒤에 Service에서 빠집니다**: ${sum.ko}. 재시작하지는 않습니다.`,
        en: `When it fails, the Pod is **out of its Services within ${after.en}**: ${sum.en}. Nothing is restarted.`,
      },
      { ko: `${again.ko} 다시 트래픽을 받습니다.`, en: `It takes traffic again ${again.en}.` },
    ];
  }
  const whole = inSeconds(initialDelay + patience);
  if (kind === 'startupProbe') {
    const delay = initialDelay > 0 ? { ko: `${counted(initialDelay)}초 + `, en: `${counted(initialDelay)} s + ` } : { ko: '', en: '' };
    return [
      {
        ko: `시작에 **최대 ${whole.ko}**를 줍니다: ${delay.ko}${sum.ko}. 넘기면 재시작합니다.`,
        en: `Gives the start **up to ${whole.en}**: ${delay.en}${sum.en}. After that it restarts the container.`,
      },
    ];
  }
  const lines: Localized[] = [
    {
      ko: `응답이 멈추면 **최대 ${after.ko} 뒤에 재시작**합니다: ${sum.ko}.`,
      en: `A container that stops answering is **restarted within ${after.en}**: ${sum.en}.`,
    },
  ];
  const grace = graceOf(timing.grace);
  if (timing.afterStartup)
    lines.push({
      ko: `\`startupProbe\`가 성공한 뒤부터 검사합니다. ${grace.ko}`,
      en: `It begins when \`startupProbe\` has succeeded. ${grace.en}`,
    });
  else if (initialDelay > 0)
    lines.push({
      ko: `시작부터 응답이 없으면 최대 ${whole.ko} 뒤: ${counted(initialDelay)}초 + ${sum.ko}. ${grace.ko}`,
      en: `If it never answers, within ${whole.en} of its start: ${counted(initialDelay)} s + ${sum.en}. ${grace.en}`,
    });
  else lines.push(grace);
  return lines;
}

function graceOf(seconds: number): Localized {
  const time = inSeconds(seconds);
  return { ko: `끝내는 데 ${time.ko}까지 더 걸릴 수 있습니다.`, en: `Ending it may take ${time.en} more.` };
}
