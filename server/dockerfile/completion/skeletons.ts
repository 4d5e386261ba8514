import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import { summaryOf } from '../../hover.ts';
import type { FeatureContext } from '../../language.ts';
import type { Localized } from '../../locale.ts';
import { baseImage } from '../images/base.ts';
import type { DockerfileModel, Stage } from '../model.ts';

/** A piece of Dockerfile offered where it fits. */
interface Skeleton {
  readonly label: string;
  readonly detail: Localized;
  /** In the syntax of snippets, with tab stops. */
  readonly body: string;
  readonly note: string;
  /** Whether it fits into the stage. */
  fits(place: SkeletonPlace): boolean;
}

interface SkeletonPlace {
  readonly stage: Stage;
  readonly isFinal: boolean;
  /** The base image's repository and tag, `node:24-alpine`; empty when it is not known. */
  readonly base: string;
}

const isAlpine = (base: string): boolean => /alpine/.test(base);
const isDebian = (base: string): boolean => /^(?:debian|ubuntu|buildpack-deps)(?::|$)|slim|bookworm|trixie/.test(base);
const has = ({ instructions }: Stage, keyword: string): boolean => instructions.some((instruction) => instruction.keyword === keyword);

const skeletons: readonly Skeleton[] = [
  {
    label: 'RUN apt-get install',
    detail: { ko: '한 레이어에서 설치하고 목록을 지웁니다', en: 'install in one layer, lists removed' },
    body: 'RUN apt-get update \\\\\n && apt-get install -y --no-install-recommends ${1:curl} \\\\\n && rm -rf /var/lib/apt/lists/*',
    note: 'commands/apt-get',
    fits: ({ base }) => isDebian(base),
  },
  {
    label: 'RUN apk add',
    detail: { ko: '캐시를 남기지 않고 설치합니다', en: 'install without leaving a cache' },
    body: 'RUN apk add --no-cache ${1:curl}',
    note: 'commands/apk',
    fits: ({ base }) => isAlpine(base),
  },
  {
    label: 'RUN npm ci',
    detail: { ko: '의존성 목록을 먼저 복사하고 캐시 마운트로 설치합니다', en: 'dependency lists first, installed with a cache mount' },
    body: 'COPY package.json package-lock.json ./\nRUN --mount=type=cache,target=/root/.npm npm ci',
    note: 'concepts/build-cache',
    fits: ({ base }) => /^node(?::|$)/.test(base),
  },
  {
    label: 'RUN pip install',
    detail: { ko: '의존성 목록을 먼저 복사하고 캐시 마운트로 설치합니다', en: 'dependency list first, installed with a cache mount' },
    body: 'COPY requirements.txt ./\nRUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt',
    note: 'concepts/build-cache',
    fits: ({ base }) => /^python(?::|$)/.test(base),
  },
  {
    label: 'RUN go mod download',
    detail: { ko: '모듈을 먼저 내려받아 캐시에 남깁니다', en: 'modules first, so that they stay in the cache' },
    body: 'COPY go.mod go.sum ./\nRUN --mount=type=cache,target=/go/pkg/mod go mod download',
    note: 'concepts/build-cache',
    fits: ({ base }) => /^golang(?::|$)/.test(base),
  },
  {
    label: 'USER (Debian)',
    detail: { ko: '일반 사용자를 만들어 실행합니다', en: 'make a user that is not root and run as it' },
    body: 'RUN groupadd --gid 10001 ${1:app} \\\\\n && useradd --uid 10001 --gid 10001 --no-log-init --no-create-home $1\nUSER 10001',
    note: 'dockerfile/USER',
    fits: ({ base, stage, isFinal }) => isFinal && isDebian(base) && !has(stage, 'USER'),
  },
  {
    label: 'USER (Alpine)',
    detail: { ko: '일반 사용자를 만들어 실행합니다', en: 'make a user that is not root and run as it' },
    body: 'RUN addgroup -g 10001 -S ${1:app} && adduser -u 10001 -S -D -H -G $1 $1\nUSER 10001',
    note: 'dockerfile/USER',
    fits: ({ base, stage, isFinal }) => isFinal && isAlpine(base) && !has(stage, 'USER'),
  },
  {
    label: 'HEALTHCHECK HTTP',
    detail: { ko: '앱이 답하는지 확인합니다', en: 'ask whether the app answers' },
    body: 'HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \\\\\n  CMD ${1:curl -fsS http://localhost:${2:8080}/health} || exit 1',
    note: 'dockerfile/HEALTHCHECK',
    fits: ({ stage, isFinal }) => isFinal && !has(stage, 'HEALTHCHECK'),
  },
];

/** The skeletons that fit at an offset where an instruction may begin: by the stage's base image and by what it has already. */
export function completeSkeleton(model: DockerfileModel, offset: number, context: FeatureContext): readonly CompletionItem[] {
  const stage = model.stages.findLast(({ from }) => from.span.end < offset);
  if (!stage) return [];
  const image = baseImage(model, stage);
  const place: SkeletonPlace = {
    stage,
    isFinal: stage === model.stages.at(-1),
    base: image && image.registry === undefined ? `${image.repository}:${image.tag ?? ''}` : '',
  };
  return skeletons
    .filter((skeleton) => skeleton.fits(place))
    .map(({ label, detail, body, note }) => ({
      label,
      kind: CompletionItemKind.Snippet,
      detail: detail[context.locale],
      insertText: body,
      insertTextFormat: InsertTextFormat.Snippet,
      sortText: `2${label}`,
      ...summaryOf(note, context),
    }));
}
