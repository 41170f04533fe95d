import { app } from '@azure/functions';
import { TableClient } from '@azure/data-tables';
import { CloudAdapter } from 'botbuilder';

// The least that an app can load which is to store a bot's message, and nothing of ours: told beside coldStart.ts' figures.
app.http('health', {
  methods: ['GET'],
  authLevel: 'anonymous',
  route: 'api/health',
  handler: () => Promise.resolve({ status: 200, jsonBody: { loaded: [CloudAdapter.name, TableClient.name] } }),
});
