FROM ubuntu:24.04 AS toolchain
ARG ARM_GCC=14.3.rel1
ARG ARM_GCC_SHA256=8f6903f8ceb084d9227b9ef991490413014d991874a1e34074443c2a72b14dbd
ADD --checksum=sha256:${ARM_GCC_SHA256} https://developer.arm.com/-/media/Files/downloads/gnu/${ARM_GCC}/binrel/arm-gnu-toolchain-${ARM_GCC}-x86_64-arm-none-eabi.tar.xz /tmp/gcc.tar.xz
RUN apt-get update \
 && apt-get install -y --no-install-recommends xz-utils \
 && mkdir /opt/gcc \
 && tar -xJf /tmp/gcc.tar.xz -C /opt/gcc --strip-components=1

FROM ubuntu:24.04
COPY --from=toolchain /opt/gcc /opt/gcc
ENV PATH=/opt/gcc/bin:$PATH
RUN apt-get update \
 && apt-get install -y --no-install-recommends cmake git ninja-build python3 \
 && rm -rf /var/lib/apt/lists/*
USER ubuntu
WORKDIR /work
