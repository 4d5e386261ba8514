/** Words of which one makes a variable's name sound like a secret. */
const secretWords: ReadonlySet<string> = new Set(
  'apikey auth credential credentials key passphrase passwd password privatekey pwd pword secret secretkey token'.split(' '),
);

/** Words that say that it is no secret after all, wherever they stand. */
const publicWords: ReadonlySet<string> = new Set(
  'public publishable pub gpg pgp primary foreign sort partition cache index routing lookup message'.split(' '),
);

/** Last words that tell of something about a secret: where it lies, how long it lives, what kind it is. */
const aboutWords: ReadonlySet<string> = new Set(
  (
    'alg algorithm audience class converter count deserializer dir disabled driver enabled endpoint expiration expires expiry file files fingerprint format ' +
    'group header host id issuer length level limit location max method min mode name path policy port prefix provider realm role ' +
    'rotation scheme scope serde serializer server service size sock source store timeout ttl type uri url user username version'
  ).split(' '),
);

/** Whether a variable's name tells that its value is a secret: `DB_PASSWORD`, `apiKey`; not `PUBLIC_KEY`, `PASSWORD_FILE`, `TOKEN_URL`. */
export function soundsSecret(name: string): boolean {
  const words = name
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
  const isSecret = (word: string): boolean => secretWords.has(word) || /(?:password|passwd|secret|apikey)$/.test(word);
  if (!words.some(isSecret) || words.some((word) => publicWords.has(word))) return false;
  // The id of an access key is half of a pair that opens an account.
  return !aboutWords.has(words.at(-1) ?? '') || /(?:^|_)access_key_id$/i.test(name);
}

/** Whether a value, quotes taken off, is plainly none: a switch, or where a secret is mounted. */
export function isHarmlessValue(value: string): boolean {
  return /^(?:true|false|yes|no|on|off|none|null|0|1)$/i.test(value) || /^(?:\.{0,2}\/|file:)/.test(value);
}
