import { createUwsgi } from '../../backends/uwsgi.ts';
import { intoBlock, intoSettings, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

const APP = `import time

def app(environ, start_response):
    time.sleep(4)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"all of it\\n"]
`;

export default scenario({
  entry: 'upstream-prematurely-closed',
  cause: 'uwsgi-harakiri',
  decides: ['backend'],
  line: 'upstream prematurely closed connection',
  backendLine: 'HARAKIRI ON WORKER 1',
  needs: ['uwsgi'],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (appPort) => createUwsgi(lab, appPort, 'socket', APP, 'harakiri = 1'),
      (appPort) => `include uwsgi_params;\nuwsgi_pass 127.0.0.1:${appPort};`,
    );
    return { nginx, backend, provoke: () => nginx.ask('/export/all') };
  },
  fix: {
    title: 'Make the request faster, or raise harakiri',
    steps: { 'Raise the limit': intoSettings, 'Let nginx wait': intoBlock('location /') },
  },
});
