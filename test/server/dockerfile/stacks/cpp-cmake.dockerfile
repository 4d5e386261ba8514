FROM debian:13 AS build
RUN apt-get update && apt-get install -y --no-install-recommends \
      cmake \
      g++ \
      libssl-dev \
      ninja-build \
      pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY CMakeLists.txt ./
COPY cmake ./cmake
COPY include ./include
COPY src ./src
RUN cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release \
    && cmake --build build --parallel \
    && cmake --install build --prefix /opt/app --strip

FROM debian:13-slim
RUN apt-get update && apt-get install -y --no-install-recommends \
      libssl3t64 \
      libstdc++6 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home app
COPY --from=build /opt/app /opt/app
USER 10001
STOPSIGNAL SIGINT
ENTRYPOINT ["/opt/app/bin/serverd"]
CMD ["--config", "/etc/serverd.toml"]
