import type { Localized } from '../../locale.ts';
import { shown, type Lines } from '../../say.ts';
import { soundsSecret } from '../../secret-names.ts';
import { variablesIn, type VariableUse } from './interpolation.ts';

/** What is known of a variable from the file of variables beside the Compose file. */
export type Known =
  | { readonly state: 'set'; readonly value: string; /** Whether the value holds that of a secret. */ readonly isSecret?: boolean }
  | { readonly state: 'unset' }
  | { readonly state: 'unknown' };

/** A value as it may be shown: without the password of an address. */
export function withoutPassword(value: string): string {
  return value.slice(0, 2000).replace(/(:\/\/[^:/@\s]{0,200}:)[^@/\s]{1,200}@/g, '$1•••@');
}

/**
 * Says what a variable comes to.
 * @param isSecret whether its value must not be shown, whatever its name
 */
export function variableFacts(use: VariableUse, known: Known, isSecret = false): Lines {
  const name = shown(use.name);
  const holdsSecret = known.state === 'set' && known.isSecret === true;
  const hidden = isSecret || holdsSecret || [use, ...variablesIn(use.argument ?? '')].some((each) => soundsSecret(each.name));
  const value = known.state === 'set' ? known.value : undefined;
  const counts = value !== undefined && (value !== '' || !use.operator?.startsWith(':'));
  if (use.operator === ':+' || use.operator === '+') return [alternative(use, known, counts, hidden)];
  if (counts) {
    if (hidden)
      return [{ ko: `${name} — \`.env\`에 값이 있습니다(보여 주지 않습니다).`, en: `${name} — set in \`.env\`; its value is not shown.` }];
    return [{ ko: `${name} = ${written(value)} (\`.env\`)`, en: `${name} = ${written(value)} (\`.env\`)` }];
  }
  const otherwise = instead(use, hidden);
  const missing = value === '' ? emptyHere : known.state === 'unset' ? missingHere : nothingKnown;
  return [{ ko: `${name} — ${missing.ko}${otherwise.ko}`, en: `${name} — ${missing.en}${otherwise.en}` }];
}

function written(value: string): string {
  return value === '' ? '`""`' : shown(withoutPassword(value));
}

const emptyHere: Localized = { ko: '`.env`의 값이 비어 있습니다. 셸에도 없으면 ', en: 'empty in `.env`. Unless the shell has it: ' };
const missingHere: Localized = { ko: '`.env`에 없습니다. 셸에도 없으면 ', en: 'not in `.env`. Unless the shell has it: ' };
const nothingKnown: Localized = { ko: '셸이나 `.env`에서 옵니다. 없으면 ', en: 'from the shell or `.env`. Without it: ' };

/** What Compose takes when there is no value. */
function instead({ operator, argument = '' }: VariableUse, hidden: boolean): Localized {
  if (operator === ':?' || operator === '?')
    return argument === ''
      ? { ko: '오류로 멈춥니다.', en: 'an error, and nothing starts.' }
      : { ko: `오류로 멈춥니다: ${shown(argument)}`, en: `an error, and nothing starts: ${shown(argument)}` };
  if (operator === undefined) return { ko: '경고하고 빈 문자열로 둡니다.', en: 'a warning, and an empty text.' };
  if (argument === '') return { ko: '빈 문자열입니다.', en: 'an empty text.' };
  if (hidden) return { ko: '여기 적힌 기본값을 씁니다.', en: 'the default written here.' };
  return { ko: `기본값 ${shown(withoutPassword(argument))}`, en: `the default ${shown(withoutPassword(argument))}` };
}

function alternative({ name, argument = '' }: VariableUse, known: Known, counts: boolean, hidden: boolean): Localized {
  const other = argument === '' ? '`""`' : shown(hidden ? '•••' : withoutPassword(argument));
  if (counts) return { ko: `${shown(name)} — \`.env\`에 값이 있어 ${other}`, en: `${shown(name)} — set in \`.env\`, so ${other}` };
  return known.state === 'unknown'
    ? { ko: `${shown(name)} — 값이 있으면 ${other}, 없으면 빈 문자열`, en: `${shown(name)} — ${other} when it is set, otherwise empty` }
    : {
        ko: `${shown(name)} — 셸에 값이 있으면 ${other}, 없으면 빈 문자열`,
        en: `${shown(name)} — ${other} when the shell has it, otherwise empty`,
      };
}

/** Says where a variable without a value comes from: `environment: [TOKEN]`. */
export function passedFacts(key: string, known: Known): Lines {
  const name = shown(key);
  if (known.state === 'set') {
    const value = soundsSecret(key) || known.isSecret === true ? undefined : written(known.value);
    return value === undefined
      ? [{ ko: `값은 \`.env\`에서 옵니다(보여 주지 않습니다).`, en: 'Its value comes from `.env` and is not shown.' }]
      : [{ ko: `${name} = ${value} (\`.env\`)`, en: `${name} = ${value} (\`.env\`)` }];
  }
  return [
    {
      ko: '값이 없어 Compose를 실행한 셸이나 `.env`에서 가져옵니다. 거기에도 없으면 컨테이너에 넣지 않습니다.',
      en: 'Without a value it is taken from the shell or `.env`; if it is in neither, the container does not get it.',
    },
  ];
}
