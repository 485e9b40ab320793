import { rm } from 'node:fs/promises';
import { createGunicorn } from '../../backends/gunicorn.ts';
import { type Load, scenario } from '../../scenario.ts';
import { countConnections, countWaiting } from '../../sockets.ts';
import { startProxied } from '../../start-proxied.ts';

/** Works as long as the file is there. */
const toApp = (busyFile: string): string => `import os, time

def app(environ, start_response):
    while os.path.exists("${busyFile}"):
        time.sleep(0.02)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"at last\\n"]
`;

export default scenario({
  entry: 'upstream-timed-out-connecting',
  cause: 'backend-accept-queue-full',
  decides: ['error'],
  line: 'upstream timed out (110: Connection timed out) while connecting to upstream',
  needs: ['gunicorn'],
  start: async (lab) => {
    const busyFile = `${lab.dir}/srv/busy`;
    const { nginx, backend, appPort } = await startProxied(
      lab,
      (port) => createGunicorn(lab, port, toApp(busyFile), 'backlog = 1'),
      (port) => `proxy_pass http://127.0.0.1:${port};\nproxy_connect_timeout 700ms;`,
    );
    const visit = (visitor: number) => nginx.ask('/', { from: `127.0.1.${visitor}` });
    const isWorkerBusy = () => countConnections(appPort, 'ESTABLISHED') === 1 && countWaiting(appPort) === 0;
    // One request is served, two fill the queue (it holds one more than its length), two more find it full; so do the strangers, whom
    // nginx doesn't send. The worker is busy until all have either found room in the queue or tried in vain.
    const load = async (strangers: number): Promise<Load> => {
      await lab.place('srv/busy', '');
      const visits = [visit(1)];
      await lab.until(isWorkerBusy, 'a busy worker');
      visits.push(visit(2), visit(3));
      await lab.until(() => countWaiting(appPort) === 2, 'a full queue');
      let ended = 0;
      visits.push(...[4, 5].map((visitor) => visit(visitor).finally(() => (ended += 1))));
      const haveAllRoom = () => countWaiting(appPort) >= 4 + strangers;
      const isFullForAll = () => ended === 2 && countConnections(appPort, 'SYN_SENT') >= strangers;
      const come = lab.until(() => haveAllRoom() || isFullForAll(), 'everybody to come');
      return { over: come.then(() => rm(busyFile)).then(() => Promise.all(visits)) };
    };
    return {
      nginx,
      backend,
      load: () => load(1),
      provoke: async () => (await load(0)).over,
    };
  },
  fix: {
    title: 'Let the backend accept faster, and lengthen its queue',
    steps: { 'Then lengthen the queue': async ({ backend }) => backend?.edit('backlog = 2048') },
    verify: { "Connect from nginx's machine": /^connected after 0\.[0-9]+ s$/ },
  },
});
