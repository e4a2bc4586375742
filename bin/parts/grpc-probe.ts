import { connect } from 'node:http2';

const OK = '0';

/**
 * Whether a Temporal server at this address knows a namespace: one gRPC call, DescribeNamespace, written by hand
 * so that the starter need not load Temporal's client (source: gRPC over HTTP/2; the request's field 1 is the name).
 */
export function knowsNamespace(address: string, namespace: string, withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const session = connect(`http://${address}`);
    const answer = (known: boolean) => {
      clearTimeout(timer);
      session.destroy();
      resolve(known);
    };
    const timer = setTimeout(() => answer(false), withinMs);
    session.once('error', () => answer(false));
    const call = session.request({
      ':method': 'POST',
      ':path': '/temporal.api.workflowservice.v1.WorkflowService/DescribeNamespace',
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    call.once('error', () => answer(false));
    call.once('response', (headers) => {
      if (headers['grpc-status'] !== undefined) answer(headers['grpc-status'] === OK); // an answer without a body
    });
    call.once('trailers', (trailers) => answer(trailers['grpc-status'] === OK));
    call.resume();
    call.end(describeNamespace(namespace));
  });
}

function describeNamespace(namespace: string): Buffer {
  const name = Buffer.from(namespace);
  const message = Buffer.concat([Buffer.from([0x0a, name.length]), name]);
  const frame = Buffer.alloc(5); // not compressed, then the length
  frame.writeUInt32BE(message.length, 1);
  return Buffer.concat([frame, message]);
}
