import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { AppEnv } from './env.ts';
import { pageHeaders } from './page-headers.ts';
import { problem } from './problem.ts';
import { problemCodes } from './problem-codes.ts';

/** Everything comes from the installed package, so that the page works without a network. */
const swaggerUi = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const assets: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** `/docs`: the document of the API to read and try; `/docs/problems`: what each code means. */
export const docsRoutes = () =>
  new Hono<AppEnv>()
    .use('/docs/*', pageHeaders({ scripts: true }))
    .get('/docs', (c) => c.html(docsPage))
    .get('/docs/problems', (c) => c.html(problemsPage()))
    .get('/docs/assets/start.js', (c) => c.body(startScript, 200, assetHeaders('text/javascript')))
    .get('/docs/assets/problems.css', (c) => c.body(problemsStyle, 200, assetHeaders('text/css')))
    .get('/docs/assets/:file', async (c) => {
      const file = c.req.param('file');
      const mediaType = Object.hasOwn(assets, file) ? assets[file] : undefined;
      if (!mediaType) throw problem('not_found');
      const bytes = await readFile(join(swaggerUi, file));
      return c.body(new Uint8Array(bytes), 200, assetHeaders(mediaType));
    });

const assetHeaders = (mediaType: string) => ({
  'Content-Type': mediaType,
  'Cache-Control': 'public, max-age=3600',
});

const docsPage = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Meanwhile API</title>
    <link rel="icon" type="image/png" href="/docs/assets/favicon-32x32.png">
    <link rel="stylesheet" href="/docs/assets/swagger-ui.css">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/docs/assets/swagger-ui-bundle.js"></script>
    <script src="/docs/assets/start.js"></script>
  </body>
</html>
`;

/** A file of its own, because the page allows no script inside it. */
const startScript = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
});
`;

const problemsPage = () => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Problems of the Meanwhile API</title>
    <link rel="icon" type="image/png" href="/docs/assets/favicon-32x32.png">
    <link rel="stylesheet" href="/docs/assets/problems.css">
  </head>
  <body>
    <main>
      <h1>Problems</h1>
      <p>Errors are RFC 9457 problems. The code is stable; branch on it. <a href="/docs">API</a></p>
      ${Object.entries(problemCodes).map(
        ([code, [status, title, meaning]]) => html`
      <section id="${code}">
        <h2><code>${code}</code> ${status}</h2>
        <p><strong>${title}.</strong> ${meaning}</p>
      </section>`,
      )}
    </main>
  </body>
</html>
`;

const problemsStyle = `body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 44rem; margin: 0 auto; padding: 1rem; }
h2 { font-size: 1.1rem; margin-bottom: 0; }
section:target { background: #fff3c4; }
`;
