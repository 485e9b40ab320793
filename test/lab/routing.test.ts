import { afterAll, describe, expect, test } from 'vitest';
import { chooseLocation } from '../../src/core/config/choose-location.ts';
import { chooseServer, groupByListen } from '../../src/core/config/choose-server.ts';
import { type ConfigDirective, directivesIn } from '../../src/core/config/config-directive.ts';
import { normaliseUri } from '../../src/core/config/normalise-uri.ts';
import { createPatterns } from '../../src/core/config/patterns.ts';
import { routeInServer } from '../../src/core/config/route.ts';
import { configurationOf } from '../core/config/configuration-of.ts';
import { findNginx } from './find-nginx.ts';
import { ROUTING_CASES } from './routing-cases.ts';
import { ask, freePort, type RunningNginx, startNginx } from './start-nginx.ts';

const nginx = findNginx();
const running: RunningNginx[] = [];
afterAll(() => Promise.all(running.map(({ stop }) => stop())));

/** The line of the `return` that answers; `slash` for a redirect to the same path with a slash. */
function ourAnswer(config: string, path: string, host: string | null, address: string, port: string): string {
  const configuration = configurationOf(config);
  const match = createPatterns();
  const groups = groupByListen(configuration.servers).filter((group) => group.port === port);
  const group = groups.find((one) => one.address === address) ?? groups.find((one) => one.address === '*');
  const server = group && chooseServer(group, host, match);
  if (!server) return 'no server';
  const merges = directivesIn(server, 'merge_slashes')[0]?.args[0] !== 'off';
  const uri = normaliseUri(path, merges) ?? '';
  if (chooseLocation(server, uri, match).isSlashRedirect) return 'slash';
  const route = routeInServer(server, uri, null, configuration, match);
  expect(route.isCertain).toBe(true);
  return returnLineOf(route.levels[0]);
}

const returnLineOf = (level: ConfigDirective | undefined): string =>
  (level && directivesIn(level, 'return')[0]?.args[1]) ?? 'nothing';

function theirAnswer(response: string): string {
  if (/^HTTP\/1\.1 301/.test(response)) return 'slash';
  return /\r\n\r\n(\d+)$/.exec(response)?.[1] ?? response.split('\r\n')[0] ?? '';
}

describe.skipIf(!nginx)('a real nginx and nginx-why choose the same, with', { timeout: 30_000 }, () => {
  describe.for(ROUTING_CASES)('$name', ({ config, requests }) => {
    let [a, b, filled] = ['', '', ''];
    const start = async (): Promise<void> => {
      if (filled !== '') return;
      [a, b] = [String(await freePort()), String(await freePort())];
      filled = config
        .replace(/\b([AB])\b(?=;| default)/g, (_, port: string) => (port === 'A' ? a : b))
        .split('\n')
        .map((line, index) => line.replace('HERE', `return 200 "${index + 1}";`))
        .join('\n');
      running.push(await startNginx(nginx ?? '', filled, Number(a)));
    };

    test.for(requests)('%s', async (request) => {
      await start();
      const [path = '/', host = 'x.example', address = '127.0.0.1', which = 'A'] = request.split(' ');
      const port = which === 'A' ? a : b;
      const named = host === '-' ? null : host.replace(/\bA$/, a);
      const head =
        named === null
          ? `GET ${path} HTTP/1.0\r\n\r\n`
          : `GET ${path} HTTP/1.1\r\nHost: ${named}\r\nConnection: close\r\n\r\n`;
      const theirs = theirAnswer(await ask(address, Number(port), head));
      expect(ourAnswer(filled, path, named, address, port)).toBe(theirs);
    });
  });
});
