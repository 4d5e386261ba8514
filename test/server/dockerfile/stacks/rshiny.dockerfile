FROM rocker/r-ver:4.5.2
RUN apt-get update \
  && apt-get install -y --no-install-recommends \
    libcurl4-openssl-dev \
    libssl-dev \
    zlib1g-dev \
  && rm -rf /var/lib/apt/lists/*
RUN install2.r --error --skipinstalled shiny dplyr ggplot2 \
  && rm -rf /tmp/downloaded_packages
WORKDIR /srv/app
COPY app.R ./
RUN useradd --system shiny
USER shiny
EXPOSE 3838
CMD ["R", "-e", "shiny::runApp('/srv/app', host = '0.0.0.0', port = 3838)"]
