import { licenses } from './licenses.ts';

/** What a label's value can be asked to be, by the names that hadolint's `label-schema` uses too. */
export const labelTypes: Readonly<Record<string, (value: string) => boolean>> = {
  text: () => true,
  rawtext: () => true,
  url: (value) => /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]\S*$/i.test(value),
  rfc3339: (value) =>
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.test(
      value,
    ),
  spdx: isLicense,
  hash: isHash,
  githash: isHash,
  semver: isVersion,
  // The address alone, as RFC 5322's addr-spec without comments and quotes.
  email: (value) => /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i.test(value),
};

/** An SPDX license expression: `MIT`, `Apache-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0`. */
function isLicense(value: string): boolean {
  if (value.length > 500) return false;
  const words = value.replace(/[()]/g, ' ').trim().split(/\s+/);
  return words.every((word, index) => {
    if (index % 2 === 1) return /^(?:and|or|with)$/i.test(word);
    // The names of exceptions are not in the list.
    if (words[index - 1]?.toLowerCase() === 'with') return /^[\w.-]+$/.test(word);
    return licenses.has(word.replace(/\+$/, '').toLowerCase()) || /^(?:DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+$/.test(word);
  });
}

/** A commit of Git, whole (SHA-1 or SHA-256) or abbreviated. */
function isHash(value: string): boolean {
  return /^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/i.test(value);
}

/** Source: semver.org, version 2.0.0. */
function isVersion(value: string): boolean {
  const [, before = '', , build] = /^([^+]*)(\+(.*))?$/s.exec(value) ?? [];
  const dash = before.indexOf('-');
  const core = dash < 0 ? before : before.slice(0, dash);
  const isPart = (part: string): boolean => /^[0-9A-Za-z-]+$/.test(part);
  return (
    /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/.test(core) &&
    (dash < 0 ||
      before
        .slice(dash + 1)
        .split('.')
        .every((part) => isPart(part) && !/^0\d+$/.test(part))) &&
    (build === undefined || build.split('.').every(isPart))
  );
}
