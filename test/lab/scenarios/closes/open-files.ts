import { createPythonService } from '../../backends/python-service.ts';
import { intoSettings, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

/** Needs forty files at once for a page. */
const PROGRAM = `import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        parts = [open(__file__) for _ in range(40)]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"%d parts\\n" % len(parts))

ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
`;

export default scenario({
  entry: 'upstream-prematurely-closed',
  cause: 'backend-fd-limit',
  decides: ['backend'],
  line: 'upstream prematurely closed connection',
  backendLine: 'Too many open files',
  needs: ['gunicorn', 'root', 'lsof'],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(lab, (port) =>
      createPythonService(lab, port, PROGRAM, 'LimitNOFILE=32\nTasksMax=100'),
    );
    return {
      nginx,
      backend,
      blanks: { 'backend-pid': String(backend.pid()) },
      examples: { '65536': '1024' },
      provoke: () => nginx.ask('/page'),
    };
  },
  fix: { title: "Raise the backend's limit of open files", steps: { 'Raise the limit': intoSettings } },
});
