import http from 'node:http';
import tls from 'node:tls';

let done = false;

/**
 * Lets what this process fetches go the way the machine prescribes: through its proxy, and trusting its own
 * certificate authorities too. Older Nodes of those we run on (before 22.19 and 24.14) cannot, and go straight.
 */
export function trustTheSystem(): void {
  if (done) return;
  done = true;
  http.setGlobalProxyFromEnv?.();
  tls.setDefaultCACertificates?.([
    ...tls.getCACertificates('default'),
    ...tls.getCACertificates('system'),
    ...tls.getCACertificates('extra'),
  ]);
}
