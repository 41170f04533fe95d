// The process that `startAzurite` forks: Azurite's table service. When the process that forked it dies without a word,
// the channel between them closes, and this one saves and stops instead of living on alone.
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { createRequire, enableCompileCache } from 'node:module';

process.on('disconnect', () => process.emit('message', 'shutdown', undefined));

// Azurite 3.37 reads a body piece by piece as text, so an æ across two pieces (after some 64 kB) comes out broken. Node
// puts the pieces together where it is told the encoding. Transactions are read rightly, and as bytes.
subscribe('http.server.request.start', (message) => {
  const { request } = message as { request: IncomingMessage };
  if (request.url?.includes('$batch') !== true) request.setEncoding('utf8');
});

// Azurite loads some three thousand modules: compiling them once is enough.
enableCompileCache();
// It has no types and exports nothing: loading it starts it.
createRequire(import.meta.url)('azurite/dist/src/table/main.js');
