import { app } from '@azure/functions';

// The least that a Functions app can be: what coldStart.ts holds ours against.
app.http('health', {
  methods: ['GET'],
  authLevel: 'anonymous',
  route: 'api/health',
  handler: () => Promise.resolve({ status: 200, jsonBody: {} }),
});
