# Stage 1: Cache Gradle dependencies
FROM gradle:8.14-jdk21 AS cache
RUN mkdir -p /home/gradle/cache_home
ENV GRADLE_USER_HOME=/home/gradle/cache_home
COPY build.gradle.* gradle.properties /home/gradle/app/
COPY gradle /home/gradle/app/gradle
WORKDIR /home/gradle/app
RUN gradle clean build -i --stacktrace

# Stage 2: Build Application
FROM gradle:8.14-jdk21 AS build
COPY --from=cache /home/gradle/cache_home /home/gradle/.gradle
COPY --chown=gradle:gradle . /usr/src/app/
WORKDIR /usr/src/app
# Build the fat JAR, Gradle also supports shadow
# and boot JAR by default.
RUN gradle buildFatJar --no-daemon

# Stage 3: Create the Runtime Image
FROM amazoncorretto:21-alpine AS runtime
RUN addgroup -S ktor && adduser -S ktor -G ktor
EXPOSE 8080
WORKDIR /app
COPY --from=build /usr/src/app/build/libs/*-all.jar /app/ktor-sample.jar
USER ktor
ENTRYPOINT ["java", "-jar", "/app/ktor-sample.jar"]
