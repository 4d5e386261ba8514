import { commands, l10n, window, type LogOutputChannel } from 'vscode';
import { CloseAction, ErrorAction, State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';

/**
 * What a client does when its server fails. Its own handlers start a server again that ended, up to five times in three minutes, but
 * tell about each failure twice, in English. These leave that to the log, and tell once, in the user's language, that they gave up.
 */
export interface FailureHandling {
  readonly options: Pick<LanguageClientOptions, 'errorHandler' | 'initializationFailedHandler'>;
  /** Starts the client that was made with the options. */
  start(client: BaseLanguageClient): Promise<void>;
  /** The client is meant to end: from now on nothing is told. */
  end(): void;
}

/** Handles the failures of one client. */
export function handleFailures(log: LogOutputChannel): FailureHandling {
  let usual: ReturnType<BaseLanguageClient['createDefaultErrorHandler']>;
  let isTold = false;
  const giveUp = (): void => {
    if (!isTold) void tell(log);
    isTold = true;
  };
  return {
    options: {
      initializationFailedHandler: () => false,
      errorHandler: {
        error: async (...failure) => {
          const result = await usual.error(...failure);
          if (result.action === ErrorAction.Shutdown) giveUp();
          return result;
        },
        closed: async () => {
          const result = await usual.closed();
          if (result.action === CloseAction.DoNotRestart) giveUp();
          return result;
        },
      },
    },
    start: async (client) => {
      usual = client.createDefaultErrorHandler();
      const write = client.error.bind(client);
      client.error = (message, data) => write(message, data, false);
      try {
        await client.start();
      } catch (error) {
        // A server that ended while it started is on its way again by now; one that cannot be started at all is not.
        setTimeout(() => {
          if (client.state === State.StartFailed) giveUp();
        }, 100);
        throw error;
      }
    },
    end: () => void (isTold = true),
  };
}

async function tell(log: LogOutputChannel): Promise<void> {
  const again = l10n.t('Start Again');
  const show = l10n.t('Show Log');
  const message = l10n.t('Mulgil’s language server keeps stopping, so there are no explanations and checks.');
  const chosen = await window.showErrorMessage(message, again, show);
  if (chosen === again) await commands.executeCommand('mulgil.restartServer');
  if (chosen === show) log.show();
}
