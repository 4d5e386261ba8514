import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../../server/languages.ts';
import { library } from '../../../server/library.ts';
import { readMarks } from '../../marks.ts';
import * as outputs from '../../server/output/samples.ts';
import { texts as files, sources } from '../sources.ts';
import type { CaseKind } from './case.ts';

/** What people write, by the part of Mulgil that reads it: mistakes are made from it. */
export const seeds: Readonly<Record<CaseKind, readonly string[]>> = {
  dockerfile: seedsOf('dockerfile'),
  compose: [...seedsOf('compose'), ...stacks()],
  kubernetes: seedsOf('kubernetes'),
  output: Object.values(outputs),
  command: [
    'docker run -d --name web -p 8080:80 -v data:/data -e A=b --restart unless-stopped nginx:1.29 -g "daemon off;"',
    "docker run --rm -it --mount type=bind,source=./a,target=/b,readonly --network shop -e 'A=$B' --health-cmd='curl -f x || exit 1' alpine sh -c 'a && b'",
    'sudo docker container run --gpus all --cpus=1.5 -m 512m \\\n  --label a.b=c --ulimit nofile=1:2 --tmpfs /run img@sha256:00 a "b c" $(d)',
  ],
  query: library.ids().filter((_, at) => at % 7 === 0),
  topic: [...library.ids().filter((_, at) => at % 5 === 0), 'Deployment.spec.strategy', 'COPY --from', 'CrashLoopBackOff', 'DL3007'],
  configuration: [
    'language: ko\npreset: all\nrules:\n  dockerfile/no-latest-tag: off\n  kubernetes/limits: [warning, {cpu: true}]\nignore: ["web/**", "*.test.yaml"]\nkubernetes: {version: "1.33"}\n',
    'ignored: [DL3008, DL3009]\noverride:\n  error: [DL3001]\ntrustedRegistries: [docker.io, "*.example.com"]\nlabel-schema: {author: text}\nstrict-labels: true\n',
  ],
};

/** Everything, for pieces that are put where they do not belong. */
export const pieces: readonly string[] = [...new Set([...files, ...Object.values(seeds).flat()])];

function seedsOf(language: string): readonly string[] {
  const examples = languages
    .filter(({ id }) => id === language)
    .flatMap(({ rules }) => rules)
    .flatMap(({ examples: { bad, good } }) => [
      ...bad.map(({ text }) => readMarks(text).text),
      ...good.map((example) => (typeof example === 'string' ? example : example.text)),
    ]);
  return [...sources.filter((source) => source.language === language).map(({ text }) => text), ...examples];
}

function stacks(): readonly string[] {
  const folder = 'test/server/convert/stacks';
  return readdirSync(folder).map((name) => readFileSync(join(folder, name, 'compose.yaml'), 'utf8'));
}
