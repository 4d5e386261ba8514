import { defineRule } from '../../rule.ts';
import { buildName } from '../installs/build-commands.ts';
import { finalStage, stageResource, type DockerfileModel } from '../model.ts';
import { commandsOf } from '../shell.ts';
import { divideStage } from '../stages/divide.ts';

/** Names of stages that are meant to hold the tools. */
const toolStages = /^(?:.*[-_.])?(?:build|builder|ci|debug|dev|devel|development|test|tests)$/i;

export const noBuildInFinalStage = defineRule<DockerfileModel>({
  id: 'dockerfile/no-build-in-final-stage',
  severity: 'info',
  presets: ['recommended'],
  equivalents: [],
  message: {
    ko: '마지막 스테이지에서 `{command}`를 실행해 소스와 빌드 도구가 이미지에 남습니다. 빌드 스테이지를 나누고 결과만 `COPY --from`으로 가져오세요.',
    en: '`{command}` in the last stage leaves sources and build tools in the image. Build in a stage of its own and take only the result with `COPY --from`.',
  },
  why: {
    ko: '멀티 스테이지로 나누면 이미지가 수백 MB씩 작아지고, 공격에 쓰일 수 있는 컴파일러와 소스가 남지 않습니다.',
    en: 'Several stages often save hundreds of megabytes and keep compilers and sources away from an attacker.',
  },
  note: 'concepts/multi-stage',
  url: 'https://docs.docker.com/build/building/multi-stage/',
  check(model, report) {
    const stage = finalStage(model);
    if (!stage || toolStages.test(stage.name?.text ?? '')) return;
    // Without a command to run it is a stage to copy from.
    if (!stage.instructions.some(({ keyword, words }) => (keyword === 'CMD' || keyword === 'ENTRYPOINT') && words.length > 0)) return;
    for (const instruction of stage.instructions) {
      if (instruction.keyword !== 'RUN') continue;
      for (const command of commandsOf(model, instruction)) {
        const name = buildName(command);
        if (name === undefined) continue;
        report({
          at: command.span,
          data: { command: name },
          resource: stageResource(stage),
          fix: () => divideStage(model, stage, instruction, command),
        });
        return;
      }
    }
  },
  examples: {
    bad: [
      {
        text: 'FROM golang:1.26\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 «go build -o /out/server ./cmd/server»\nEXPOSE 8080\nENTRYPOINT ["/out/server"]\n',
        fixed:
          'FROM golang:1.26 AS build\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /out/server ./cmd/server\nFROM gcr.io/distroless/static-debian13:nonroot\nCOPY --from=build /out/server /out/server\nEXPOSE 8080\nENTRYPOINT ["/out/server"]\n',
      },
      {
        text: 'from gradle:8-jdk21\r\nworkdir /app\r\ncopy . .\r\nrun «./gradlew bootJar --no-daemon»\r\ncmd ["java", "-jar", "build/libs/app.jar"]\r\n',
        fixed:
          'from gradle:8-jdk21 as build\r\nworkdir /app\r\ncopy . .\r\nrun ./gradlew bootJar --no-daemon\r\nfrom eclipse-temurin:21-jre\r\nworkdir /app\r\ncopy --from=build /app/build/libs/app.jar /app/build/libs/app.jar\r\ncmd ["java", "-jar", "build/libs/app.jar"]\r\n',
      },
      { text: 'FROM node:24\nWORKDIR /app\nCOPY . .\nRUN npm ci && \\\n  # 빌드\n  «npm run build»\nCMD ["node", "dist/server.js"]\n' },
      {
        text: 'FROM maven:3-eclipse-temurin-21\nENV A=b\nRUN <<EOF\n«mvn -B package»\nEOF\nENTRYPOINT ["java", "-jar", "/target/a.jar"]\n',
      },
      { text: 'FROM golang:1.26\nRUN «go build -o /server .»\nCMD ["/server"]\n' },
    ],
    good: [
      'FROM golang:1.26 AS build\nRUN go build -o /server .\nFROM scratch\nCOPY --from=build /server /server\nENTRYPOINT ["/server"]\n',
      'FROM node:24\nRUN npm ci\nCMD ["npm", "start"]\n',
      'FROM node:24 AS dev\nRUN npm run build\nCMD ["npm", "run", "dev"]\n',
      'FROM golang:1.26\nRUN go build ./...\n',
      'FROM golang:1.26\r\nRUN go mod download && \\\r\n  go install example.com/tool@v1\r\nCMD ["tool"]\r\n',
    ],
  },
});
