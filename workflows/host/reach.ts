import { connect } from 'node:net';

/** Opens a connection and closes it: whether somebody listens, without speaking their language. */
export function reach(host: string, port: number, patienceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: patienceMs });
    const settle = (error?: Error) => {
      socket.destroy();
      if (error === undefined) resolve();
      else reject(error);
    };
    socket.once('connect', () => settle());
    socket.once('timeout', () => settle(new Error('no answer in time')));
    socket.once('error', settle);
  });
}
