/** A copy of a text that does not keep the longer text alive it was cut from: it may outlive many versions of its file. */
export function detached(text: string): string {
  return `\n${text}`.slice(1);
}
