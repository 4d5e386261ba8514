FROM quay.io/jupyter/scipy-notebook:python-3.13

LABEL org.opencontainers.image.title="Analysis notebooks"

USER root
RUN apt-get update --yes && \
    apt-get install --yes --no-install-recommends graphviz && \
    apt-get clean && rm -rf /var/lib/apt/lists/*
USER ${NB_UID}

RUN mamba install --yes 'duckdb=1.4.*' 'polars=1.35.*' && \
    mamba clean --all -f -y && \
    fix-permissions "${CONDA_DIR}" && \
    fix-permissions "/home/${NB_USER}"
COPY --chown=${NB_UID}:${NB_GID} notebooks/ /home/${NB_USER}/work/
