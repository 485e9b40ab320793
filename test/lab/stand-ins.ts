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

/** Directories that every scenario has for itself, below its own. */
const OWN_PLACES = /(?<!lab-\w{6})\/(?:var\/log\/(?:nginx|php8\.2-fpm\.log)|etc\/(?:nginx|php))\b/;

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
const STAND_INS: readonly StandIn[] = [
  {
    name: 'reload nginx without systemd',
    fits: /^systemctl reload nginx$/,
    take: (_, { nginx }) => nginx.reload().then(() => done),
  },
  {
    name: 'start nginx without systemd',
    fits: /^systemctl (?:(?:re)?start|reload-or-restart) nginx$/,
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
  {
    name: 'what would change the whole machine',
    fits: /^(?:sudo )?(?:apt-get|sysctl -w|sysctl --system|useradd|groupadd|usermod|certbot|modprobe|nft|iptables) /,
    take: () => null,
  },
  {
    name: 'tools that few machines have',
    fits: /^(?:dig|tcpdump|nc|psql|mysql|iostat|file|ausearch) /,
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
    name: "this scenario's nginx alone",
    fits: /^pgrep (?=-f 'nginx)/,
    take: (found, { nginx }) => ({ run: found.input.replace(found[0], `pgrep -P ${nginx.pid()} `) }),
  },
  {
    name: "the laboratory's port",
    fits: /(?<=-connect \S+):443\b/,
    take: (found, { nginx }) => ({ run: found.input.replace(found[0], `:${new URL(nginx.url).port}`) }),
  },
  {
    name: "the laboratory's directories",
    fits: OWN_PLACES,
    take: (found, _, lab) => ({
      run: found.input.replace(new RegExp(OWN_PLACES, 'g'), (place) => `${lab.dir}${place.replace('/var/', '/')}`),
    }),
  },
];

/** Applies every stand-in that fits, in the order of the list. `replaced` is null when nothing can take the command's place. */
export async function replaceCommand(
  command: string,
  stage: Stage,
  lab: Lab,
): Promise<{ readonly replaced: Replaced | null; readonly standIns: readonly string[] }> {
  const standIns: string[] = [];
  let run = command;
  for (const { name, fits, take } of STAND_INS) {
    const found = fits.exec(run);
    if (!found) continue;
    standIns.push(name);
    const replaced = await take(found, stage, lab);
    if (replaced === null || 'printed' in replaced) return { replaced, standIns };
    run = replaced.run;
  }
  return { replaced: { run }, standIns };
}
