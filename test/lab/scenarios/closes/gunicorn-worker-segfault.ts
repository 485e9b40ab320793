import { createGunicorn } from '../../backends/gunicorn.ts';
import { scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

/** Reads memory that is not its own, as a broken native extension does. */
const APP = `import ctypes

def app(environ, start_response):
    ctypes.string_at(0)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello\\n"]
`;

export default scenario({
  entry: 'upstream-prematurely-closed',
  cause: 'backend-worker-segfault',
  decides: ['backend'],
  line: 'upstream prematurely closed connection',
  backendLine: 'was terminated due to signal 11',
  needs: ['gunicorn'],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(lab, (appPort) => createGunicorn(lab, appPort, APP, ''));
    return { nginx, backend, provoke: () => nginx.ask('/thumbnail') };
  },
  fix: {
    title: 'Find the native code that crashed',
    steps: { 'Suspect what changed last': async ({ backend }) => backend?.editText('ctypes.string_at(0)', 'pass') },
  },
});
