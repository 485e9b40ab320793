import type { Pass } from '../config/pass.ts';
import type { Route } from '../config/route.ts';
import type { Setting } from './backend-settings.ts';
import { linesOf, onRoutes } from './config-view.ts';
import type { EvidenceView, Shown } from './evidence-view.ts';
import { targetsOf } from './pass-targets.ts';
import type { Signals } from './signal.ts';

/** Signals that compare the pass with what the backend is told to listen on. */
export const CONFIG_SETTING_SIGNALS: Signals = {
  'config-http-pass-to-uwsgi-socket': (view) => withSetting(view, 'proxy', 'uwsgi'),
  'config-uwsgi-pass-to-http-socket': (view) => withSetting(view, 'uwsgi', 'uwsgi-http'),
  'config-fastcgi-pass-differs-from-listen': (view) =>
    onRoutes(view, (route) => {
      const listens = view.settings.filter(({ of }) => of === 'php-fpm');
      const isSame = listens.some(({ address }) => fitsAddress(address, route));
      return route.pass?.family !== 'fastcgi' || listens.length === 0 || isSame
        ? null
        : [...linesOf([route.pass.directive]), ...listens.map(({ record }) => record)];
    }),
};

function withSetting(view: EvidenceView, family: Pass['family'], of: Setting['of']): Shown {
  return onRoutes(view, (route) => {
    const fitting = view.settings.filter((setting) => setting.of === of && fitsAddress(setting.address, route));
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
