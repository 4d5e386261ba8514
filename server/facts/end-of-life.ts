import { imageName, type ImageReference } from '../image.ts';

/** The day on which the table was last checked. Findings are measured by it, not by the clock, so that one version always finds the same. */
export const checkedOn = '2026-11-20';

/** A product whose versions get security fixes up to a known day. */
interface Lifecycle {
  /** What its makers say about it. */
  readonly page: string;
  /** A tag to move to. */
  readonly successor: string;
  /** The last day of fixes (`yyyy-mm-dd`) by the version with which a tag begins. */
  readonly ends: Readonly<Record<string, string>>;
}

/** A version without security fixes. */
export interface Ended {
  /** `node 18`, `Debian buster`. */
  readonly name: string;
  readonly date: string;
  readonly page: string;
  readonly successor: string;
}

const debianEnds = {
  '7': '2018-05-31',
  wheezy: '2018-05-31',
  '8': '2020-06-30',
  jessie: '2020-06-30',
  '9': '2022-06-30',
  stretch: '2022-06-30',
  '10': '2024-06-30',
  buster: '2024-06-30',
  '11': '2026-08-31',
  bullseye: '2026-08-31',
};

const alpineEnds = {
  '3.10': '2021-05-01',
  '3.11': '2021-11-01',
  '3.12': '2022-05-01',
  '3.13': '2022-11-01',
  '3.14': '2023-05-01',
  '3.15': '2023-11-01',
  '3.16': '2024-05-23',
  '3.17': '2024-11-22',
  '3.18': '2025-05-09',
  '3.19': '2025-11-01',
  '3.20': '2026-04-01',
  '3.21': '2026-11-01',
};

/** Versions of Java between the long-term ones. */
const javaEnds = {
  '16': '2021-09-14',
  '18': '2022-09-20',
  '19': '2023-03-21',
  '20': '2023-09-19',
  '22': '2024-09-17',
  '23': '2025-03-18',
  '24': '2025-09-16',
};

/** By the image's name on Docker Hub. Only versions whose end is certain; all others count as supported. */
const lifecycles: Readonly<Record<string, Lifecycle>> = {
  node: {
    page: 'https://nodejs.org/en/about/previous-releases',
    successor: 'node:24',
    ends: {
      '4': '2018-04-30',
      '6': '2019-04-30',
      '8': '2019-12-31',
      '10': '2021-04-30',
      '12': '2022-04-30',
      '13': '2020-06-01',
      '14': '2023-04-30',
      '15': '2021-06-01',
      '16': '2023-09-11',
      '17': '2022-06-01',
      '18': '2025-04-30',
      '19': '2023-06-01',
      '20': '2026-04-30',
      '21': '2024-06-01',
      '23': '2025-06-01',
      '25': '2026-06-01',
    },
  },
  python: {
    page: 'https://devguide.python.org/versions/',
    successor: 'python:3.14',
    ends: {
      '2': '2020-01-01',
      '3.4': '2019-03-18',
      '3.5': '2020-09-30',
      '3.6': '2021-12-23',
      '3.7': '2023-06-27',
      '3.8': '2024-10-07',
      '3.9': '2025-10-31',
      '3.10': '2026-10-31',
    },
  },
  golang: {
    page: 'https://go.dev/doc/devel/release#policy',
    successor: 'golang:1.27',
    ends: {
      '1.16': '2022-03-15',
      '1.17': '2022-08-02',
      '1.18': '2023-02-01',
      '1.19': '2023-09-06',
      '1.20': '2024-02-06',
      '1.21': '2024-08-13',
      '1.22': '2025-02-11',
      '1.23': '2025-08-12',
      '1.24': '2026-02-10',
      '1.25': '2026-08-19',
    },
  },
  'eclipse-temurin': { page: 'https://adoptium.net/support/', successor: 'eclipse-temurin:25', ends: javaEnds },
  // The image itself gets no more fixes, whatever the version; early-access builds have other tags.
  openjdk: {
    page: 'https://hub.docker.com/_/openjdk',
    successor: 'eclipse-temurin:25',
    ends: each('2022-07-31', '7 8 9 10 11 12 13 14 15 16 17 18'),
  },
  debian: { page: 'https://wiki.debian.org/LTS', successor: 'debian:13', ends: debianEnds },
  ubuntu: {
    page: 'https://ubuntu.com/about/release-cycle',
    successor: 'ubuntu:24.04',
    ends: {
      ...each('2019-04-30', '14.04 trusty'),
      ...each('2021-04-30', '16.04 xenial'),
      ...each('2023-05-31', '18.04 bionic'),
      ...each('2025-05-31', '20.04 focal'),
      ...each('2022-01-20', '21.04 hirsute'),
      ...each('2022-07-14', '21.10 impish'),
      ...each('2023-07-20', '22.10 kinetic'),
      ...each('2024-01-25', '23.04 lunar'),
      ...each('2024-07-11', '23.10 mantic'),
      ...each('2025-07-10', '24.10 oracular'),
      ...each('2026-01-31', '25.04 plucky'),
      ...each('2026-07-31', '25.10 questing'),
    },
  },
  alpine: { page: 'https://alpinelinux.org/releases/', successor: 'alpine:3.24', ends: alpineEnds },
  nginx: {
    page: 'https://nginx.org/en/download.html',
    successor: 'nginx:1.30',
    ends: {
      '1.18': '2021-04-20',
      '1.20': '2022-05-24',
      '1.21': '2022-06-21',
      '1.22': '2023-04-11',
      '1.23': '2023-05-23',
      '1.24': '2024-04-23',
      '1.25': '2024-05-29',
      '1.26': '2025-04-23',
      '1.27': '2025-06-24',
      '1.28': '2026-04-14',
      '1.29': '2026-05-13',
    },
  },
  mysql: {
    page: 'https://www.mysql.com/support/eol-notice.html',
    successor: 'mysql:8.4',
    ends: { '5.5': '2018-12-31', '5.6': '2021-02-28', '5.7': '2023-10-31', '8.0': '2026-04-30' },
  },
  postgres: {
    page: 'https://www.postgresql.org/support/versioning/',
    successor: 'postgres:18',
    ends: {
      '9': '2021-11-11',
      '10': '2022-11-10',
      '11': '2023-11-09',
      '12': '2024-11-21',
      '13': '2025-11-13',
      '14': '2026-11-12',
    },
  },
  redis: {
    page: 'https://github.com/redis/redis/security/policy',
    successor: 'redis:8',
    ends: { '5': '2022-04-27', '6.0': '2023-08-15' },
  },
};

/** Systems inside other images, by the part of a tag that names them: `node:22-buster`, `python:3.13-alpine3.17`. */
const systems: readonly { readonly pattern: RegExp; readonly image: string; readonly name: string }[] = [
  { pattern: /-(wheezy|jessie|stretch|buster|bullseye)(?:-|$)/, image: 'debian', name: 'Debian' },
  { pattern: /-(trusty|xenial|bionic|focal)(?:-|$)/, image: 'ubuntu', name: 'Ubuntu' },
  { pattern: /-alpine(\d+\.\d+)(?:-|$)/, image: 'alpine', name: 'Alpine' },
];

/** What of an image has no security fixes any more on a day (`yyyy-mm-dd`): its own version, or the system that its tag names. */
export function endedBy(day: string, image: ImageReference): Ended | undefined {
  const name = imageName(image);
  const tag = image.tag ?? '';
  const own = Object.hasOwn(lifecycles, name) ? lifecycles[name] : undefined;
  const version = own && versionsOf(tag).find((candidate) => Object.hasOwn(own.ends, candidate));
  if (own && version !== undefined) {
    const found = ended(own, version, `${name} ${version}`, day);
    if (found) return found;
  }
  for (const { pattern, image: system, name: title } of own ? systems : []) {
    const [, release] = pattern.exec(tag) ?? [];
    const lifecycle = lifecycles[system];
    if (release === undefined || !lifecycle || system === name || !Object.hasOwn(lifecycle.ends, release)) continue;
    const found = ended(lifecycle, release, `${title} ${release}`, day);
    if (found) return found;
  }
  return undefined;
}

function ended({ ends, page, successor }: Lifecycle, version: string, name: string, day: string): Ended | undefined {
  const date = ends[version];
  return date !== undefined && date < day ? { name, date, page, successor } : undefined;
}

/** What a tag begins with, longest first: `3.9.18-slim` gives `3.9.18`, `3.9`, `3`; `bullseye-slim` gives `bullseye`. */
function versionsOf(tag: string): readonly string[] {
  const [numbers] = /^\d+(?:\.\d+){0,3}/.exec(tag) ?? [];
  if (numbers === undefined) return [/^[a-z]+/.exec(tag)?.[0] ?? ''];
  const parts = numbers.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}

function each(date: string, versions: string): Record<string, string> {
  return Object.fromEntries(versions.split(' ').map((version) => [version, date]));
}
