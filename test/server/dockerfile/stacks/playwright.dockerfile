FROM mcr.microsoft.com/playwright:v1.56.1-noble
WORKDIR /tests
COPY package.json package-lock.json ./
RUN npm ci
COPY playwright.config.ts tsconfig.json ./
COPY tests ./tests
ENV CI=1
USER pwuser
CMD ["npx", "playwright", "test"]
