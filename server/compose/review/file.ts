/** Whether a name tells of tests, whose data nobody keeps. */
export function soundsTransient(name: string): boolean {
  return /(?:^|[^a-z])(?:test|tests|testing|e2e|ci|tmp|temp)(?:$|[^a-z])/i.test(name);
}
