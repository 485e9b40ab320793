import type { Pass } from '../config/pass.ts';
import type { Route } from '../config/route.ts';
import type { LogRecord } from '../records/log-record.ts';
import { linesOf, onRoutes } from './config-view.ts';
import type { EvidenceView, Shown } from './evidence-view.ts';
import { targetsOf } from './pass-targets.ts';
import type { Signals } from './signal.ts';

// As their files or command lines have them. Sources: uWSGI's and PHP-FPM's manuals.
const UWSGI_SOCKET = /(?:^|\s--)(?:uwsgi-)?socket\s*[= ]\s*(\S{1,200})/;
const HTTP_SOCKET = /(?:^|\s--)http(?:-socket)?\s*[= ]\s*(\S{1,200})/;
const FPM_LISTEN = /^listen\s*=\s*(\S{1,200})/;
const LONGEST_SETTING = 500;

/** Signals that compare the pass with what the backend is told to listen on. */
export const CONFIG_SETTING_SIGNALS: Signals = {
  'config-http-pass-to-uwsgi-socket': (view) => withSetting(view, 'proxy', UWSGI_SOCKET),
  'config-uwsgi-pass-to-http-socket': (view) => withSetting(view, 'uwsgi', HTTP_SOCKET),
  'config-fastcgi-pass-differs-from-listen': (view) =>
    onRoutes(view, (route) => {
      const listens = settings(view, FPM_LISTEN);
      const isSame = listens.some(({ address }) => fitsAddress(address, route));
      return route.pass?.family !== 'fastcgi' || listens.length === 0 || isSame
        ? null
        : [...linesOf([route.pass.directive]), ...listens.map(({ record }) => record)];
    }),
};

interface Setting {
  readonly record: LogRecord;
  readonly address: string;
}

function settings({ records }: EvidenceView, form: RegExp): readonly Setting[] {
  return records.flatMap((record): Setting[] => {
    if (record.kind !== 'unknown' && record.kind !== 'companion') return [];
    const address = form.exec(record.text.slice(0, LONGEST_SETTING))?.[1];
    return address === undefined ? [] : [{ record, address }];
  });
}

function withSetting(view: EvidenceView, family: Pass['family'], form: RegExp): Shown {
  return onRoutes(view, (route) => {
    const fitting = settings(view, form).filter(({ address }) => fitsAddress(address, route));
    return route.pass?.family === family && fitting.length > 0
      ? [...linesOf([route.pass.directive]), ...fitting.map(({ record }) => record)]
      : null;
  });
}

/** The same socket, or the same port: a backend may listen on every address. */
function fitsAddress(address: string, route: Route): boolean {
  const port = /(?:^|:)(\d{1,5})$/.exec(address)?.[1];
  return targetsOf(route).some((target) => (target.socket ? target.socket === address : target.port === port));
}
