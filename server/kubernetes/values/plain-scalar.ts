import { shown, type Lines } from '../../say.ts';

/** What kubectl reads a plain scalar as, where that is no text. YAML 1.1 knows more words than YAML 1.2. */
export function readsAs(source: string): 'boolean' | 'number' | 'null' | undefined {
  if (/^(?:true|false|yes|no|on|off|y|n)$/i.test(source)) return /^[yn]$/i.test(source) ? undefined : 'boolean';
  if (/^(?:null|~)$/i.test(source)) return 'null';
  return /^[-+]?(?:\d[\d_]*(?:\.\d*)?(?:[eE][-+]?\d+)?|0x[\da-f]+|\.\d+)$/i.test(source) ? 'number' : undefined;
}

const kinds = {
  boolean: { ko: '참/거짓으로', en: 'a boolean' },
  number: { ko: '숫자로', en: 'a number' },
  null: { ko: '빈 값(null)으로', en: 'null' },
};

/** Says that a text without quotes is read as something else, and refused. @param source the plain scalar as it is written */
export function plainTextFacts(source: string): Lines {
  const type = readsAs(source);
  if (!type || type === 'null') return [];
  const quoted = shown(`"${source}"`);
  return [
    {
      ko: `따옴표가 없어 ${kinds[type].ko} 읽히고 거부됩니다. ${quoted}처럼 적으세요.`,
      en: `Without quotes it is ${kinds[type].en}, and refused: write ${quoted}.`,
    },
  ];
}

/** Says what words such as `yes` mean where a boolean is wanted. */
export function booleanFacts(source: string): Lines {
  if (!/^(?:yes|on|no|off)$/i.test(source)) return [];
  const word = /^(?:yes|on)$/i.test(source) ? 'true' : 'false';
  return [
    { ko: `kubectl은 \`${word}\`로 읽습니다. 분명하게 \`${word}\`라고 적으세요.`, en: `kubectl reads \`${word}\`: better write that.` },
  ];
}
