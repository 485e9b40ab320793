import { createPuma } from '../../backends/puma.ts';
import { intoSettings, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

/** A native call that keeps Ruby's lock, so that the worker cannot even tell its master that it lives. */
const APP = `require 'fiddle'

SLEEP = Fiddle::Function.new(Fiddle.dlopen(nil)['sleep'], [Fiddle::TYPE_INT], Fiddle::TYPE_INT, need_gvl: true)

run lambda { |env|
  SLEEP.call(6) if env['PATH_INFO'] == '/thumbnails'
  [200, { 'Content-Type' => 'text/plain' }, ["done\\n"]]
}
`;
const SETTINGS = 'workers 1\nthreads 1, 1\nworker_check_interval 1\nworker_timeout 2';

export default scenario({
  entry: 'upstream-prematurely-closed',
  cause: 'puma-worker-timeout',
  decides: ['backend'],
  line: 'upstream prematurely closed connection',
  backendLine: 'Terminating timed out worker',
  needs: ['puma'],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(lab, (appPort) => createPuma(lab, appPort, APP, SETTINGS));
    await backend.logged('booted');
    return { nginx, backend, provoke: () => nginx.ask('/thumbnails') };
  },
  fix: {
    title: "Find what blocked the worker's process",
    steps: { 'If the process is right to stall that long': intoSettings },
  },
});
