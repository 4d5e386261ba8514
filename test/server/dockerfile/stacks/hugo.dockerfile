FROM debian:13-slim AS build
ARG HUGO_VERSION=0.152.2
ARG TARGETARCH
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl git \
    && rm -rf /var/lib/apt/lists/*
RUN curl -fsSL "https://github.com/gohugoio/hugo/releases/download/v${HUGO_VERSION}/hugo_extended_${HUGO_VERSION}_linux-${TARGETARCH}.tar.gz" \
    | tar -xz -C /usr/local/bin hugo
WORKDIR /site
COPY . .
ENV HUGO_ENVIRONMENT=production
RUN hugo --minify --gc

FROM nginx:1.30-alpine
COPY --from=build /site/public /usr/share/nginx/html
