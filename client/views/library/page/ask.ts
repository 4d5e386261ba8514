import type { SearchAnswer, SearchParams } from '../../../../server/protocol.ts';
import { post } from './state.ts';

type Answered = (answer: SearchAnswer) => void;

let last = 0;
const waiting = new Map<number, Answered>();

/** Asks the library; what is answered comes through {@link answered}. */
export function ask(query: SearchParams, then: Answered): void {
  waiting.set(++last, then);
  post({ type: 'search', number: last, query });
}

/** Hands an answer to whom it is for. */
export function answered(number: number, answer: SearchAnswer): void {
  const then = waiting.get(number);
  waiting.delete(number);
  then?.(answer);
}

/** Makes an {@link ask} of which only the newest question counts: one is under way at most, and the newest of the others follows it. */
export function askNewest(): (query: SearchParams, then: Answered) => void {
  let next: readonly [SearchParams, Answered] | undefined;
  let isAsking = false;
  const send = (query: SearchParams, then: Answered): void => {
    isAsking = true;
    ask(query, (answer) => {
      isAsking = false;
      if (!next) return then(answer);
      const [newer, newerThen] = next;
      next = undefined;
      send(newer, newerThen);
    });
  };
  return (query, then) => {
    if (isAsking) next = [query, then];
    else send(query, then);
  };
}

/** Nothing that was asked before is waited for any more. */
export function forgetAsked(): void {
  waiting.clear();
}
