import { createNode } from '../../backends/node.ts';
import { infoLog } from '../../nginx-conf.ts';
import { HELLO_NODE } from '../../node-programs.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { startProxied } from '../../start-proxied.ts';

const SEARCH = `/search?ids=${'1234567,'.repeat(1_500)}`;

export default scenario({
  entry: 'client-header-too-large',
  cause: 'request-uri-too-long',
  decides: ['error'],
  line: 'client sent too long URI',
  needs: [],
  start: async (lab) => {
    const { nginx, backend } = await startProxied(
      lab,
      (port) => createNode(lab, port, HELLO_NODE),
      (port) => `proxy_pass http://127.0.0.1:${port};`,
      infoLog(lab),
    );
    return {
      nginx,
      backend,
      blanks: { url: `${nginx.url}${SEARCH}`, 'file-with-the-header-line': '/dev/null' },
      provoke: () => nginx.ask(SEARCH),
    };
  },
  fix: { title: 'Send the data in a body', steps: { 'As a stopgap, raise the buffers': intoBlock('http') } },
});
