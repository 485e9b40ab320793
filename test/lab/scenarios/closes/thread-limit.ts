import { createPythonService } from '../../backends/python-service.ts';
import { intoSettings, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

const PROGRAM = `import os, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(0.7)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"hello\\n")

ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
`;
const VISITORS = [1, 2, 3, 4, 5, 6, 7, 8];

export default scenario({
  entry: 'upstream-prematurely-closed',
  cause: 'backend-process-limit',
  decides: ['backend'],
  line: 'upstream prematurely closed connection',
  backendLine: "can't start new thread",
  needs: ['gunicorn', 'root'],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(lab, (port) =>
      createPythonService(lab, port, PROGRAM, 'LimitNOFILE=1024\nTasksMax=4'),
    );
    return {
      nginx,
      backend,
      provoke: () => Promise.all(VISITORS.map((visitor) => nginx.ask('/', { from: `127.0.1.${visitor}` }))),
    };
  },
  fix: { title: 'Raise the limit of processes and threads', steps: { 'Raise it; in a container': intoSettings } },
});
