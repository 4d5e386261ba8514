/** Sends something that needs no answer: that the client has gone, or does not want to know, is no failure of ours. */
export function unheard(sent: Promise<unknown>): void {
  sent.catch(() => undefined);
}
