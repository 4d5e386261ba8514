import type { Localized } from '../../locale.ts';
import { isSchedule } from './cron.ts';
import { isCIDR, isIP } from './ip.ts';
import { encodeBase64, isBase64 } from './base64.ts';
import { isDnsLabel, isDnsName, isQualifiedName, isLabelValue, isPortName } from './names.ts';

/** How a text must look. */
export interface TextFormat {
  /** What is wrong and what is wanted; may hold `{field}` and `{value}`. */
  readonly message: Localized;
  fits(text: string): boolean;
  /** What was probably meant; it is offered only when it fits. */
  repair?(text: string): string | undefined;
}

function lowerCased(text: string): string {
  return text
    .toLowerCase()
    .replace(/[_\s]/g, '-')
    .replace(/^[^a-z0-9]{1,20}|[^a-z0-9]{1,20}$/g, '');
}

const dns: Localized = {
  ko: '`{field}`에는 `{value}`을(를) 쓸 수 없습니다. 소문자, 숫자, `-`, `.`만 253자까지 쓰고, 글자나 숫자로 시작하고 끝내세요.',
  en: '`{value}` cannot be the `{field}`. Use lower case letters, digits, `-` and `.`; begin and end with a letter or digit (at most 253).',
};

/**
 * The formats of texts that fields may demand.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ and
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set unless another page is named.
 */
export const textFormats = {
  'dns-name': { message: dns, fits: isDnsName, repair: lowerCased },
  // https://kubernetes.io/docs/concepts/services-networking/service/#externalname
  'external-name': { message: dns, fits: (text: string) => isDnsName(text.replace(/\.$/, '')), repair: lowerCased },
  'dns-label': {
    message: {
      ko: '`{field}`에는 `{value}`을(를) 쓸 수 없습니다. 소문자, 숫자, `-`만 63자까지 쓰고, 글자나 숫자로 시작하고 끝내세요.',
      en: '`{value}` cannot be the `{field}`. Use lower case letters, digits and `-`; begin and end with a letter or digit (at most 63).',
    },
    fits: isDnsLabel,
    repair: (text: string) => lowerCased(text).replaceAll('.', '-'),
  },
  'dns-name-52': {
    message: {
      ko: 'CronJob의 이름 `{value}`은(는) 쓸 수 없습니다. 소문자, 숫자, `-`, `.`으로 52자까지 적으세요. Job의 이름에 11자가 더 붙습니다.',
      en: '`{value}` cannot name a CronJob. Use at most 52 lower case letters, digits, `-` and `.`: the names of its Jobs get 11 more.',
    },
    fits: (text: string) => text.length <= 52 && isDnsName(text),
    repair: lowerCased,
  },
  'dns-name-63': {
    message: {
      ko: 'Job의 이름 `{value}`은(는) 쓸 수 없습니다. 소문자, 숫자, `-`, `.`으로 63자까지 적으세요. 이 이름은 Pod의 레이블도 됩니다.',
      en: '`{value}` cannot name a Job. Use at most 63 lower case letters, digits, `-` and `.`: the name becomes a label of its Pods too.',
    },
    fits: (text: string) => text.length <= 63 && isDnsName(text),
    repair: lowerCased,
  },
  'path-segment': {
    message: {
      ko: '`{field}`의 값 `{value}`에는 `/`와 `%`를 쓸 수 없습니다.',
      en: '`{value}` cannot be the `{field}`: `/` and `%` are not allowed in it.',
    },
    fits: (text: string) => text !== '.' && text !== '..' && !/[/%]/.test(text),
  },
  'label-key': {
    message: {
      ko: '`{value}` 키는 쓸 수 없습니다. 이름은 글자, 숫자, `-`, `_`, `.`으로 63자까지이고, 앞에 `도메인/`을 붙일 수 있습니다.',
      en: '`{value}` cannot be a key here. A name has at most 63 letters, digits, `-`, `_` and `.`, and may follow a `domain/`.',
    },
    fits: isQualifiedName,
  },
  'annotation-key': {
    message: {
      ko: '`{value}` 키는 쓸 수 없습니다. 이름은 글자, 숫자, `-`, `_`, `.`으로 63자까지이고, 앞에 `도메인/`을 붙일 수 있습니다.',
      en: '`{value}` cannot be a key here. A name has at most 63 letters, digits, `-`, `_` and `.`, and may follow a `domain/`.',
    },
    fits: (text: string) => isQualifiedName(text.toLowerCase()),
  },
  'label-value': {
    message: {
      ko: '레이블 값 `{value}`은(는) 쓸 수 없습니다. 글자, 숫자, `-`, `_`, `.`만 63자까지 쓰고, 글자나 숫자로 시작하고 끝내세요.',
      en: '`{value}` cannot be a label value. Use letters, digits, `-`, `_` and `.`; begin and end with a letter or digit (at most 63).',
    },
    fits: isLabelValue,
    repair: (text: string) => text.replace(/[\s/:@]+/g, '-').replace(/^[^A-Za-z0-9]{1,20}|[^A-Za-z0-9]{1,20}$/g, ''),
  },
  // https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object
  'config-key': {
    message: {
      ko: '`{value}` 키는 쓸 수 없습니다. 글자, 숫자, `-`, `_`, `.`만 253자까지 쓰세요.',
      en: '`{value}` cannot be a key here. Use letters, digits, `-`, `_` and `.` only (at most 253).',
    },
    fits: (text: string) => text.length <= 253 && /^[-._A-Za-z0-9]+$/.test(text) && text !== '.' && !text.startsWith('..'),
  },
  // https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
  'env-name': {
    message: {
      ko: '환경 변수 이름 `{value}`은(는) 쓸 수 없습니다. `=`과 한글을 뺀 글자로 적으세요.',
      en: '`{value}` cannot name an environment variable. Use printable ASCII characters other than `=`.',
    },
    fits: (text: string) => /^[\x20-<>-~]+$/.test(text),
  },
  // https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
  'port-name': {
    message: {
      ko: '포트 이름 `{value}`은(는) 쓸 수 없습니다. 소문자, 숫자, `-`로 15자까지 적고 글자를 하나는 넣으세요.',
      en: '`{value}` cannot name a port. Use at most 15 lower case letters, digits and `-`, at least one of them a letter.',
    },
    fits: isPortName,
    repair: lowerCased,
  },
  // https://kubernetes.io/docs/concepts/containers/images/#image-names
  image: {
    message: {
      ko: '이미지 이름 `{value}`의 앞뒤에 빈칸을 쓸 수 없습니다.',
      en: 'The image `{value}` must not begin or end with a space.',
    },
    fits: (text: string) => text === text.trim(),
    repair: (text: string) => text.trim(),
  },
  // https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath
  'relative-path': {
    message: {
      ko: '`{field}`의 `{value}`은(는) 볼륨 안의 상대 경로여야 합니다. 맨 앞의 `/`와 `..`을 빼세요.',
      en: 'The `{field}` `{value}` must be a path inside the volume: without a leading `/` and without `..`.',
    },
    fits: (text: string) => !text.startsWith('/') && !text.split('/').includes('..'),
    repair: (text: string) => text.replace(/^\/{1,5}/, ''),
  },
  // https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
  'plain-path': {
    message: {
      ko: '`{field}`의 `{value}`에는 `..`을 쓸 수 없습니다.',
      en: 'The `{field}` `{value}` must not hold `..`.',
    },
    fits: (text: string) => !text.split('/').includes('..'),
  },
  // https://kubernetes.io/docs/concepts/storage/volumes/#nfs
  'absolute-path': {
    message: {
      ko: '`{field}`의 `{value}`은(는) `/`로 시작하는 절대 경로여야 합니다.',
      en: 'The `{field}` `{value}` must be an absolute path: it begins with `/`.',
    },
    fits: (text: string) => text.startsWith('/'),
    repair: (text: string) => (/^[\w.-]/.test(text) ? `/${text}` : undefined),
  },
  ip: {
    message: {
      ko: '`{field}`의 `{value}`은(는) IP 주소가 아닙니다. `10.0.0.7`처럼 적으세요.',
      en: 'The `{field}` `{value}` is no IP address. Write one like `10.0.0.7`.',
    },
    fits: isIP,
  },
  // https://kubernetes.io/docs/concepts/services-networking/service/#headless-services
  'cluster-ip': {
    message: {
      ko: '`{field}`의 `{value}`은(는) IP 주소도 `None`도 아닙니다.',
      en: 'The `{field}` `{value}` is neither an IP address nor `None`.',
    },
    fits: (text: string) => text === '' || text === 'None' || isIP(text),
    repair: (text: string) => (/^none$/i.test(text) ? 'None' : undefined),
  },
  // https://kubernetes.io/docs/concepts/services-networking/network-policies/
  cidr: {
    message: {
      ko: '`{field}`의 `{value}`은(는) 주소 범위가 아닙니다. `10.0.0.0/8`처럼 적으세요.',
      en: 'The `{field}` `{value}` is no block of addresses. Write one like `10.0.0.0/8`.',
    },
    fits: (text: string) => isCIDR(text.trim()),
    repair: (text: string) => (isIP(text) ? `${text}/${text.includes(':') ? '128' : '32'}` : undefined),
  },
  // https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards
  'ingress-host': {
    message: {
      ko: '호스트 `{value}`은(는) 쓸 수 없습니다. `shop.example.com`이나 `*.example.com`처럼 주소, 포트, IP가 아닌 도메인 이름을 적으세요.',
      en: '`{value}` cannot be a host. Write a domain name such as `shop.example.com` or `*.example.com`: no URL, port or IP address.',
    },
    fits: (text: string) =>
      text === '' || (!isIP(text) && (text.startsWith('*.') ? isDnsName(text.slice(2)) && text.slice(2).includes('.') : isDnsName(text))),
    repair: (text: string) =>
      text
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .split(/[:/]/, 1)[0] ?? '',
  },
  // https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
  schedule: {
    message: {
      ko: '`{value}` 일정은 읽을 수 없습니다. `분 시 일 월 요일` 다섯 칸을 `0 3 * * 1`처럼 적으세요.',
      en: 'The schedule `{value}` cannot be read. Write five fields: minute, hour, day, month, weekday, as in `0 3 * * 1`.',
    },
    fits: (text: string) => /\bTZ=/.test(text) || isSchedule(text),
    repair: (text: string) =>
      text
        .trim()
        .replace(/^0 (?=\S+ \S+ \S+ \S+ \S+$)/, '')
        .replace(/(?<= )7$/, '0'),
  },
  // https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones
  'time-zone': {
    message: {
      ko: '`{value}`은(는) 시간대 이름이 아닙니다. `Asia/Seoul`처럼 적으세요.',
      en: '`{value}` names no time zone. Write one like `Asia/Seoul`.',
    },
    fits: (text: string) => text !== '' && !/^local$/i.test(text) && /^[A-Za-z][\w+-]*(?:\/[\w+-]+){0,2}$/.test(text),
  },
  // https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
  quantity: {
    message: {
      ko: '`{field}`의 `{value}`은(는) 수량으로 읽을 수 없습니다. `250m`, `512Mi`, `1Gi`처럼 적으세요.',
      en: 'The `{field}` `{value}` is no quantity. Write it like `250m`, `512Mi` or `1Gi`.',
    },
    fits: () => true, // has a check of its own
  },
  negative: {
    message: {
      ko: '`{field}`의 `{value}`은(는) 0보다 작을 수 없습니다.',
      en: 'The `{field}` `{value}` must not be less than 0.',
    },
    fits: () => true,
  },
  // https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data
  base64: {
    message: {
      ko: '`{field}` 값은 Base64여야 합니다. Base64로 바꾸거나 평문을 받는 `stringData`에 적으세요.',
      en: 'The value of `{field}` must be Base64. Encode it, or write it as it is under `stringData`.',
    },
    fits: (text: string) => isBase64(text),
    repair: (text: string) => encodeBase64(text),
  },
  'date-time': {
    message: {
      ko: '`{field}`의 `{value}`은(는) 시각이 아닙니다. `2026-01-31T09:00:00Z`처럼 적으세요.',
      en: 'The `{field}` `{value}` is no point in time. Write it like `2026-01-31T09:00:00Z`.',
    },
    fits: (text: string) => /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/.test(text),
  },
  // https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#NodeSelectorRequirement
  'field-path': {
    message: {
      ko: '`{value}` 필드는 여기서 읽을 수 없습니다. `metadata.name`, `spec.nodeName`, `status.podIP` 같은 필드를 적으세요.',
      en: 'The field `{value}` cannot be read here. Name one such as `metadata.name`, `spec.nodeName` or `status.podIP`.',
    },
    fits: (text: string) =>
      /^(?:metadata\.(?:name|namespace|uid|labels|annotations)|metadata\.(?:labels|annotations)\['[^']+'\]|spec\.(?:nodeName|serviceAccountName)|status\.(?:hostIPs?|podIPs?))$/.test(
        text,
      ),
  },
  // https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/
  'resource-field': {
    message: {
      ko: '`{value}` 자원은 여기서 읽을 수 없습니다. `limits.cpu`, `requests.memory`처럼 적으세요.',
      en: 'The resource `{value}` cannot be read here. Write it like `limits.cpu` or `requests.memory`.',
    },
    fits: (text: string) => /^(?:limits|requests)\.(?:cpu|memory|ephemeral-storage|hugepages-\w+)$/.test(text),
  },
  // https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#HTTPHeader
  'header-name': {
    message: {
      ko: '헤더 이름 `{value}`은(는) 쓸 수 없습니다. 글자, 숫자, `-`만 쓰세요.',
      en: '`{value}` cannot name a header. Use letters, digits and `-` only.',
    },
    fits: (text: string) => /^[-A-Za-z0-9]+$/.test(text),
  },
} satisfies Record<string, TextFormat>;

export type TextFormatName = keyof typeof textFormats;
