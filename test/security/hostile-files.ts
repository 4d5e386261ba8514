import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageId } from '../../server/language.ts';
import { allSnippets, expand } from '../snippets/expand.ts';
import { createDice, type Dice } from '../hostile/damage.ts';

/** A file with a stranger's text in it, and where that stands. */
export interface HostileFile {
  readonly path: string;
  readonly language: LanguageId;
  readonly text: string;
  readonly places: readonly number[];
}

interface Original {
  readonly path: string;
  readonly language: LanguageId;
  readonly text: string;
}

const originals: readonly Original[] = [...examples(), ...snippets(), ...ownFiles()];

function examples(): readonly Original[] {
  return readdirSync('examples', { recursive: true, withFileTypes: true })
    .filter(({ name }) => /dockerfile$|\.yaml$/i.test(name))
    .map(({ parentPath, name }) => {
      const language = /dockerfile$/i.test(name) ? 'dockerfile' : name.startsWith('compose') ? 'compose' : 'kubernetes';
      return { path: name, language, text: readFileSync(join(parentPath, name), 'utf8') };
    });
}

function snippets(): readonly Original[] {
  const paths = { dockerfile: 'Dockerfile', compose: 'compose.yaml', kubernetes: 'app.yaml' } as const;
  return allSnippets().flatMap((snippet): readonly Original[] => {
    const { language } = snippet;
    return language === 'pipeline' ? [] : [{ path: paths[language], language, text: expand(snippet, 'en') }];
  });
}

/** What the others lack: descriptions that the user's own definitions carry, and files that name files. */
function ownFiles(): readonly Original[] {
  return [
    {
      path: 'crd.yaml',
      language: 'kubernetes',
      text: `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: shops.example.com }
spec:
  group: example.com
  names: { kind: Shop, plural: shops, singular: shop }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          description: "VALUE"
          properties:
            spec:
              type: object
              description: "VALUE"
              properties:
                size: { type: string, description: "VALUE", enum: [small, "VALUE"], default: "VALUE", pattern: "VALUE" }
---
apiVersion: example.com/v1
kind: Shop
metadata: { name: first }
spec:
  size: "VALUE"
`,
    },
    {
      path: 'compose.yaml',
      language: 'compose',
      text: `name: "VALUE"
include: ["VALUE", { path: "VALUE", env_file: "VALUE" }]
services:
  web:
    extends: { file: "VALUE", service: "VALUE" }
    build: { context: "VALUE", dockerfile: "VALUE", target: "VALUE", args: { A: "VALUE" } }
    env_file: ["VALUE", { path: "VALUE" }]
    image: "VALUE"
    command: ["VALUE"]
    volumes: ["VALUE:/x", { type: bind, source: "VALUE", target: /y }]
    configs: [c]
    depends_on: ["VALUE"]
    ports: ["VALUE"]
    healthcheck: { test: ["CMD", "VALUE"], interval: "VALUE" }
configs: { c: { file: "VALUE" }, d: { content: "VALUE" } }
secrets: { s: { file: "VALUE" } }
`,
    },
    {
      path: 'kustomization.yaml',
      language: 'kubernetes',
      text: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: ["VALUE"]
patches: [{ path: "VALUE" }]
configMapGenerator: [{ name: "VALUE", files: ["VALUE"], envs: ["VALUE"], literals: ["A=VALUE"] }]
`,
    },
    {
      path: 'Dockerfile',
      language: 'dockerfile',
      text: `# syntax=VALUE
ARG A=VALUE
FROM VALUE AS VALUE
FROM $A
COPY --from=VALUE --chown=VALUE VALUE VALUE /x/
ADD VALUE /y/
ENV A=VALUE B="VALUE"
LABEL a=VALUE
RUN --mount=type=bind,source=VALUE,target=VALUE apt-get install VALUE && echo "VALUE" > VALUE
SHELL ["VALUE"]
EXPOSE VALUE
USER VALUE
WORKDIR VALUE
STOPSIGNAL VALUE
VALUE VALUE
CMD ["VALUE"]
`,
    },
  ];
}

/** Files in each of which the payload stands: in those made for it everywhere, in the others in the place of some words. */
export function hostileFiles(payload: string, seed: number, count: number): readonly HostileFile[] {
  const dice = createDice(seed);
  const made = originals.filter(({ text }) => text.includes('VALUE'));
  const others = originals.filter(({ text }) => !text.includes('VALUE'));
  const chosen = Array.from({ length: count }, () => others[dice(others.length)] as Original);
  return [...made.map((file) => everywhere(file, payload)), ...chosen.map((file) => somewhere(file, payload, dice))];
}

function everywhere(file: Original, payload: string): HostileFile {
  return insert(file, payload, [...file.text.matchAll(/VALUE/g)]);
}

/** In the place of up to five words, of which keys and instructions are the fewest. */
function somewhere(file: Original, payload: string, dice: Dice): HostileFile {
  const words = [...file.text.matchAll(/[\w./@-]{2,}/g)].filter(
    ({ 0: word, index }) => file.text[index + word.length] !== ':' || dice(4) === 0,
  );
  const chosen = words.filter(() => dice(words.length) < 5);
  return insert(file, payload, chosen.length > 0 ? chosen : words.slice(0, 1));
}

function insert(file: Original, payload: string, words: readonly RegExpExecArray[]): HostileFile {
  let text = '';
  let from = 0;
  const places: number[] = [];
  for (const { 0: word, index } of words) {
    const isQuoted = file.text[index - 1] === '"';
    const written = file.language === 'dockerfile' ? payload : isQuoted ? JSON.stringify(payload).slice(1, -1) : JSON.stringify(payload);
    text += file.text.slice(from, index);
    places.push(text.length, text.length + Math.min(written.length, 40) - 1);
    text += written;
    from = index + word.length;
  }
  return { ...file, text: text + file.text.slice(from), places };
}
