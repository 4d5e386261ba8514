FROM eclipse-temurin:17-jdk-noble
ENV ANDROID_HOME=/opt/android-sdk
ENV PATH=$PATH:$ANDROID_HOME/cmdline-tools/latest/bin:$ANDROID_HOME/platform-tools
ARG CMDLINE_TOOLS=13114758
RUN apt-get update && apt-get install -y --no-install-recommends git unzip wget \
    && rm -rf /var/lib/apt/lists/* \
    && wget -q -O /tmp/tools.zip "https://dl.google.com/android/repository/commandlinetools-linux-${CMDLINE_TOOLS}_latest.zip" \
    && mkdir -p "$ANDROID_HOME/cmdline-tools" \
    && unzip -q /tmp/tools.zip -d "$ANDROID_HOME/cmdline-tools" \
    && mv "$ANDROID_HOME/cmdline-tools/cmdline-tools" "$ANDROID_HOME/cmdline-tools/latest" \
    && rm /tmp/tools.zip
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN yes | sdkmanager --licenses > /dev/null \
    && sdkmanager "platform-tools" "platforms;android-36" "build-tools;36.0.0"
RUN useradd --create-home builder && chown -R builder "$ANDROID_HOME"
USER builder
WORKDIR /home/builder/project
