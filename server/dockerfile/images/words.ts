import type { Localized } from '../../locale.ts';
import { trimEndOf } from '../../text/trim.ts';

/** What a word in a tag or in an image's name says about the image. Source: the images' pages on Docker Hub, wiki.debian.org/DebianReleases, releases.ubuntu.com. */
const words: Readonly<Record<string, Localized>> = {
  alpine: {
    ko: 'Alpine Linux. 수 MB로 작지만 glibc 대신 musl을 쓰고 패키지는 `apk`로 설치합니다.',
    en: 'Alpine Linux: a few MB, with musl instead of glibc and `apk` for packages.',
  },
  slim: {
    ko: 'Debian에서 실행에 필요한 것만 남긴 작은 이미지. 대개 `curl`과 `git`이 없습니다.',
    en: 'A small Debian with what running needs, mostly without `curl` and `git`.',
  },
  distroless: {
    ko: '셸과 패키지 관리자가 없는 실행 전용 이미지. `CMD`는 exec form으로 적어야 합니다.',
    en: 'Only for running: neither shell nor package manager, so `CMD` needs the exec form.',
  },
  nonroot: {
    ko: '기본 사용자가 root가 아닌 이미지 (distroless는 UID 65532).',
    en: 'Starts as a user other than root (in distroless the user id 65532).',
  },
  debug: {
    ko: '셸(busybox)이 든 문제 해결용 이미지. 운영에는 쓰지 마세요.',
    en: 'With a shell (busybox) for troubleshooting; not for production.',
  },
  jre: {
    ko: 'Java를 실행만 하는 이미지. 컴파일러가 없어 마지막 스테이지에 맞습니다.',
    en: 'Runs Java but does not compile it: right for the last stage.',
  },
  jdk: { ko: 'Java 컴파일러까지 든 이미지. 빌드 스테이지에 맞습니다.', en: 'With the Java compiler: right for a build stage.' },
  headless: { ko: '그래픽 라이브러리를 뺀 이미지.', en: 'Without graphics libraries.' },
  windowsservercore: {
    ko: 'Windows Server Core 위의 이미지. Windows 호스트에서만 실행됩니다.',
    en: 'On Windows Server Core: runs on Windows hosts only.',
  },
  nanoserver: {
    ko: 'Windows Nano Server 위의 작은 이미지. Windows 호스트에서만 실행됩니다.',
    en: 'On Windows Nano Server, small: runs on Windows hosts only.',
  },
  perl: { ko: 'Perl이 함께 든 이미지.', en: 'With Perl.' },
  fpm: {
    ko: 'PHP-FPM 이미지. 앞에 nginx 같은 웹 서버가 필요하고 9000번 포트에서 FastCGI를 받습니다.',
    en: 'PHP-FPM: needs a web server such as nginx in front and takes FastCGI on port 9000.',
  },
  cli: { ko: '명령줄용 이미지. 웹 서버가 없습니다.', en: 'For the command line, without a web server.' },
  apache: { ko: 'Apache httpd가 함께 든 이미지.', en: 'With Apache httpd.' },
  chiseled: {
    ko: '셸과 패키지 관리자를 뺀 Ubuntu. 기본 사용자도 root가 아닙니다.',
    en: 'Ubuntu without shell and package manager; its user is not root.',
  },
  unprivileged: { ko: 'root가 아닌 사용자로 실행되는 이미지.', en: 'Runs as a user other than root.' },
  latest: { ko: '움직이는 태그. 빌드할 때마다 다른 이미지가 될 수 있습니다.', en: 'A moving tag: maybe another image at every build.' },
  lts: { ko: '장기 지원(LTS) 버전을 가리키는 움직이는 태그.', en: 'A moving tag for the version with long-term support.' },
  stable: { ko: '안정 버전을 가리키는 움직이는 태그.', en: 'A moving tag for the stable version.' },
  forky: { ko: 'Debian 14 (아직 testing).', en: 'Debian 14, still testing.' },
  trixie: { ko: 'Debian 13.', en: 'Debian 13.' },
  bookworm: { ko: 'Debian 12.', en: 'Debian 12.' },
  bullseye: { ko: 'Debian 11. 지원이 끝났습니다.', en: 'Debian 11, no longer supported.' },
  buster: { ko: 'Debian 10. 지원이 끝났습니다.', en: 'Debian 10, no longer supported.' },
  stretch: { ko: 'Debian 9. 지원이 끝났습니다.', en: 'Debian 9, no longer supported.' },
  resolute: { ko: 'Ubuntu 26.04 LTS.', en: 'Ubuntu 26.04 LTS.' },
  noble: { ko: 'Ubuntu 24.04 LTS.', en: 'Ubuntu 24.04 LTS.' },
  jammy: { ko: 'Ubuntu 22.04 LTS.', en: 'Ubuntu 22.04 LTS.' },
  focal: { ko: 'Ubuntu 20.04 LTS. 표준 지원이 끝났습니다.', en: 'Ubuntu 20.04 LTS, past its standard support.' },
  bionic: { ko: 'Ubuntu 18.04 LTS. 표준 지원이 끝났습니다.', en: 'Ubuntu 18.04 LTS, past its standard support.' },
  scratch: {
    ko: '아무 파일도 없는 빈 이미지. 내려받는 것이 없고 셸도 인증서도 없습니다.',
    en: 'The empty image: nothing is pulled, and there is neither a shell nor certificates.',
  },
};

/** The words of an image's name and tag that mean something, as written in the table. */
export function wordsOf(repository: string, tag: string | undefined): readonly (readonly [word: string, meaning: Localized])[] {
  const parts = new Set([...(tag ?? '').toLowerCase().split(/[-._]/), ...repository.toLowerCase().split(/[/._-]/)]);
  return [...parts].flatMap((part) => {
    const word = trimEndOf(part, '0123456789');
    const meaning = Object.hasOwn(words, word) ? words[word] : undefined;
    return meaning ? [[part, meaning] as const] : [];
  });
}
