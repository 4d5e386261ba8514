import type { Localized } from '../../locale.ts';
import { shown, shownList, type Lines } from '../../say.ts';

/** The environment of a container as its file tells. */
export interface Environment {
  /** Names with their values; `undefined` for a value that comes from elsewhere. */
  readonly variables: ReadonlyMap<string, string | undefined>;
  /** Whether more may come from `envFrom`. */
  readonly isOpen: boolean;
  /** Whether a shell may read the text after Kubernetes, so that `$(date)` is meant for it. */
  readonly mayBeShell?: boolean;
}

/** Variables that the kubelet makes for every Service of the namespace. */
const ofServices = /_SERVICE_(?:HOST|PORT(?:_\w+)?)$|_PORT(?:_\d+_(?:TCP|UDP|SCTP)(?:_\w+)?)?$/;

/** The names that a text refers to; `$$(NAME)` is an escaped one and no reference. */
export function referencesIn(text: string): readonly string[] {
  const names: string[] = [];
  for (const [whole, name] of text.matchAll(/\$\$|\$\(([A-Za-z_.-][\w.-]{0,252})\)/g))
    if (whole !== '$$' && name !== undefined) names.push(name);
  return [...new Set(names)];
}

/**
 * Says what the `$(NAME)` of a text become.
 * @param environment what has been defined where the text stands: for a variable those above it
 */
export function referenceFacts(text: string, { variables, isOpen, mayBeShell = false }: Environment): Lines {
  const lines: Localized[] = [];
  const missing: string[] = [];
  for (const name of referencesIn(text).slice(0, 5)) {
    if (!variables.has(name)) {
      if (!ofServices.test(name) && !(mayBeShell && /[a-z]/.test(name))) missing.push(name);
      continue;
    }
    const value = variables.get(name);
    lines.push(
      value === undefined
        ? { ko: `${shown(`$(${name})`)} → 환경 변수 ${shown(name)}의 값`, en: `${shown(`$(${name})`)} → the value of ${shown(name)}` }
        : {
            ko: `${shown(`$(${name})`)} → ${value === '' ? '빈 문자열' : shown(value)}`,
            en: `${shown(`$(${name})`)} → ${value === '' ? 'an empty text' : shown(value)}`,
          },
    );
  }
  if (missing.length > 0)
    lines.push(
      isOpen
        ? {
            ko: `${shownList(missing)}: \`envFrom\`에 있으면 그 값, 없으면 적힌 그대로 남습니다.`,
            en: `${shownList(missing)}: from \`envFrom\` if it is there, else the text stays as it is.`,
          }
        : {
            ko: `${shownList(missing)}: 위에 정의된 환경 변수가 없어 적힌 그대로 남습니다.`,
            en: `${shownList(missing)}: not defined above, so the text stays as it is.`,
          },
    );
  if (text.includes('$$(')) lines.push({ ko: '`$$(…)`는 `$(…)`라는 글자로 남습니다.', en: '`$$(…)` becomes the text `$(…)`.' });
  return lines;
}
