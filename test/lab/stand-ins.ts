import type { Lab } from './lab.ts';
import type { Stage } from './scenario.ts';

/** What takes the place of a command, or of a part of it, that no laboratory without systemd and with its own directories can run. */
export interface StandIn {
  readonly name: string;
  readonly fits: RegExp;
  /** A command to run in its place, or what it would have printed; null when nothing can stand in. */
  readonly take: (found: RegExpExecArray, stage: Stage, lab: Lab) => Promise<Replaced | null> | Replaced | null;
}

/** A command to run in place of another, or something that is done already. */
export type Replaced = { readonly run: string } | { readonly printed: string };

const done: Replaced = { printed: '' };
const withBackend = async (
  stage: Stage,
  act: (backend: NonNullable<Stage['backend']>) => Promise<void>,
): Promise<Replaced> => {
  if (!stage.backend) throw new Error('A command names the unit of a backend, and the scenario has none');
  await act(stage.backend);
  return done;
};

/** The whole list: whatever a command of an entry needs and a laboratory doesn't have is replaced here, and nowhere else. */
export const STAND_INS: readonly StandIn[] = [
  {
    name: 'reload nginx without systemd',
    fits: /^systemctl reload nginx$/,
    take: (_, { nginx }) => nginx.reload().then(() => done),
  },
  {
    name: 'start nginx without systemd',
    fits: /^systemctl (?:re)?start nginx$/,
    take: async (_, { nginx }) => {
      if (!(await nginx.start())) throw new Error(`nginx did not start:\n${nginx.logs.errors()}`);
      return done;
    },
  },
  {
    name: 'restart or start the backend without systemd',
    fits: /^systemctl (?:restart|start|reload|enable --now) \S+$/,
    take: (_, stage) =>
      withBackend(stage, async (backend) => {
        await backend.stop();
        await backend.start();
      }),
  },
  { name: "systemd's own knowledge", fits: /^(?:systemctl|systemd-\w+|coredumpctl|loginctl) /, take: () => null },
  { name: "the kernel's journal", fits: /^journalctl (?:-k|--since)/, take: () => null },
  {
    name: "the unit's journal",
    fits: /^journalctl -u \S+.*?(\||$)/,
    take: (found, { backend }) =>
      backend ? { run: found.input.replace(found[0], `cat ${backend.logFile} ${found[1]}`) } : null,
  },
  {
    name: "SELinux's and AppArmor's tools",
    fits: /^(?:ausearch|getenforce|restorecon|setsebool|semanage|aa-status) /,
    take: () => null,
  },
  { name: 'tools of containers', fits: /^(?:docker|kubectl|podman) /, take: () => null },
  {
    name: 'another user without sudo',
    fits: /\bsudo -u (\S+) /,
    take: (found) => ({ run: found.input.replace(found[0], `runuser -u ${found[1]} -- `) }),
  },
  { name: 'root without sudo', fits: /^sudo (?!-)/, take: (found) => ({ run: found.input.slice(found[0].length) }) },
  {
    name: "the laboratory's port",
    fits: /(?<=-connect \S+):443\b/,
    take: (found, { nginx }) => ({ run: found.input.replace(found[0], `:${new URL(nginx.url).port}`) }),
  },
  {
    name: "the laboratory's directories",
    fits: /\/(?:var\/log\/nginx|etc\/nginx)\b/,
    take: (found, _, lab) => ({
      run: found.input
        .replaceAll('/var/log/nginx', `${lab.dir}/log/nginx`)
        .replaceAll(/\/etc\/nginx(?!\/conf\.d\/site)/g, `${lab.dir}/etc/nginx`),
    }),
  },
];
