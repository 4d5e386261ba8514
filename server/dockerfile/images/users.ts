import { imageName, type ImageReference } from '../../image.ts';

/** How an image lets another user be made: with Debian's tools, with BusyBox's, not at all because it has no shell, or in a way we do not know. */
export type UserTools = 'debian' | 'alpine' | 'none' | 'unknown';

/**
 * Images that start as root and stay root, by name, with the tools of their default variant. All others are left alone: a company's own
 * images may set a user; nginx, httpd, postgres, mysql, mariadb, mongo, redis, rabbitmq, cassandra, neo4j and the like start as root
 * and give up its rights by themselves; elasticsearch, memcached, haproxy, solr, keycloak, jenkins, grafana never had them.
 */
const startsAsRoot: Readonly<Record<string, UserTools>> = {
  ...each(
    'debian',
    'buildpack-deps debian elixir erlang golang gradle haskell maven node perl php python pypy ruby rust swift tomcat ubuntu julia r-base',
  ),
  ...each('debian', 'eclipse-temurin oven/bun denoland/deno nvidia/cuda'),
  ...each(
    'debian',
    'mcr.microsoft.com/dotnet/aspnet mcr.microsoft.com/dotnet/runtime mcr.microsoft.com/dotnet/runtime-deps mcr.microsoft.com/dotnet/sdk',
  ),
  ...each('alpine', 'alpine'),
  ...each(
    'unknown',
    'almalinux amazoncorretto amazonlinux archlinux bash busybox centos fedora openjdk oraclelinux photon rockylinux sapmachine',
  ),
};

/** Words in a tag that tell of another system than the image's default. */
const otherSystem = /ubi|corretto|al2|amazonlinux|oracle|centos|fedora|graal|ibm|sapmachine|semeru|rocky|alma|azurelinux|mariner|opensuse/;
const debianTag = /slim|bookworm|bullseye|trixie|buster|jammy|noble|focal|resolute/;

/** The user that an image brings along for the application. */
const ownUsers: Readonly<Record<string, string>> = { node: 'node', 'oven/bun': 'bun', 'denoland/deno': 'deno' };

/** What is known of an image that starts as root; `undefined` for an image that does not, gives up its rights by itself, or is not known. */
export function rootImage(image: ImageReference): { readonly tools: UserTools; readonly ownUser?: string } | undefined {
  const name = imageName(image);
  const tag = image.tag ?? '';
  if (/nonroot|rootless|unprivileged|chiseled|windows|nanoserver/.test(`${name}:${tag}`)) return undefined;
  // Without a shell .NET's images have another user from the start; Deno's we do not know.
  if (tag.includes('distroless')) return undefined;
  if (name.startsWith('gcr.io/distroless/')) return { tools: 'none', ownUser: '65532:65532' };
  if (name === 'scratch') return { tools: 'none', ownUser: '10001:10001' };
  const tools = Object.hasOwn(startsAsRoot, name) ? startsAsRoot[name] : undefined;
  // The web servers in these variants answer as www-data.
  if (tools === undefined || (name === 'php' && /fpm|apache/.test(tag))) return undefined;
  const ownUser = name.startsWith('mcr.microsoft.com/dotnet/') ? dotnetUser(tag) : ownUsers[name];
  return { tools: toolsOf(tools, tag), ...(ownUser === undefined ? {} : { ownUser }) };
}

function toolsOf(byDefault: UserTools, tag: string): UserTools {
  if (tag.includes('alpine')) return 'alpine';
  if (otherSystem.test(tag)) return 'unknown';
  return debianTag.test(tag) ? 'debian' : byDefault;
}

/** From .NET 8 on the images have a user for the application and its number in a variable. */
function dotnetUser(tag: string): string | undefined {
  return Number(/^\d+/.exec(tag)?.[0] ?? 0) >= 8 ? '$APP_UID' : undefined;
}

function each(tools: UserTools, names: string): Record<string, UserTools> {
  return Object.fromEntries(names.split(' ').map((name) => [name, tools]));
}
