FROM debian:trixie-slim
ENV LANG=C.UTF-8
RUN apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive apt-get install -qqy --no-install-recommends \
        latexmk \
        # fonts for Korean text
        fonts-noto-cjk \
        texlive-lang-korean \
        texlive-xetex \
 && apt-get clean \
 && rm -rf /var/lib/apt/lists/*
USER 1000:1000
WORKDIR /work
ENTRYPOINT ["latexmk", "-xelatex"]
CMD ["main.tex"]
