import { defineRule, type Violation } from '../../rule.ts';
import { findCostlyCopy, type CostlyCopy } from '../installs/costly-copy.ts';
import { manifestsFirst } from '../installs/install-first.ts';
import { stageResource, type DockerfileModel } from '../model.ts';

export const cacheFriendlyCopy = defineRule<DockerfileModel>({
  id: 'dockerfile/cache-friendly-copy',
  severity: 'info',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '소스 전체를 `{command}`보다 먼저 복사하면 파일 하나만 바뀌어도 의존성을 다시 설치합니다. 의존성 목록만 먼저 복사하세요.',
    en: 'Copying everything before `{command}` installs the dependencies anew whenever any file changes. Copy the dependency lists first.',
  },
  why: {
    ko: '복사한 파일이 바뀌면 그 아래 단계는 캐시를 쓰지 못합니다. 순서만 바꿔도 소스를 고칠 때마다 하던 설치를 건너뜁니다.',
    en: 'When a copied file changes, no step below can come from the cache. The other order skips the install on every change of the sources.',
  },
  note: 'concepts/build-cache',
  check(model, report) {
    for (const stage of model.stages) {
      const tell = ({ copy, install }: CostlyCopy, fix?: Violation['fix']): void =>
        report({ at: copy.argumentsSpan, data: { command: install.name }, resource: stageResource(stage), ...(fix ? { fix } : {}) });
      const [found, later] = [findCostlyCopy(model, stage), findCostlyCopy(model, stage, 'heldBack')];
      if (found) tell(found, () => manifestsFirst(model, found));
      if (later) tell(later);
    }
  },
  examples: {
    bad: [
      {
        text: 'FROM node:24-alpine\nWORKDIR /app\nCOPY «. .»\nRUN npm ci\nCMD ["node", "server.js"]\n',
        fixed:
          'FROM node:24-alpine\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\nCMD ["node", "server.js"]\n',
      },
      {
        text: 'from node:24\r\n# 소스 전체\r\ncopy --chown=node:node «./ \\\r\n  /app»\r\nworkdir /app\r\n# 의존성 설치\r\nrun --mount=type=cache,target=/root/.npm npm install --omit=dev \\\r\n  # 캐시 비우기\r\n  && npm cache clean --force',
        fixed:
          'from node:24\r\ncopy --chown=node:node package*.json /app/\r\nworkdir /app\r\n# 의존성 설치\r\nrun --mount=type=cache,target=/root/.npm npm install --omit=dev \\\r\n  # 캐시 비우기\r\n  && npm cache clean --force\r\n# 소스 전체\r\ncopy --chown=node:node ./ \\\r\n  /app',
      },
      {
        text: 'FROM node:24\nCOPY «. .»\nRUN --mount=type=secret,id=npmrc npm ci && \\\n    npm run build\n',
        fixed:
          'FROM node:24\nCOPY package.json package-lock.json ./\nRUN --mount=type=secret,id=npmrc npm ci\nCOPY . .\nRUN --mount=type=secret,id=npmrc npm run build\n',
      },
      {
        text: 'FROM node:24\nCOPY package*.json ./\nCOPY «. .»\nRUN npm ci\n',
        fixed: 'FROM node:24\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\n',
      },
      {
        text: 'FROM python:3.13-slim\nADD «. /app/»\nENV PYTHONUNBUFFERED=1\nWORKDIR /app\nRUN apt-get update && apt-get install -y gcc\nRUN pip3 install --no-cache-dir -r requirements.txt\n',
        fixed:
          'FROM python:3.13-slim\nCOPY requirements.txt /app/\nENV PYTHONUNBUFFERED=1\nWORKDIR /app\nRUN apt-get update && apt-get install -y gcc\nRUN pip3 install --no-cache-dir -r requirements.txt\nADD . /app/\n',
      },
      {
        text: 'FROM python:3.13\nCOPY «. .»\nRUN python -m pip install -r requirements/prod.txt\n',
        fixed: 'FROM python:3.13\nCOPY requirements/ ./requirements/\nRUN python -m pip install -r requirements/prod.txt\nCOPY . .\n',
      },
      {
        text: 'FROM golang:1.26 AS build\nWORKDIR /src\n\n# 소스\nCOPY «. .»\nRUN CGO_ENABLED=0 go build -o /out/server ./cmd/server\nFROM scratch\n',
        fixed:
          'FROM golang:1.26 AS build\nWORKDIR /src\n\nCOPY go.mod go.sum ./\nRUN go mod download\n# 소스\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /out/server ./cmd/server\nFROM scratch\n',
      },
      {
        text: 'FROM golang:1.26\nCOPY «. /src»\nWORKDIR /src\nRUN go build\n',
        fixed: 'FROM golang:1.26\nCOPY go.mod go.sum /src/\nWORKDIR /src\nRUN go mod download\nCOPY . /src\nRUN go build\n',
      },
      {
        text: 'FROM eclipse-temurin:21-jdk\nCOPY «. .»\nRUN ./gradlew clean bootJar --no-daemon\n',
        fixed:
          'FROM eclipse-temurin:21-jdk\nCOPY gradlew settings.gradle* build.gradle* ./\nCOPY gradle/ ./gradle/\nRUN ./gradlew dependencies --no-daemon\nCOPY . .\nRUN ./gradlew clean bootJar --no-daemon\n',
      },
      {
        text: 'FROM gradle:8-jdk21\nCOPY «. .»\nRUN gradle build -x test\n',
        fixed:
          'FROM gradle:8-jdk21\nCOPY settings.gradle* build.gradle* ./\nRUN gradle dependencies --no-daemon\nCOPY . .\nRUN gradle build -x test\n',
      },
      {
        text: 'FROM maven:3-eclipse-temurin-21\nCOPY «. .»\nRUN mvn -B clean package -DskipTests\n',
        fixed:
          'FROM maven:3-eclipse-temurin-21\nCOPY pom.xml ./\nRUN mvn -B dependency:go-offline\nCOPY . .\nRUN mvn -B clean package -DskipTests\n',
      },
      { text: 'FROM node:24\nCOPY «. .»\nRUN chmod +x build.sh\nRUN npm ci\n' },
      {
        text: 'FROM node:24 AS deps\nRUN npm ci\nFROM node:24\nCOPY --from=deps /etc/ca /etc/ca\nCOPY «. ./»\nRUN npm ci\n',
        fixed:
          'FROM node:24 AS deps\nRUN npm ci\nFROM node:24\nCOPY --from=deps /etc/ca /etc/ca\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . ./\n',
      },
      { text: 'FROM node:24\nCOPY «. .»\nRUN cd app && npm ci\n' },
      { text: 'FROM node:24\nCOPY «. .»\nWORKDIR app\nRUN npm ci\n' },
      { text: 'FROM python:3.13\nCOPY «. .»\nRUN poetry install --only main\n' },
      { text: 'FROM node:24\nONBUILD COPY «. /app»\nONBUILD RUN ["npm", "ci"]\n' },
      { text: 'FROM node:24\nCOPY «[".", "/앱"]»\nRUN <<EOF\nset -e\nyarn install\nEOF\n' },
    ],
    good: [
      'FROM node:24\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build && npm ci --omit=dev\n',
      'FROM golang:1.26\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\nRUN go build\n',
      'FROM node:24 AS deps\nCOPY package.json ./\nRUN npm install\nFROM deps\nCOPY . .\nRUN npm ci\n',
      'FROM golang:1.26\nCOPY . .\nRUN --mount=type=cache,target=/go/pkg/mod go build\n',
      'FROM node:24\nRUN --mount=type=bind,source=package.json,target=package.json npm ci\nCOPY . .\n',
      'FROM node:24\nCOPY . .\nRUN npm install -g pnpm && npm install express\nRUN pip install flask\n',
      'FROM python:3.13\nCOPY . .\nRUN pip install .\n',
      'FROM node:24\nCOPY --from=build / .\nRUN npm ci\n',
      'FROM gradle:8-jdk21 AS cache\nCOPY build.gradle ./\nRUN gradle dependencies\nFROM gradle:8-jdk21\nCOPY --from=cache /home/gradle/.gradle /home/gradle/.gradle\nCOPY . .\nRUN gradle bootJar\n',
      'FROM node:24 AS deps\nRUN npm ci\nFROM node:24\nCOPY --from=deps /app/node_modules ./node_modules\nCOPY . .\nRUN npm run build && npm ci --omit=dev\n',
      'FROM node:24\nCOPY src ./src\nCOPY . .\nRUN npm run build\n',
      'FROM golang:1.26\nCOPY . .\nRUN go build -mod=vendor\nRUN go install example.com/tool@v1\n',
      'FROM node:24\nCOPY . .\nCMD npm ci\n',
    ],
  },
});
