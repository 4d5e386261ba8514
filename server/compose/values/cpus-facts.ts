import { counted, shown, type Lines } from '../../say.ts';
import { parseNumber } from './numbers.ts';

/** Says how much CPU a number of cores is. */
export function cpusFacts(text: string): Lines {
  const cores = parseNumber(text);
  if (cores === undefined || cores < 0) return [];
  if (cores === 0) return [{ ko: '제한 없음', en: 'No limit' }];
  const value = shown(text);
  if (cores < 1) {
    const share = counted(cores * 100, 2);
    return [{ ko: `${value} = 코어 하나의 ${share} %`, en: `${value} = ${share} % of one core` }];
  }
  const count = counted(cores, 3);
  return [{ ko: `${value} = 코어 ${count}개만큼`, en: `${value} = as much as ${count} core${cores === 1 ? '' : 's'}` }];
}
