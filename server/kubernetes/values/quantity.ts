import type { Localized } from '../../locale.ts';
import { counted, shown, type Lines } from '../../say.ts';

/** A quantity as Kubernetes reads it: an exact fraction, and the suffix it was written with. */
export interface Quantity {
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** `m`, `k`, `Gi` …, `e3`; empty without one. */
  readonly suffix: string;
}

/** What a resource is measured in. */
export type Measure = 'cpu' | 'bytes' | 'count';

/** Longest quantity that is read, in characters, and the greatest power of ten. */
const lengthLimit = 40;
const exponentLimit = 30;

const decimals: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const binaries: readonly string[] = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** Reads `250m`, `1Gi`, `1.5`, `1e3`; `undefined` for what Kubernetes does not read. Source: the API's documentation of Quantity. */
export function readQuantity(text: string): Quantity | undefined {
  const [, sign = '', whole = '', part = '', suffix = ''] = /^([+-]?)(\d*)(?:\.(\d*))?([A-Za-z]*|[eE][+-]?\d+)$/.exec(text) ?? [];
  if (text.length > lengthLimit || whole + part === '') return undefined;
  const digits = BigInt(whole + part) * (sign === '-' ? -1n : 1n);
  const binary = binaries.indexOf(suffix);
  if (binary >= 0) return { numerator: digits * 1024n ** BigInt(binary + 1), denominator: 10n ** BigInt(part.length), suffix };
  const exponent = /^[eE][+-]?\d+$/.test(suffix) ? Number(suffix.slice(1)) : Object.hasOwn(decimals, suffix) ? decimals[suffix] : undefined;
  if (exponent === undefined || Math.abs(exponent) > exponentLimit) return undefined;
  const power = exponent - part.length;
  return { numerator: digits * 10n ** BigInt(Math.max(power, 0)), denominator: 10n ** BigInt(Math.max(-power, 0)), suffix };
}

/** The quantity as a number, as exact as a number is. */
export function numberOf({ numerator, denominator }: Quantity): number {
  return numerator % denominator === 0n ? Number(numerator / denominator) : Number(numerator) / Number(denominator);
}

/** What a resource is measured in: of a quota's names (`requests.cpu`) the last part counts. `undefined` when it is not known. */
export function measureOf(resource: string): Measure | undefined {
  const name = resource.replace(/^(?:requests|limits)\./, '');
  if (name === 'cpu') return 'cpu';
  if (/^(?:memory|storage|ephemeral-storage|hugepages-.+)$|\.storageclass\.storage\.k8s\.io\/requests\.storage$/.test(name)) return 'bytes';
  return /^(?:pods|count\/.+|services(?:\..+)?|secrets|configmaps|persistentvolumeclaims|replicationcontrollers|resourcequotas)$/.test(
    name,
  ) || name.includes('/')
    ? 'count'
    : undefined;
}

/** Says what a quantity comes to, and what is likely a slip. Nothing where the text says it all. */
export function quantityFacts(text: string, measure: Measure | undefined): Lines {
  const quantity = readQuantity(text);
  if (!quantity) return unreadable(text);
  const by = measure ?? (quantity.suffix.endsWith('i') ? 'bytes' : 'count');
  if (by === 'cpu') return cpuFacts(text, quantity);
  return by === 'bytes' ? byteFacts(text, quantity) : countFacts(text, quantity);
}

function unreadable(text: string): Lines {
  const [, number, unit = ''] = /^([\d.]+) ?([KMGTPE]i?)B?$/i.exec(text) ?? [];
  const wanted = number === undefined ? undefined : number + unit.slice(0, 1).toUpperCase() + (unit.length > 1 ? 'i' : '');
  const example = wanted === undefined || !readQuantity(wanted) ? '' : shown(wanted);
  return [
    {
      ko: `Kubernetes가 읽지 못하는 값입니다.${example === '' ? ' 단위는 `m`, `k`, `M`, `G`, `Ki`, `Mi`, `Gi` 등입니다.' : ` ${example}처럼 적으세요.`}`,
      en: `Kubernetes cannot read this.${example === '' ? ' Units are `m`, `k`, `M`, `G`, `Ki`, `Mi`, `Gi` and so on.' : ` Write ${example}.`}`,
    },
  ];
}

function cpuFacts(text: string, quantity: Quantity): Lines {
  const cores = numberOf(quantity);
  if (cores <= 0) return [];
  const milli = cores * 1000;
  const inCores: Localized = { ko: `${counted(cores, 3)}코어`, en: `${counted(cores, 3)} ${cores > 1 ? 'cores' : 'core'}` };
  const percent =
    cores > 0 && cores < 1 ? { ko: ` (한 코어의 ${counted(cores * 100, 1)} %)`, en: ` (${counted(cores * 100, 1)} % of one)` } : undefined;
  const other = quantity.suffix === 'm' || milli >= 10_000 ? '' : ` = \`${milli.toFixed(0)}m\``;
  const line = {
    ko: `${shown(text)} = ${inCores.ko}${percent?.ko ?? ''}${other}`,
    en: `${shown(text)} = ${inCores.en}${percent?.en ?? ''}${other}`,
  };
  if (Math.abs(milli - Math.round(milli)) > 1e-9)
    return [{ ko: 'CPU는 `1m`(0.001코어)보다 잘게 나눌 수 없습니다.', en: 'CPU cannot be finer than `1m` (0.001 core).' }];
  if (cores >= 256 && quantity.suffix === '')
    return [line, { ko: `${shown(`${text}m`)}을 뜻하지 않았나요?`, en: `Was ${shown(`${text}m`)} meant?` }];
  return [line];
}

const binaryUnits: readonly (readonly [string, number])[] = [1, 2, 3, 4, 5, 6].map((power) => [
  `${'KMGTPE'[power - 1] ?? ''}iB`,
  1024 ** power,
]);
const decimalUnits: readonly (readonly [string, number])[] = [1, 2, 3, 4, 5, 6].map((power) => [
  `${'kMGTPE'[power - 1] ?? ''}B`,
  1000 ** power,
]);

function byteFacts(text: string, quantity: Quantity): Lines {
  const bytes = numberOf(quantity);
  const { suffix } = quantity;
  if (suffix === 'm' || suffix === 'u' || suffix === 'n') {
    const meant = shown(text.replace(/[mun]$/, 'Mi'));
    return [
      {
        ko: `\`${suffix}\`은 ${suffix === 'm' ? '1/1000' : '더 작은 조각'}이라 ${counted(bytes, 3)}바이트밖에 안 됩니다. ${meant}를 뜻하지 않았나요?`,
        en: `\`${suffix}\` is a ${suffix === 'm' ? 'thousandth' : 'tiny fraction'}: only ${plain(bytes)}. Was ${meant} meant?`,
      },
    ];
  }
  const units = suffix.endsWith('i') ? decimalUnits : binaryUnits;
  const unit = units.findLast(([, size]) => Math.abs(bytes) >= size);
  const rounded = unit ? ` (${counted(bytes / unit[1], bytes / unit[1] < 10 ? 2 : 1)} ${unit[0]})` : '';
  const exact = quantity.numerator % quantity.denominator === 0n ? counted(quantity.numerator / quantity.denominator) : counted(bytes, 3);
  const line = { ko: `${shown(text)} = ${exact}바이트${rounded}`, en: `${shown(text)} = ${exact} bytes${rounded}` };
  const binary = `${suffix.toUpperCase()}i`;
  if (/^[kMGTPE]$/.test(suffix)) {
    const share = Math.round((1 - (1000 / 1024) ** ((decimals[suffix] ?? 0) / 3)) * 100);
    return [
      line,
      {
        ko: `10의 거듭제곱이라 ${shown(text.replace(/[kMGTPE]$/, binary))}보다 ${share} % 작습니다.`,
        en: `A power of ten: ${share} % less than ${shown(text.replace(/[kMGTPE]$/, binary))}.`,
      },
    ];
  }
  if (suffix === '' && bytes > 0 && bytes < 1024 * 1024)
    return [
      line,
      {
        ko: `단위가 없어 바이트입니다. ${shown(`${text}Mi`)}를 뜻하지 않았나요?`,
        en: `Without a unit it is bytes. Was ${shown(`${text}Mi`)} meant?`,
      },
    ];
  return [line];
}

function plain(bytes: number): string {
  return `${counted(bytes, 3)} ${bytes === 1 ? 'byte' : 'bytes'}`;
}

function countFacts(text: string, quantity: Quantity): Lines {
  if (quantity.suffix === '') return [];
  const value = `${shown(text)} = ${counted(numberOf(quantity), 6)}`;
  return [{ ko: value, en: value }];
}
