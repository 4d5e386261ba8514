# syntax=docker/dockerfile:1
FROM --platform=$BUILDPLATFORM tonistiigi/xx:1.7.0 AS xx

FROM --platform=$BUILDPLATFORM golang:1.27-alpine AS base
COPY --from=xx / /
RUN apk add --no-cache clang lld git
WORKDIR /src
ENV CGO_ENABLED=1

FROM base AS vendored
RUN --mount=type=bind,target=.,rw \
    --mount=type=cache,target=/go/pkg/mod \
    go mod tidy && go mod download

FROM vendored AS build
ARG TARGETPLATFORM
RUN xx-apk add --no-cache musl-dev gcc
RUN --mount=type=bind,target=. \
    --mount=type=cache,target=/root/.cache,id=go-$TARGETPLATFORM \
    --mount=type=cache,target=/go/pkg/mod <<EOT
  set -e
  xx-go build -o /out/server ./cmd/server
  xx-go build -o /out/migrate ./cmd/migrate
  xx-verify /out/server
EOT

FROM alpine:3.22 AS server
RUN adduser -D -u 10001 app
COPY --from=build /out/server /usr/local/bin/
USER app
ENTRYPOINT ["server"]

FROM alpine:3.22 AS migrate
RUN adduser -D -u 10001 app
COPY --from=build /out/migrate /usr/local/bin/
COPY migrations /migrations
USER app
ENTRYPOINT ["migrate", "-path", "/migrations"]
