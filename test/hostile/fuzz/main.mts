// Tries hostile input for as long as one likes:  npm run fuzz -- --minutes N [--seed S] [--again FILE]
// Prints the seed and, for each failure, a file with the least that fails; the exit code is 1 when anything failed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import '../../setup.ts';
import type { Case } from './case.ts';
import { makeCase } from './case.ts';
import { failureOf, minimise } from './minimise.ts';
import { createMemoryWatch } from './memory-watch.ts';

/** As many characters as a text is grown to. */
const largest = 1_000_000;
/** Milliseconds after which a round counts as hanging, and those that are spent on making a failure small. */
const patience = 120_000;
const minimising = 20_000;

type Told =
  | { readonly round: number; readonly kind: string }
  | { readonly failure: string; readonly details: string; readonly round: number; readonly tried: Case };

/** Tries round after round until it is stopped; every failure once. */
function work(seed: number, first: number): void {
  const known = new Set<string>();
  const memory = createMemoryWatch();
  const tell = (told: Told): void => parentPort?.postMessage(told);
  for (let round = first; ; round++) {
    const tried = makeCase(seed, round, largest);
    tell({ round, kind: tried.kind });
    const failure = failureOf(tried) ?? memory.grown(round);
    if (!failure || known.has(failure.signature)) continue;
    known.add(failure.signature);
    const { error } = failure;
    tell({
      failure: failure.signature,
      details: error instanceof Error ? (error.stack ?? error.message).slice(0, 3000) : String(error),
      round,
      tried: minimise(tried, failure.signature, minimising),
    });
  }
}

async function lead(): Promise<void> {
  const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' }, again: { type: 'string' } } });
  if (values.again !== undefined) {
    const failure = failureOf(JSON.parse(readFileSync(values.again, 'utf8')) as Case);
    console.log(failure ? failure.error : 'no failure');
    process.exit(failure ? 1 : 0);
  }
  const minutes = Number(values.minutes ?? 1);
  const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
  console.log(`seed ${seed}, ${minutes} minutes`);
  const folder = 'dist-test/fuzz';
  mkdirSync(folder, { recursive: true });
  const end = Date.now() + minutes * 60_000;
  const counts = new Map<string, number>();
  const failures = new Set<string>();
  const report = (signature: string, round: number, tried: Case, details: string): void => {
    if (failures.has(signature)) return;
    failures.add(signature);
    const file = join(folder, `seed-${seed}-round-${round}.json`);
    writeFileSync(file, JSON.stringify(tried, undefined, 1));
    console.log(`\nFAILED ${signature}\n${details}\n→ npm run fuzz -- --again ${file}`);
  };
  for (let round = 0; Date.now() < end;) round = (await run(seed, round, end, counts, report)) + 1;
  const sum = [...counts.values()].reduce((total, count) => total + count, 0);
  console.log(
    `\nseed ${seed}: ${sum} inputs (${[...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')}), ${failures.size} failures`,
  );
  process.exit(failures.size > 0 ? 1 : 0);
}

/** Runs a worker until the time is over, or until it hangs or dies. Answers the last round it began. */
function run(
  seed: number,
  first: number,
  end: number,
  counts: Map<string, number>,
  report: (signature: string, round: number, tried: Case, details: string) => void,
): Promise<number> {
  const url = new URL(import.meta.url);
  const worker = new Worker(fileURLToPath(new URL(url.pathname, url)), {
    workerData: { seed, first },
    resourceLimits: { maxOldGenerationSizeMb: 2500 },
  });
  return new Promise((resolve) => {
    let last = first;
    let since = Date.now();
    const stop = (): void => {
      clearInterval(watching);
      void worker.terminate().then(() => resolve(last));
    };
    const watching = setInterval(() => {
      if (Date.now() - since > patience) {
        report('hangs', last, makeCase(seed, last, largest), `round ${last} has taken ${patience / 1000} s`);
        stop();
      } else if (Date.now() > end) stop();
    }, 500);
    worker.on('message', (told: Told) => {
      since = Date.now();
      if ('failure' in told) report(told.failure, told.round, told.tried, told.details);
      else {
        last = told.round;
        counts.set(told.kind, (counts.get(told.kind) ?? 0) + 1);
      }
    });
    worker.on('error', (error) => {
      report(`the worker ended: ${error.message}`, last, makeCase(seed, last, largest), String(error));
      stop();
    });
  });
}

if (isMainThread) await lead();
else work((workerData as { seed: number; first: number }).seed, (workerData as { seed: number; first: number }).first);
