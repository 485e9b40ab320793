import { createGunicorn } from '../../backends/gunicorn.ts';
import { createNginx } from '../../nginx.ts';
import { scenario } from '../../scenario.ts';
import { toLocation, toServer } from '../../site.ts';

/** Asks its own site for a part of the page, as templates with an include by URL do. */
const toApp = (port: number): string => `import urllib.request

def app(environ, start_response):
    body = b"navigation\\n"
    if environ["PATH_INFO"] == "/page":
        body = urllib.request.urlopen("http://127.0.0.1:${port}/navigation").read() + b"page\\n"
    start_response("200 OK", [("Content-Type", "text/html")])
    return [body]
`;

export default scenario({
  entry: 'upstream-timed-out-reading-header',
  cause: 'backend-self-call-deadlock',
  decides: ['error'],
  line: 'request: "GET /navigation HTTP/1.1"',
  needs: ['gunicorn'],
  start: async (lab) => {
    const [port, appPort] = [await lab.port(), await lab.port()];
    const backend = await createGunicorn(lab, appPort, toApp(port), 'workers = 1');
    const nginx = await createNginx(lab, {
      port,
      site: toServer(port, toLocation('/', `proxy_pass http://127.0.0.1:${appPort};\nproxy_read_timeout 1s;`)),
    });
    await backend.start();
    await nginx.start();
    return {
      nginx,
      backend,
      provoke: async () => {
        await nginx.ask('/page');
        await lab.until(() => nginx.logs.access().includes('/navigation'), 'the inner request');
      },
    };
  },
  fix: {
    title: 'Avoid the call, or give it workers of its own',
    steps: { 'Until then start at least one worker more': async ({ backend }) => backend?.edit('workers = 2') },
  },
});
