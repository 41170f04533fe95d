import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { readBody } from './readBody.ts';

const server = createServer();
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

it('says too large as soon as a body without a stated length is, and leaves the connection for the answer', async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  // Two chunks of eight bytes of a body that does not end here.
  socket.write(
    'POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n12345678\r\n8\r\n12345678\r\n',
  );
  const [request, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
  expect(await readBody(request, 10)).toBe('too large');
  response.writeHead(413).end();
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  expect(answer.toString()).toMatch(/^HTTP\/1.1 413 /);
});
