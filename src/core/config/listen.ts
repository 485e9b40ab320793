import { type ConfigDirective, directivesIn } from './config-directive.ts';

/** Where a server listens. */
export interface Listen {
  /** Null where it was not written: then nginx listens on port 80. */
  readonly directive: ConfigDirective | null;
  /** `*` for all of IPv4, `[::]` for all of IPv6; the path of a unix socket. */
  readonly address: string;
  /** Null for a unix socket. */
  readonly port: string | null;
  readonly isDefault: boolean;
  readonly isSsl: boolean;
}

const ADDRESS = /^(?:(\[[0-9a-fA-F:.]{2,45}\]|[^:[\]\s]{1,255})(?::(\d{1,5}))?|:?(\d{1,5}))$/;

/** All addresses that a `server` block listens on. Source: nginx src/http/ngx_http_core_module.c ngx_http_core_listen. */
export function listensOf(server: ConfigDirective): readonly Listen[] {
  const written = directivesIn(server, 'listen').filter(({ args }) => args.length > 0);
  const isSslServer = directivesIn(server, 'ssl').some(({ args }) => args[0] === 'on');
  if (written.length === 0)
    return [{ directive: null, address: '*', port: '80', isDefault: false, isSsl: isSslServer }];
  return written.flatMap((directive): Listen[] => {
    const [value = '', ...parameters] = directive.args;
    const place = parsePlace(value);
    if (!place) return [];
    const isDefault = parameters.includes('default_server') || parameters.includes('default');
    return [
      {
        directive,
        ...place,
        isDefault,
        isSsl: isSslServer || parameters.includes('ssl') || parameters.includes('quic'),
      },
    ];
  });
}

function parsePlace(value: string): Pick<Listen, 'address' | 'port'> | null {
  if (value.startsWith('unix:')) return { address: value.slice('unix:'.length), port: null };
  if (/^\d{1,5}$/.test(value)) return { address: '*', port: value };
  const [, address, port, only] = ADDRESS.exec(value) ?? [];
  if (only !== undefined) return { address: '*', port: only };
  if (address === undefined) return null;
  return { address: address === '0.0.0.0' ? '*' : address.toLowerCase(), port: port ?? '80' };
}
