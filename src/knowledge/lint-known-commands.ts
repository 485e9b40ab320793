import type { Risk } from '../core/entry.ts';

/** What a program does when nothing in `RULES` says otherwise. A command that is in neither is a problem: add it here, with the
 * risk of its mildest use, and its other uses to `RULES`. */
export const PROGRAMS: Readonly<Record<string, Risk>> = {
  ...all(
    'read-only',
    'aa-status apachectl apt-cache apt-mark ausearch awk base64 cat certtool chage column comm coredumpctl curl cut date df',
    'diff dig dmesg docker-compose dpkg du echo egrep ethtool fgrep file findmnt free getcap getenforce getent getfacl getsebool',
    'grep gzip h2load head host hostname id iostat ip iptables-save journalctl jq kubectl last ldd less locale ls lsattr lsblk',
    'lsmod lsns lsof md5sum mount-show mtr namei nc netstat nginx nginx-why nm nproc nslookup nstat numfmt od openssl pgrep php',
    'php-fpm pidof pidstat ping ping6 pmap printf prlimit ps readelf readlink realpath rpm runlevel sar sealert sed sesearch',
    'sha256sum sort ss sshd stat strace strings tac tail tcpdump test timedatectl top tr traceroute tracepath tree uname uniq',
    'uptime vmstat wc whereis which whoami xxd zcat zgrep zstdcat ab wrk dpkg-query ulimit getconf iperf3 quota',
    'gunicorn node python3 puma bundle psql redis-cli mysql mysqladmin perl firewall-cmd nft iptables ip6tables sysctl find',
    'semanage docker podman systemctl ufw certbot conntrack chronyc ntpq crontab helm resolvectl openresty ethtool',
    'systemd-analyze systemd-cgtop supervisorctl pm2 gitlab-ctl passenger-status apparmor_status semodule snap logrotate ionice',
    'memcached-tool cgget bash-completion ipcs lscpu composer uwsgi uvicorn ruby java jcmd jstack npm pip3 rustc go',
    'angie kong ldapwhoami ldapsearch luajit luacheck passenger-config mmdblookup nvidia-smi swapon losetup tune2fs xfs_info smartctl blkid lspci htpasswd named-checkconf rdisc6 sh bash',
  ),
  ...all(
    'safe',
    'apparmor_parser apt apt-get geoipupdate chgrp chmod chown cp dnf install ln mkdir mv restorecon rsync setcap setfacl setsebool',
    'swapoff systemd-tmpfiles tee touch usermod useradd groupadd update-ca-certificates yum apk adduser addgroup gpasswd',
    'a2enmod aa-complain aa-enforce chcon chsh depmod fallocate modprobe newgrp passwd unlink update-alternatives service',
    'rmdir sysctl-w mkfifo mktemp patch ssh-keygen chattr netplan resolvconf hostnamectl localectl loginctl update-crypto-policies',
  ),
  ...all(
    'risky',
    'dd fdisk fsck halt kill killall mkfs mkswap parted pkill poweroff reboot rm shred shutdown truncate userdel init telinit',
    'iptables-restore setenforce wipefs resize2fs fuser',
  ),
};

/** A use of a program, by the start of its words or by words anywhere. The first rule that fits decides. */
export interface Rule {
  readonly program: RegExp;
  /** Tested against all words after the program, joined by a space. */
  readonly words: RegExp;
  readonly risk: Risk;
}

const rule = (program: RegExp, words: RegExp, risk: Risk): Rule => ({ program, words, risk });

export const RULES: readonly Rule[] = [
  rule(/^systemctl$/, /\b(?:poweroff|reboot|halt|isolate|mask|kill|disable|stop)\b/, 'risky'),
  rule(
    /^systemctl$/,
    /\b(?:re)?(?:start|load|load-or-restart)\b|\b(?:enable|edit|unmask|set-property|reset-failed)\b/,
    'safe',
  ),
  rule(/^systemctl$/, /\bdaemon-re(?:load|exec)\b|\btry-restart\b/, 'safe'),
  rule(/^(?:nginx|openresty)$/, /-s (?:stop|quit)\b/, 'risky'),
  rule(/^(?:nginx|openresty)$/, /-s \w+/, 'safe'),
  rule(/^docker$/, /^compose run --rm \S+ nginx -t$/, 'read-only'),
  rule(/^(?:docker|podman|docker-compose)$/, /\b(?:rm|rmi|prune|kill|down|stop)\b/, 'risky'),
  rule(
    /^(?:docker|podman|docker-compose)$/,
    /^(?:compose )?(?:\S+ )?(?:restart|start|up|run|pull|build|update|create|connect|disconnect)\b/,
    'safe',
  ),
  rule(/^(?:docker|podman)$/, /^cp\b/, 'safe'),
  rule(/^kubectl$/, /\b(?:delete|drain|cordon|replace|scale)\b/, 'risky'),
  rule(/^kubectl$/, /\brollout (?:status|history)\b/, 'read-only'),
  rule(/^kubectl$/, /\b(?:apply|rollout|patch|set|edit|create|label|annotate|expose|autoscale|uncordon|cp)\b/, 'safe'),
  rule(/^helm$/, /^(?:uninstall|delete)\b/, 'risky'),
  rule(/^helm$/, /^(?:upgrade|install|rollback)\b/, 'safe'),
  rule(/^sysctl$/, /(?:^| )(?:-w|-p|--system|--load)|=/, 'safe'),
  rule(/^sed$/, /(?:^| )(?:-[nEr]*i|--in-place)/, 'safe'),
  rule(/^perl$/, /(?:^| )-[a-z]*i/, 'safe'),
  rule(/^find$/, /-(?:delete|exec|execdir|ok)\b/, 'risky'),
  rule(/^prlimit$/, /--\w+=\S/, 'safe'),
  rule(/^(?:iptables|ip6tables)$/, /(?:^| )(?:-F|--flush|-X|-P|-D)\b/, 'risky'),
  rule(/^(?:iptables|ip6tables)$/, /(?:^| )(?:-A|-I|-R|-N)\b/, 'risky'),
  rule(/^nft$/, /^(?:flush|delete|add|insert|replace)\b/, 'risky'),
  rule(/^firewall-cmd$/, /--(?:add|remove|reload|set)\S*/, 'risky'),
  rule(/^ufw$/, /^(?:allow|deny|delete|disable|enable|reset|reload)\b/, 'risky'),
  rule(/^semanage$/, /(?:^| )(?:-a|-m|-d|--add|--modify|--delete)\b/, 'safe'),
  rule(/^semodule$/, /(?:^| )-[ir]\b/, 'risky'),
  rule(/^ip$/, /\b(?:add|del|delete|flush|change|replace|set)\b/, 'risky'),
  rule(/^certbot$/, /\b(?:revoke|delete)\b/, 'risky'),
  rule(/^certbot$/, /\b(?:renew|certonly|run|install)\b/, 'safe'),
  rule(/^(?:supervisorctl|pm2|gitlab-ctl)$/, /^(?:stop|delete|remove|kill)\b/, 'risky'),
  rule(/^(?:supervisorctl|pm2|gitlab-ctl)$/, /^(?:restart|start|reload|reconfigure|update|reread|hup)\b/, 'safe'),
  rule(/^(?:apt|apt-get|dnf|yum|apk)$/, /\b(?:remove|purge|autoremove|erase|del|dist-upgrade|full-upgrade)\b/, 'risky'),
  rule(/^(?:composer|npm|pip3|bundle)$/, /\b(?:install|update|ci|uninstall|require)\b/, 'safe'),
  rule(/^(?:mv|chmod|chown|chgrp|setfacl)$/, /(?:^| )-[A-Za-z]*R?[A-Za-z]* \/(?:$| )/, 'risky'),
  rule(/^crontab$/, /(?:^| )-r\b/, 'risky'),
  rule(/^redis-cli$/, /\b(?:FLUSHALL|FLUSHDB|SHUTDOWN|DEL)\b/i, 'risky'),
  rule(/^(?:psql|mysql)$/, /\b(?:DROP|DELETE|UPDATE|TRUNCATE|ALTER)\b/i, 'risky'),
  rule(/^logrotate$/, /(?:^| )(?:-f|--force)\b/, 'safe'),
  rule(/^gzip$/, /(?:^| )-(?!t|l|dc)[a-z]*/, 'safe'),
];

/** How a program that runs another command is spelled before that command. */
export interface Wrapper {
  /** Options whose value is the next word. */
  readonly valued: readonly string[];
  /** Words after the options that are not the command yet. */
  readonly positional: number;
}

/** Commands that run another command; what it is decides. */
export const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  sudo: { valued: ['-u', '-g', '--user', '--group'], positional: 0 },
  runuser: { valued: ['-u', '-g', '--user', '--group'], positional: 0 },
  timeout: { valued: ['-s', '-k', '--signal', '--kill-after'], positional: 1 },
  nice: { valued: ['-n'], positional: 0 },
  nohup: { valued: [], positional: 0 },
  env: { valued: ['-u'], positional: 0 },
  xargs: { valued: ['-I', '-n', '-P', '-d', '-L'], positional: 0 },
  watch: { valued: ['-n'], positional: 0 },
  time: { valued: [], positional: 0 },
  stdbuf: { valued: [], positional: 0 },
  nsenter: { valued: ['-t', '--target'], positional: 0 },
  exec: { valued: ['-u', '-w', '-e', '--user', '--workdir', '--env'], positional: 1 },
};

function all(risk: Risk, ...lines: readonly string[]): Readonly<Record<string, Risk>> {
  return Object.fromEntries(lines.flatMap((line) => line.split(' ')).map((program) => [program, risk]));
}
