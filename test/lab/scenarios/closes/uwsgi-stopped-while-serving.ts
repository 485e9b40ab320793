import { createUwsgi } from '../../backends/uwsgi.ts';
import { leave, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

const APP = `import time

def app(environ, start_response):
    print("report begins", flush=True)
    time.sleep(1.5)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"the report\\n"]
`;

export default scenario({
  entry: 'upstream-prematurely-closed',
  cause: 'backend-restarted-during-deploy',
  decides: ['backend'],
  line: 'upstream prematurely closed connection',
  backendLine: 'goodbye to uWSGI',
  needs: ['uwsgi'],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (port) => createUwsgi(lab, port, 'socket', APP),
      (port) => `include uwsgi_params;\nuwsgi_pass 127.0.0.1:${port};`,
    );
    let deploy = async (): Promise<void> => {
      await backend.stop('SIGTERM');
      await backend.start();
    };
    return {
      nginx,
      backend: {
        ...backend,
        editText: async () => {
          deploy = async () => {
            process.kill(backend.pid(), 'SIGHUP');
          };
        },
      },
      provoke: async () => {
        const begun = backend.log().split('report begins').length;
        const answered = nginx.ask('/report');
        await lab.until(() => backend.log().split('report begins').length > begun, 'the request to reach the backend');
        await deploy();
        await answered;
      },
    };
  },
  fix: {
    title: 'Let the backend finish its requests before it stops',
    steps: {
      'Give it the time to do so': leave('there is no systemd in a laboratory'),
      'Reload instead of restarting': async ({ backend }) => backend?.editText('SIGTERM', 'SIGHUP'),
    },
  },
});
