import type { Lab } from './lab.ts';

/** Runs a client's command to its end, whatever it says: curl, where a client's own TLS is the matter. It trusts the lab's authority. */
export async function runClient(lab: Lab, command: string): Promise<void> {
  const { exited } = lab.spawn(['/bin/sh', '-c', command], `${lab.dir}/log/client.log`, {
    SSL_CERT_FILE: `${lab.dir}/tls/ca.crt`,
  });
  await exited;
}
