import { counted, shownList, type Lines } from '../../say.ts';

/** Something that a selector may select. */
export interface Candidate {
  /** How it is named: `Deployment/web`. */
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
}

/** Whether a selector's conditions hold for labels, and whether it has any. */
export interface SelectorTest {
  readonly isEmpty: boolean;
  matches(labels: ReadonlyMap<string, string>): boolean;
}

/** What an empty selector means: everything, or nothing, as for a Service. */
export type WhenEmpty = 'everything' | 'nothing';

/**
 * Says what a selector selects among the candidates.
 * @param candidates what may be selected; the caller leaves out what lies in other namespaces
 */
export function selectorFacts(selector: SelectorTest, candidates: readonly Candidate[], whenEmpty: WhenEmpty = 'everything'): Lines {
  if (selector.isEmpty)
    return whenEmpty === 'everything'
      ? [{ ko: '비어 있어 모두 고릅니다.', en: 'Empty: it selects everything.' }]
      : [{ ko: '비어 있어 아무 Pod도 고르지 않습니다.', en: 'Empty: it selects no Pods.' }];
  const selected = candidates.filter(({ labels }) => selector.matches(labels)).map(({ name }) => name);
  if (selected.length > 0) return [{ ko: `지금 고르는 것: ${shownList(selected)}`, en: `Selects now: ${shownList(selected)}` }];
  if (candidates.length === 0) return [];
  return [
    {
      ko: `작업 영역에서 찾은 ${counted(candidates.length)}개 가운데 맞는 것이 없습니다.`,
      en: `Matches ${candidates.length === 1 ? 'not the one candidate' : `none of the ${counted(candidates.length)} candidates`} found.`,
    },
  ];
}
