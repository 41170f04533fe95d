// The process that `startAzurite` forks: Azurite's table service. When the process that forked it dies without a word,
// the channel between them closes, and this one saves and stops instead of living on alone.
import { createRequire } from 'node:module';

process.on('disconnect', () => process.emit('message', 'shutdown', undefined));

// It has no types and exports nothing: loading it starts it.
createRequire(import.meta.url)('azurite/dist/src/table/main.js');
