import type { Localized } from '../../locale.ts';

/** What BuildKit gives to every build. Source: docs.docker.com/build/building/variables, docs.docker.com/reference/dockerfile. */
export const platformArguments: Readonly<Record<string, Localized>> = {
  BUILDPLATFORM: { ko: '빌드하는 컴퓨터의 플랫폼 (예: `linux/amd64`)', en: 'the platform of the building machine (such as `linux/amd64`)' },
  BUILDOS: { ko: '빌드하는 컴퓨터의 운영체제 (예: `linux`)', en: 'the operating system of the building machine (such as `linux`)' },
  BUILDARCH: { ko: '빌드하는 컴퓨터의 아키텍처 (예: `amd64`)', en: 'the architecture of the building machine (such as `amd64`)' },
  BUILDVARIANT: { ko: '빌드하는 컴퓨터의 아키텍처 변형 (예: `v8`)', en: 'the architecture variant of the building machine (such as `v8`)' },
  TARGETPLATFORM: { ko: '만들 이미지의 플랫폼 (예: `linux/arm64`)', en: 'the platform of the image being built (such as `linux/arm64`)' },
  TARGETOS: { ko: '만들 이미지의 운영체제 (예: `linux`)', en: 'the operating system of the image being built (such as `linux`)' },
  TARGETARCH: { ko: '만들 이미지의 아키텍처 (예: `arm64`)', en: 'the architecture of the image being built (such as `arm64`)' },
  TARGETVARIANT: { ko: '만들 이미지의 아키텍처 변형 (예: `v7`)', en: 'the architecture variant of the image being built (such as `v7`)' },
  TARGETSTAGE: { ko: '빌드가 목표로 하는 스테이지의 이름(`--target`)', en: 'the name of the stage that the build aims at (`--target`)' },
};

/** Build arguments that RUN sees without an ARG. They are kept out of the image's history. */
export const proxyArguments: ReadonlySet<string> = new Set(
  ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
);

/** Names that only mean something to the builder itself. */
function isBuilderArgument(name: string): boolean {
  return name.startsWith('BUILDKIT_') || name === 'SOURCE_DATE_EPOCH';
}

/** Whether the builder gives the name its value, so that nobody may rename it. */
export function isPredefined(name: string): boolean {
  return Object.hasOwn(platformArguments, name) || proxyArguments.has(name) || isBuilderArgument(name);
}
