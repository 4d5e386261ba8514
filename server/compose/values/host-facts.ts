import { shown, type Lines } from '../../say.ts';
import type { ExtraHost } from './host.ts';

/** Says which name leads where. */
export function hostFacts({ host, address }: ExtraHost): Lines {
  if (address === 'host-gateway')
    return [
      {
        ko: `컨테이너에서 ${shown(host)} → 이 호스트. \`host-gateway\`는 Docker가 호스트의 주소로 바꿉니다.`,
        en: `In the container ${shown(host)} → this host; Docker puts its address in for \`host-gateway\`.`,
      },
    ];
  return [{ ko: `컨테이너에서 ${shown(host)} → ${shown(address)}`, en: `In the container ${shown(host)} → ${shown(address)}` }];
}
