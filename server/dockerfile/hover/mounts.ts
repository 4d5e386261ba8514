import type { FeatureContext, HoverContent } from '../../language.ts';
import { contains } from '../../text/span.ts';
import { mountOptions, mountType, mountTypes, readMount, type MountType } from '../arguments/mounts.ts';
import type { DockerfileModel, Flag } from '../model.ts';
import { explain, readOn } from './say.ts';

const page = 'https://docs.docker.com/reference/dockerfile/#run---mount';

const words = {
  types: { ko: '{types}에서 쓸 수 있습니다.', en: 'Goes with {types}.' },
  wrong: { ko: '지금의 `type={type}`에서는 쓸 수 없습니다.', en: 'Does not go with this `type={type}`.' },
  values: { ko: '값: {values}.', en: 'Values: {values}.' },
};

/** Explains the type or the option of a `--mount` under the cursor. */
export function hoverMount(model: DockerfileModel, flag: Flag, offset: number, { locale }: FeatureContext): HoverContent | undefined {
  const options = readMount(model, flag);
  const written = options.find(({ nameSpan, valueSpan }) => contains({ start: nameSpan.start, end: (valueSpan ?? nameSpan).end }, offset));
  if (!written) return undefined;
  const { name, nameSpan, value, valueSpan } = written;
  if (name === 'type' && value !== undefined && valueSpan && contains(valueSpan, offset)) {
    const type = value.toLowerCase();
    if (!Object.hasOwn(mountTypes, type)) return undefined;
    return explain(valueSpan, value, [mountTypes[type as MountType][locale], readOn(locale, `${page}type${type}`)]);
  }
  const option = Object.hasOwn(mountOptions, name) ? mountOptions[name] : undefined;
  if (!option) return undefined;
  const type = mountType(options);
  const code = (names: readonly string[]): string => names.map((each) => `\`${each}\``).join(', ');
  const facts = [option[locale]];
  if (option.values && name !== 'type') facts.push(words.values[locale].replace('{values}', code(option.values)));
  if (type && !option.types.includes(type)) facts.push(words.wrong[locale].replace('{type}', type));
  if (name !== 'type') facts.push(words.types[locale].replace('{types}', code(option.types)));
  facts.push(readOn(locale, page));
  return explain({ start: nameSpan.start, end: (valueSpan ?? nameSpan).end }, name, facts);
}
