FROM node:22-alpine AS base
RUN apk add --no-cache libc6-compat

FROM base AS prepare
WORKDIR /app
RUN npm install --global turbo@2.6
COPY . .
RUN turbo prune web --docker

FROM base AS builder
WORKDIR /app
RUN corepack enable
COPY --from=prepare /app/out/json/ .
RUN pnpm install --frozen-lockfile
COPY --from=prepare /app/out/full/ .
RUN pnpm turbo run build --filter=web

FROM base AS runner
WORKDIR /app
RUN addgroup --system --gid 1001 nodejs && adduser --system --uid 1001 web
USER web
COPY --from=builder --chown=web:nodejs /app/apps/web/.next/standalone ./
COPY --from=builder --chown=web:nodejs /app/apps/web/.next/static ./apps/web/.next/static
COPY --from=builder --chown=web:nodejs /app/apps/web/public ./apps/web/public
CMD ["node", "apps/web/server.js"]
