import { nearestNames } from '../../nearest.ts';
import { defineRule, type Fix } from '../../rule.ts';
import { insertAbove, keywordLike } from '../edits.ts';
import { baseImage } from '../images/base.ts';
import { isUsual, mayBeSetBy } from '../images/variables.ts';
import { inStage, type DockerfileModel } from '../model.ts';
import { platformArguments } from '../variables/predefined.ts';
import { isGiven, variablesOf, type VariableUse } from '../variables/variables.ts';

export const knownVariable = defineRule<DockerfileModel>({
  id: 'dockerfile/known-variable',
  severity: 'warning',
  presets: ['recommended'],
  equivalents: ['buildkit:UndefinedVar', 'buildkit:UndefinedArgInFrom'],
  message: {
    ko: '`{name}` 변수가 여기서 정의되어 있지 않아 빈 문자열이 됩니다. 앞에서 `ARG`나 `ENV`로 정의하세요.',
    en: 'The variable `{name}` is not defined here, so it becomes an empty string. Define it above with `ARG` or `ENV`.',
  },
  variants: {
    missing: {
      ko: '`{name}` 변수가 여기서 정의되어 있지 않아 빈 문자열이 됩니다. 앞에서 `ARG`나 `ENV`로 정의하세요.',
      en: 'The variable `{name}` is not defined here, so it becomes an empty string. Define it above with `ARG` or `ENV`.',
      equivalents: ['buildkit:UndefinedVar'],
    },
    near: {
      ko: '`{name}` 변수는 없습니다. `{nearest}` 변수를 쓰려던 것이라면 고치세요.',
      en: 'There is no variable `{name}`. If you meant `{nearest}`, correct it.',
      equivalents: ['buildkit:UndefinedVar'],
    },
    global: {
      ko: '`FROM` 위의 `ARG {name}`은 스테이지 안에서 보이지 않아 빈 문자열이 됩니다. 이 스테이지에서 `ARG {name}`을 다시 적으세요.',
      en: 'The `ARG {name}` above `FROM` is not seen inside a stage, so it is empty here. Repeat `ARG {name}` in this stage.',
      equivalents: ['buildkit:UndefinedVar'],
    },
    from: {
      ko: '`FROM`은 첫 `FROM`보다 위에 있는 `ARG`만 볼 수 있는데 `{name}`은 거기에 없습니다. 맨 위에 `ARG {name}=기본값`을 적으세요.',
      en: '`FROM` only sees an `ARG` above the first `FROM`, and there is no `{name}`. Write `ARG {name}=default` at the top.',
      equivalents: ['buildkit:UndefinedArgInFrom'],
    },
    fromNear: {
      ko: '첫 `FROM` 위에 `{name}`이라는 `ARG`는 없습니다. `{nearest}` 변수를 쓰려던 것이라면 고치세요.',
      en: 'There is no `ARG {name}` above the first `FROM`. If you meant `{nearest}`, correct it.',
      equivalents: ['buildkit:UndefinedArgInFrom'],
    },
  },
  why: {
    ko: '대개 빌드는 멈추지 않고 빈 값으로 진행됩니다. 경로가 `/`가 되는 것처럼 엉뚱한 결과를 나중에야 알게 됩니다.',
    en: 'Mostly the build goes on with nothing in its place: a path becomes `/`, say, and the wrong result shows up much later.',
  },
  note: 'dockerfile/ARG',
  url: 'https://docs.docker.com/build/building/variables/',
  check(model, report) {
    const { uses } = variablesOf(model);
    const globals = globalNames(model);
    const said = new Map<VariableUse['instruction'], Set<string>>();
    for (const use of uses) {
      const { name, instruction, stage } = use;
      if (use.definition || use.later || /^:?[-+?]/.test(use.operator) || isGiven(name, instruction.keyword)) continue;
      const inFrom = instruction.keyword === 'FROM';
      if (use.by === 'shell' && (instruction.keyword !== 'RUN' || !globals.has(name) || /^:?[-+?=]/.test(shellOperator(model, use))))
        continue;
      const image = stage && !inFrom ? baseImage(model, stage) : undefined;
      const names = inFrom ? (globals.size > many ? [] : [...globals, ...Object.keys(platformArguments)]) : inScope(model, use);
      const [nearest] = nearestNames(name, names, 1);
      const mayBeSet = stage !== undefined && !inFrom && mayBeSetBy(image, name);
      // An unknown image may set anything, but hardly a name of this file, or one that differs by a letter.
      if (mayBeSet && (isUsual(name) || (!globals.has(name) && (nearest === undefined || name.length < 6)))) continue;
      const done = said.get(instruction) ?? new Set();
      if (done.has(name)) continue;
      said.set(instruction, done.add(name));
      const global = stage !== undefined && !inFrom && globals.has(name);
      const near = global ? undefined : nearest;
      report({
        at: use.span,
        variant: inFrom ? (near ? 'fromNear' : 'from') : global ? 'global' : near ? 'near' : 'missing',
        data: { name, ...(near ? { nearest: near } : {}) },
        ...inStage(stage),
        // BuildKit looks neither into shell scripts nor at the ARG lines above FROM.
        ...(use.by === 'shell' || !stage ? { equivalents: [] } : {}),
        fix: () => (global ? repeatArgument(model, use) : near === undefined ? undefined : renameAll(sameUses(model, use), near)),
      });
    }
  },
  examples: {
    bad: [
      { text: 'FROM alpine:3.22\nCOPY «$foo» .\nARG foo=bar\n' },
      {
        text: 'FROM alpine:3.22\nARG DIR_ASSETS=assets/\nCOPY «${DIR_ASSET}» \\\n  # 자료\n  $DIR_ASSET/x .\n',
        fixed: 'FROM alpine:3.22\nARG DIR_ASSETS=assets/\nCOPY ${DIR_ASSETS} \\\n  # 자료\n  $DIR_ASSETS/x .\n',
      },
      { text: 'from alpine:3.22\r\nenv PATH=«$PAHT»:/app/bin\r\n', fixed: 'from alpine:3.22\r\nenv PATH=$PATH:/app/bin\r\n' },
      {
        text: 'ARG APP_VERSION=1.2\nFROM debian:13\nADD app-«${APP_VERSION}».tar.gz /\n',
        fixed: 'ARG APP_VERSION=1.2\nFROM debian:13\nARG APP_VERSION\nADD app-${APP_VERSION}.tar.gz /\n',
      },
      {
        text: 'arg APP_VERSION=1.2\r\nfrom debian:13\r\n  run echo "«$APP_VERSION»"\r\n',
        fixed: 'arg APP_VERSION=1.2\r\nfrom debian:13\r\n  arg APP_VERSION\r\n  run echo "$APP_VERSION"\r\n',
      },
      {
        text: 'ARG APP_DIR=/srv\nFROM example.com/base:1\nWORKDIR «$APP_DIR»\n',
        fixed: 'ARG APP_DIR=/srv\nFROM example.com/base:1\nARG APP_DIR\nWORKDIR $APP_DIR\n',
      },
      { text: 'ARG TAG=24\nFROM node:${TAG}«${FLAVOUR}»\n' },
      { text: 'ARG VARIANT=slim\nFROM node:24-«$VARIENT»\n', fixed: 'ARG VARIANT=slim\nFROM node:24-$VARIANT\n' },
      { text: 'FROM node:24\nARG TAG=1\nFROM nginx:«$TAG»\n' },
      { text: 'FROM debian:13\nCOPY <<EOF /etc/app.conf\nname=«$APP_NAME»\nEOF\n' },
      { text: 'FROM debian:13\nWORKDIR «$HOME»/app\n' },
      { text: 'FROM scratch AS a\nARG ONE=1\nFROM scratch\nLABEL one=«$ONE»\n' },
    ],
    good: [
      'ARG VERSION=24\nFROM node:${VERSION}\nARG VERSION\nLABEL version=$VERSION\n',
      'FROM --platform=$BUILDPLATFORM golang:1.26 AS build\nFROM scratch\nCOPY --from=build /a /a\n',
      'FROM debian:13\nENV PATH=/app/bin:$PATH\n',
      'FROM debian:13 AS base\nENV HOME_DIR=/srv\nARG DIR=/x\nFROM base\nWORKDIR $HOME_DIR\nCOPY a $DIR\n',
      'FROM debian:13\nCOPY a ${DIR:-/srv}\nCOPY b ${SUB:+x}\n',
      "FROM debian:13\nLABEL price='$5 and $name' cost=\\$name\n",
      'ARG JAVA_HOME=/j\nFROM example.com/java:1\nCOPY a $JAVA_HOME\n',
      'FROM debian:13\nRUN name=x; echo "$name $HOME"\nCMD echo $PORT\n',
      'FROM python:3.13\nLABEL python=$PYTHON_VERSION\n',
      'FROM registry.example.com/team/base:1\nWORKDIR $APP_ROOT\n',
      'ARG NODE_VERSION=24\nFROM node:$NODE_VERSION\nRUN echo $NODE_VERSION\n',
      "FROM debian:13\nCOPY <<'EOF' /a.sh\necho $NAME\nEOF\n",
      'FROM debian:13\nONBUILD COPY $SOURCE /app\n',
      'ARG V=1\nFROM debian:13\nRUN echo ${V:-2} && V=3 && echo $V\n',
      'FROM debian:13\nRUN --mount=type=cache,target=/c,id=$TARGETARCH make\n',
    ],
  },
});

/** The names above the first FROM. */
function globalNames(model: DockerfileModel): ReadonlySet<string> {
  return new Set(variablesOf(model).definitions.flatMap(({ stage, name }) => (stage ? [] : [name])));
}

/** More variables than anyone writes: to compare every unknown name with all of them would take too long. */
const many = 500;

/** What the use might have meant. */
function inScope(model: DockerfileModel, { instruction }: VariableUse): readonly string[] {
  if (variablesOf(model).definitions.length > many) return [];
  return [...variablesOf(model).visibleAt(instruction.span.start).keys(), 'PATH'];
}

/** What follows the name in a shell's `${NAME…}`. */
function shellOperator({ text }: DockerfileModel, { span, nameSpan }: VariableUse): string {
  return text.slice(nameSpan.end, Math.min(span.end, nameSpan.end + 2));
}

/** The value is the one that the line above FROM gives, so this is safe to apply unseen. */
function repeatArgument(model: DockerfileModel, { name, stage }: VariableUse): Fix | undefined {
  // Above the first use in the stage, so that one line serves them all.
  const first = variablesOf(model).uses.find((use) => use.stage === stage && use.name === name && !use.definition && !use.later);
  const outer = stage?.instructions.find((candidate) => candidate === first?.instruction && candidate !== stage.from);
  if (!outer) return undefined;
  return {
    title: { ko: `이 스테이지에 \`ARG ${name}\` 적기`, en: `Repeat \`ARG ${name}\` in this stage` },
    edits: [insertAbove(model, outer, [`${keywordLike(model, outer, 'ARG')} ${name}`])],
    isPreferred: true,
  };
}

/** The uses of the name in the instruction. */
function sameUses(model: DockerfileModel, { name, instruction }: VariableUse): readonly VariableUse[] {
  return variablesOf(model).uses.filter((other) => other.instruction === instruction && other.name === name && !other.definition);
}

function renameAll(uses: readonly VariableUse[], to: string): Fix {
  return {
    title: { ko: `\`${to}\` 변수로 고치기`, en: `Change to \`${to}\`` },
    edits: uses.map(({ nameSpan }) => ({ span: nameSpan, newText: to })),
  };
}
