import type { Localized } from '../../locale.ts';

/** The words of a picture of a Compose file. */
export const words = {
  title: { ko: '{name}의 서비스', en: 'The services of {name}' },
  description: {
    ko: '서비스 {count}개. 화살표는 이 컴퓨터의 포트에서 서비스로, 서비스에서 그 서비스가 기다리거나 쓰는 것으로 향합니다.',
    en: 'Services: {count}. Arrows lead from ports of this computer to services, and from services to what they wait for or use.',
  },
  others: { ko: '함께 읽은 파일: {files}', en: 'Read along: {files}' },
  services: { ko: '서비스', en: 'service' },
  networks: { ko: '네트워크', en: 'network' },
  volumes: { ko: '볼륨', en: 'volume' },
  configs: { ko: 'config', en: 'config' },
  secrets: { ko: 'secret', en: 'secret' },
  port: { ko: '공개한 포트', en: 'published port' },
  anyPort: { ko: '아무 포트', en: 'any port' },
  build: { ko: 'Dockerfile', en: 'Dockerfile' },
  missing: { ko: '선언되지 않았습니다', en: 'not declared' },
  noFile: { ko: '없는 파일이나 스테이지입니다', en: 'no such file or stage' },
  elsewhere: { ko: '이 파일에 없습니다', en: 'not in this file' },
} satisfies Record<string, Localized>;

/** One of them. */
export type Word = keyof typeof words;
