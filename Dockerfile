# One image for api, worker and command line; which of them it is, the command says.
FROM node:24.21.0-bookworm-slim

ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PLACET_HOME=/var/lib/placet \
    NODE_OPTIONS=--disable-warning=ExperimentalWarning

WORKDIR /srv/placet

COPY package.json package-lock.json .npmrc ./
# As bin/launch/packages.mjs does it, and for its reason.
RUN npm install --no-save --omit=dev && npm cache clean --force

COPY rules ./rules
COPY database ./database
COPY migrations ./migrations
COPY activities ./activities
COPY workflows ./workflows
COPY api ./api
COPY bin ./bin
COPY admin-ui ./admin-ui
RUN node node_modules/vite/bin/vite.js build admin-ui --outDir dist --emptyOutDir \
 && node node_modules/vite/bin/vite.js build admin-ui/contact-space --outDir ../dist/contact-space --emptyOutDir \
 && install --directory --owner=node --group=node /var/lib/placet

USER node
EXPOSE 3000
CMD ["node", "bin/api.ts"]
