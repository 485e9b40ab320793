/** What an error of the operating system means where nginx logs it, in one sentence without run-time data.
 * Source: the manual pages errno(3), connect(2), open(2), accept(2), bind(2). */
export const ERRNO_WORDS: Readonly<Record<string, string>> = {
  EPERM:
    'The operation needs a privilege that this process does not have: root, a capability, or what a sandbox took away.',
  ENOENT:
    'The file or directory is not there, as this process sees the file system (a container or a private /tmp shows another one).',
  EIO: 'The device failed to read or write: look at the kernel log and the disk.',
  EBADF: 'A descriptor was used that is not open: a fault in nginx, a module or a library, not in the configuration.',
  EAGAIN: 'Something is used up for the moment: a queue, a process limit or memory of the kernel.',
  ENOMEM: 'Memory ran out, or a limit on it was reached.',
  EACCES: 'Permission denied: owner, mode, a directory above that cannot be entered, or SELinux or AppArmor.',
  EEXIST: 'It exists already.',
  ENOTDIR: 'A part of the path is a file where a directory is expected.',
  EISDIR: 'A directory stands where a file is expected.',
  EINVAL:
    'The kernel refused an argument: a value it does not support, or a feature that this file system or platform lacks.',
  ENFILE: 'The whole system has no more file descriptors.',
  EMFILE: 'This process has no more file descriptors.',
  ENOSPC: 'No space, or no inodes, are left on that file system; for shared memory and watches a limit of the kernel.',
  EROFS: 'The file system is mounted read-only.',
  EPIPE: 'The other side had closed the connection before nginx was done writing.',
  ENAMETOOLONG: 'The name is longer than the file system or a socket path allows (108 bytes for a unix socket).',
  ENOSYS: 'The kernel, or what emulates it, does not have this call.',
  ENOPROTOOPT: 'The kernel does not know this socket option.',
  EMSGSIZE: 'The datagram is larger than the path or the socket allows.',
  EAFNOSUPPORT: 'The address family is switched off here, usually IPv6.',
  EADDRINUSE: 'Another socket has this address and port.',
  EADDRNOTAVAIL: 'The address is not on this host, or no local port is free for it.',
  ENETUNREACH: 'There is no route to that network from this host.',
  ECONNABORTED: 'The connection was gone before nginx took it.',
  ECONNRESET:
    'The other side ended the connection with a reset: it had unread data, crashed, or a device in between did it.',
  ENOBUFS: 'The kernel has no more buffers for sockets.',
  ENOTCONN: 'The connection was gone already.',
  ETIMEDOUT: 'Nothing came back in time.',
  ECONNREFUSED: 'The host answered that nothing listens on that port.',
  EHOSTDOWN: 'The host does not answer on its network.',
  EHOSTUNREACH: 'No way to that host: it does not answer on its network, or a firewall said so.',
};
