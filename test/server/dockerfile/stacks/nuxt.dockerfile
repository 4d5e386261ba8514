# syntax=docker/dockerfile:1
ARG NODE_VERSION=22
FROM node:${NODE_VERSION}-slim AS base
ARG PORT=3000
WORKDIR /src

# Build
FROM base AS build
COPY --link package.json package-lock.json .
RUN npm ci
COPY --link . .
RUN npm run build

# Run
FROM base
ENV PORT=$PORT
ENV NODE_ENV=production
COPY --from=build /src/.output /src/.output
# Optional, only needed if you rely on unbundled dependencies
# COPY --from=build /src/node_modules /src/node_modules
USER node
CMD ["node", ".output/server/index.mjs"]
