import { defineRule } from '../../rule.ts';
import { spanOfKey } from '../../yaml/parse.ts';
import type { ComposeModel } from '../model.ts';
import { has, isWhole, perService } from '../review/service.ts';

export const resourceLimits = defineRule<ComposeModel, { readonly cpu: boolean }>({
  id: 'compose/resource-limits',
  severity: 'info',
  presets: [],
  equivalents: [],
  message: {
    ko: '메모리 제한이 없습니다. `deploy.resources.limits.memory`를 적으세요.',
    en: 'There is no memory limit. Write `deploy.resources.limits.memory`.',
  },
  variants: {
    cpu: {
      ko: 'CPU 제한이 없습니다. `deploy.resources.limits.cpus`를 적으세요.',
      en: 'There is no CPU limit. Write `deploy.resources.limits.cpus`.',
    },
  },
  why: {
    ko: '제한이 없으면 컨테이너 하나가 컴퓨터의 메모리를 다 쓸 수 있고, 커널은 그때 엉뚱한 프로세스를 죽이기도 합니다.',
    en: "Without a limit one container may take all of the computer's memory, and the kernel then kills some process, not always the guilty one.",
  },
  note: 'compose/deploy#limits.memory',
  options: { cpu: false },
  check: perService((service, report, { cpu }) => {
    const at = spanOfKey(service.document, service.pair);
    if (!at || !isWhole(service)) return;
    if (!has(service, ['deploy', 'resources', 'limits', 'memory']) && !has(service, ['mem_limit'])) report({ at });
    else if (cpu && !['cpus', 'cpu_quota'].some((key) => has(service, [key])) && !has(service, ['deploy', 'resources', 'limits', 'cpus']))
      report({ at, variant: 'cpu' });
  }),
  examples: {
    bad: [
      { text: 'services:\n  «web»:\n    image: nginx:1.29\n' },
      { text: 'services:\r\n  «api»:\r\n    build: .\r\n    deploy:\r\n      resources:\r\n        limits:\r\n          cpus: "1"\r\n' },
      { text: 'services:\n  «api»:\n    build: .\n    mem_limit: 512m\n', options: { cpu: true } },
    ],
    good: [
      'services:\n  web:\n    image: nginx:1.29\n    deploy:\n      resources:\n        limits:\n          memory: 256M\n',
      'services:\n  web:\n    image: nginx:1.29\n    mem_limit: 256m\n  other:\n    extends: {service: web}\n    build: .\n',
      'x-deploy: &deploy {deploy: {resources: {limits: {memory: 1G}}}}\nservices:\n  web:\n    <<: *deploy\n    image: nginx:1.29\n',
    ],
  },
});
