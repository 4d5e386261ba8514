import { numberOf, settingOf, truthOf, type AnyContainer, type Pod, type SecurityContext } from './pod.ts';

/** The number of the user that a container is made to run as; `undefined` when the image decides. */
export function userOf(pod: Pod, container: AnyContainer): number | undefined {
  return numberOf(settingOf(pod, container, ['runAsUser']));
}

/** What `runAsNonRoot` says for a container. */
export function nonRootOf(pod: Pod, container: AnyContainer): boolean | undefined {
  return truthOf(settingOf(pod, container, ['runAsNonRoot']));
}

/** The containers for which `runAsNonRoot: false` of a context holds. */
export function allowedRoot(pod: Pod, { container }: SecurityContext): readonly AnyContainer[] {
  return container ? [container] : pod.containers.filter((inside) => nonRootOf(pod, inside) === false);
}
