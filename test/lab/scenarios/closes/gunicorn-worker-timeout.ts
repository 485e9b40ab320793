import { createGunicorn } from '../../backends/gunicorn.ts';
import { createNginx } from '../../nginx.ts';
import { intoBlock, intoSettings, leave, scenario } from '../../scenario.ts';

const APP = `
import time

def app(environ, start_response):
    if environ["PATH_INFO"] == "/reports/yearly":
        time.sleep(4)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"ready\\n"]
`;

export default scenario({
  entry: 'upstream-prematurely-closed',
  cause: 'gunicorn-worker-timeout',
  decides: ['backend'],
  line: 'upstream prematurely closed connection',
  backendLine: 'WORKER TIMEOUT',
  needs: ['gunicorn'],
  start: async (lab) => {
    const [port, appPort] = [await lab.port(), await lab.port()];
    const backend = await createGunicorn(lab, appPort, APP, 'timeout = 1');
    const nginx = await createNginx(lab, {
      port,
      site: `server {
    listen 127.0.0.1:${port};
    server_name example.com;

    location / {
        proxy_pass http://127.0.0.1:${appPort};
    }
}
`,
    });
    await backend.start();
    await nginx.start();
    return { nginx, backend, provoke: () => nginx.ask('/reports/yearly') };
  },
  fix: {
    title: 'Make the request faster',
    steps: {
      'Where the work is right': intoSettings,
      'Or use threads': leave('an alternative'),
      'Let nginx wait': intoBlock('location /'),
    },
  },
});
