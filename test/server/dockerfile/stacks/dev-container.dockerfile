FROM mcr.microsoft.com/devcontainers/typescript-node:24-bookworm
RUN apt-get update && export DEBIAN_FRONTEND=noninteractive \
    && apt-get -y install --no-install-recommends postgresql-client \
    && apt-get clean -y && rm -rf /var/lib/apt/lists/*
USER node
RUN npm install -g @nestjs/cli@11
