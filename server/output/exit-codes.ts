import type { Localized } from '../locale.ts';

// Sources: docs.docker.com/engine/containers/run/#exit-status; 128 and more is 128 and the signal's number, as shells count.
const meanings: Readonly<Record<number, Localized>> = {
  0: {
    ko: '종료 코드 0: 오류 없이 끝났습니다. 계속 떠 있어야 하는 서버라면 메인 프로세스가 백그라운드로 가거나 할 일을 마치고 끝난 것입니다.',
    en: 'Exit code 0: it ended without an error. A server that should stay up has gone to the background, or had nothing left to do.',
  },
  1: {
    ko: '종료 코드 1: 애플리케이션이 스스로 오류로 끝났습니다. 이유는 로그에 있습니다.',
    en: 'Exit code 1: the application itself ended with an error; its log says why.',
  },
  2: {
    ko: '종료 코드 2: 프로그램이 오류로 끝났습니다. 잘못된 인자나 셸 스크립트의 오류일 때가 많습니다. 로그를 보세요.',
    en: 'Exit code 2: the program ended with an error, often for a wrong argument or a mistake in a shell script; see its log.',
  },
  125: {
    ko: '종료 코드 125: `docker run` 자체가 실패했습니다. 컨테이너의 프로그램은 시작하지도 않았습니다.',
    en: 'Exit code 125: `docker run` itself failed; the program in the container never started.',
  },
  126: {
    ko: '종료 코드 126: 명령은 있지만 실행할 수 없습니다. 실행 권한이 없거나 실행 파일이 아닙니다.',
    en: 'Exit code 126: the command is there but cannot be run: it lacks the permission, or is no program.',
  },
  127: {
    ko: '종료 코드 127: 명령을 찾을 수 없습니다. 이미지에 그 프로그램이 없거나 경로가 틀렸습니다.',
    en: 'Exit code 127: the command was not found: the image lacks it, or its path is wrong.',
  },
  130: { ko: '종료 코드 130: SIGINT(Ctrl+C)를 받아 끝났습니다.', en: 'Exit code 130: SIGINT (Ctrl+C) ended it.' },
  134: {
    ko: '종료 코드 134: SIGABRT로 끝났습니다. 프로그램이나 런타임이 스스로 중단한 것이니 로그를 보세요.',
    en: 'Exit code 134: SIGABRT ended it: the program or its runtime gave up; see its log.',
  },
  137: {
    ko: '종료 코드 137: SIGKILL로 강제 종료되었습니다. 메모리 제한을 넘었거나(OOM), 종료 유예 시간 안에 끝나지 않았거나, 누군가 죽인 것입니다.',
    en: 'Exit code 137: SIGKILL ended it: it went over its memory limit (OOM), did not stop within its grace period, or was killed by someone.',
  },
  139: {
    ko: '종료 코드 139: SIGSEGV, 곧 프로그램이 잘못된 메모리를 읽거나 썼습니다. CPU 아키텍처나 네이티브 라이브러리가 맞는지 보세요.',
    en: 'Exit code 139: SIGSEGV: the program read or wrote memory that is not its own. See whether its native libraries fit.',
  },
  143: {
    ko: '종료 코드 143: SIGTERM을 받아 끝났습니다. 멈추라는 요청에 따른 것이니, 배포나 축소 때라면 정상입니다.',
    en: 'Exit code 143: SIGTERM ended it: it was asked to stop, as happens in every rollout or scaling down.',
  },
};

/** What an exit code means; `undefined` for one that only the program itself can explain. */
export function exitCodeMeaning(code: number): Localized | undefined {
  return meanings[code];
}
