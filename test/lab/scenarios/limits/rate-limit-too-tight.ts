import { createNginx } from '../../nginx.ts';
import { intoBlock, scenario } from '../../scenario.ts';
import { toServer } from '../../site.ts';

const PAGE = ['/page.html', '/site.css', '/app.js', '/logo.png', '/font.woff2'];

export default scenario({
  entry: 'rate-limit-requests',
  cause: 'limit-too-tight',
  decides: ['error'],
  line: 'limiting requests, excess:',
  needs: [],
  start: async (lab) => {
    const port = await lab.port();
    for (const file of PAGE) await lab.place(`srv/www${file}`, 'content\n');
    const nginx = await createNginx(lab, {
      port,
      http: `limit_req_zone $binary_remote_addr zone=perclient:1m rate=2r/s;
    set_real_ip_from 127.0.0.0/8;
    real_ip_header X-Forwarded-For;`,
      site: toServer(port, `root ${lab.dir}/srv/www;\nlocation / {\n    limit_req zone=perclient;\n}`),
    });
    await nginx.start();
    return {
      nginx,
      provoke: () =>
        Promise.all(PAGE.map((path) => nginx.ask(path, { headers: { 'X-Forwarded-For': '198.51.100.7' } }))),
    };
  },
  fix: {
    title: 'Allow bursts, and limit what is expensive',
    steps: { "Let a page's worth of requests through": intoBlock('location /') },
  },
});
