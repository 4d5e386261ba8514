// Generated from the files in this folder by `npm run generate`; do not edit.
import type { Rule } from '../../rule.ts';
import type { DockerfileModel } from '../model.ts';
import { absoluteWorkdir } from './absolute-workdir.ts';
import { argumentCount } from './argument-count.ts';
import { cacheFriendlyCopy } from './cache-friendly-copy.ts';
import { closedHeredoc } from './closed-heredoc.ts';
import { consistentInstructionCase } from './consistent-instruction-case.ts';
import { copyNotAdd } from './copy-not-add.ts';
import { copyNotIgnored } from './copy-not-ignored.ts';
import { describeDefinition } from './describe-definition.ts';
import { directoryDestination } from './directory-destination.ts';
import { execForm } from './exec-form.ts';
import { extractWithAdd } from './extract-with-add.ts';
import { fromFirst } from './from-first.ts';
import { ignoreReason } from './ignore-reason.ts';
import { joinRun } from './join-run.ts';
import { knownCopySource } from './known-copy-source.ts';
import { knownFlag } from './known-flag.ts';
import { knownInstruction } from './known-instruction.ts';
import { knownStage } from './known-stage.ts';
import { knownVariable } from './known-variable.ts';
import { labelSchema } from './label-schema.ts';
import { lateChangingArg } from './late-changing-arg.ts';
import { lightFinalBase } from './light-final-base.ts';
import { lowercaseProtocol } from './lowercase-protocol.ts';
import { lowercaseStageName } from './lowercase-stage-name.ts';
import { matchingAsCase } from './matching-as-case.ts';
import { noBuildInFinalStage } from './no-build-in-final-stage.ts';
import { noCopyEverything } from './no-copy-everything.ts';
import { noCopyUrl } from './no-copy-url.ts';
import { noDistUpgrade } from './no-dist-upgrade.ts';
import { noEmptyContinuation } from './no-empty-continuation.ts';
import { noEndOfLifeBase } from './no-end-of-life-base.ts';
import { noEnvSelfReference } from './no-env-self-reference.ts';
import { noFixedPlatform } from './no-fixed-platform.ts';
import { noHadolintIgnore } from './no-hadolint-ignore.ts';
import { noHiddenDownloadFailure } from './no-hidden-download-failure.ts';
import { noIgnoredCmd } from './no-ignored-cmd.ts';
import { noIgnoredFailure } from './no-ignored-failure.ts';
import { noInstallRecommends } from './no-install-recommends.ts';
import { noKillStopsignal } from './no-kill-stopsignal.ts';
import { noLatestTag } from './no-latest-tag.ts';
import { noLostCd } from './no-lost-cd.ts';
import { noMaintainer } from './no-maintainer.ts';
import { noOnbuildTrigger } from './no-onbuild-trigger.ts';
import { noOverriddenInstruction } from './no-overridden-instruction.ts';
import { noPackageCache } from './no-package-cache.ts';
import { noPointlessCommand } from './no-pointless-command.ts';
import { noPortMapping } from './no-port-mapping.ts';
import { noRedundantPlatform } from './no-redundant-platform.ts';
import { noReservedStageName } from './no-reserved-stage-name.ts';
import { noSecretVariable } from './no-secret-variable.ts';
import { noShellEntrypoint } from './no-shell-entrypoint.ts';
import { noSudo } from './no-sudo.ts';
import { noTrailingComment } from './no-trailing-comment.ts';
import { noUseraddLog } from './no-useradd-log.ts';
import { noYarnCache } from './no-yarn-cache.ts';
import { nonInteractiveInstall } from './non-interactive-install.ts';
import { nonRootUser } from './non-root-user.ts';
import { numericUser } from './numeric-user.ts';
import { oneDownloader } from './one-downloader.ts';
import { pinPackageVersions } from './pin-package-versions.ts';
import { quietWget } from './quiet-wget.ts';
import { trustedRegistry } from './trusted-registry.ts';
import { uniqueStageNames } from './unique-stage-names.ts';
import { useAptGet } from './use-apt-get.ts';
import { useDockerignore } from './use-dockerignore.ts';
import { useEquals } from './use-equals.ts';
import { useHealthcheck } from './use-healthcheck.ts';
import { useLabels } from './use-labels.ts';
import { useNpmCi } from './use-npm-ci.ts';
import { useOmitDev } from './use-omit-dev.ts';
import { usePipefail } from './use-pipefail.ts';
import { useShellInstruction } from './use-shell-instruction.ts';
import { useWorkdir } from './use-workdir.ts';
import { validDefaultArg } from './valid-default-arg.ts';
import { validDirective } from './valid-directive.ts';
import { validFlagValue } from './valid-flag-value.ts';
import { validHealthcheck } from './valid-healthcheck.ts';
import { validJsonForm } from './valid-json-form.ts';
import { validKeyValue } from './valid-key-value.ts';
import { validLabelKey } from './valid-label-key.ts';
import { validMount } from './valid-mount.ts';
import { validPort } from './valid-port.ts';
import { validReference } from './valid-reference.ts';
import { validSignal } from './valid-signal.ts';
import { wholeWorkdir } from './whole-workdir.ts';
import { workdirBeforeCopy } from './workdir-before-copy.ts';

/** Every rule for dockerfile files, by id. */
export const rules: readonly Rule<DockerfileModel>[] = [
  absoluteWorkdir,
  argumentCount,
  cacheFriendlyCopy,
  closedHeredoc,
  consistentInstructionCase,
  copyNotAdd,
  copyNotIgnored,
  describeDefinition,
  directoryDestination,
  execForm,
  extractWithAdd,
  fromFirst,
  ignoreReason,
  joinRun,
  knownCopySource,
  knownFlag,
  knownInstruction,
  knownStage,
  knownVariable,
  labelSchema,
  lateChangingArg,
  lightFinalBase,
  lowercaseProtocol,
  lowercaseStageName,
  matchingAsCase,
  noBuildInFinalStage,
  noCopyEverything,
  noCopyUrl,
  noDistUpgrade,
  noEmptyContinuation,
  noEndOfLifeBase,
  noEnvSelfReference,
  noFixedPlatform,
  noHadolintIgnore,
  noHiddenDownloadFailure,
  noIgnoredCmd,
  noIgnoredFailure,
  noInstallRecommends,
  noKillStopsignal,
  noLatestTag,
  noLostCd,
  noMaintainer,
  noOnbuildTrigger,
  noOverriddenInstruction,
  noPackageCache,
  noPointlessCommand,
  noPortMapping,
  noRedundantPlatform,
  noReservedStageName,
  noSecretVariable,
  noShellEntrypoint,
  noSudo,
  noTrailingComment,
  noUseraddLog,
  noYarnCache,
  nonInteractiveInstall,
  nonRootUser,
  numericUser,
  oneDownloader,
  pinPackageVersions,
  quietWget,
  trustedRegistry,
  uniqueStageNames,
  useAptGet,
  useDockerignore,
  useEquals,
  useHealthcheck,
  useLabels,
  useNpmCi,
  useOmitDev,
  usePipefail,
  useShellInstruction,
  useWorkdir,
  validDefaultArg,
  validDirective,
  validFlagValue,
  validHealthcheck,
  validJsonForm,
  validKeyValue,
  validLabelKey,
  validMount,
  validPort,
  validReference,
  validSignal,
  wholeWorkdir,
  workdirBeforeCopy,
];
