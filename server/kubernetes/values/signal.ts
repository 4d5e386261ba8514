import { findSignal } from '../../facts/signals.ts';
import { shown, type Lines } from '../../say.ts';

/** Says what the signal means that ends a container. */
export function signalFacts(text: string): Lines {
  const signal = findSignal(text);
  return signal
    ? [{ ko: `${shown(text)}(${signal.number}번) — ${signal.ko}`, en: `${shown(text)} (number ${signal.number}) — ${signal.en}` }]
    : [];
}
