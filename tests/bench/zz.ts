import { launch } from '../support/chromium.ts';
import { scriptedServer } from './scriptedServer.ts';
import { addressOf } from '../screens/addressOf.ts';
import { actAsTeams } from '../screens/fakeTeams.ts';
import { answers, viewOf } from '../screens/states/samples.ts';
const browser = await launch(); const server = await scriptedServer();
server.begin({ views: [viewOf({ answers: answers(9) })] });
for (let i = 0; i < 5; i++) {
const context = await browser.newContext({ viewport: { width: 280, height: 640 } });
const page = await context.newPage();
await page.route('https://res.cdn.office.net/**', (r) => r.fulfill({ json: { validOrigins: [] } }));
await page.addInitScript(actAsTeams, 'teams');
const cdp = await context.newCDPSession(page);
await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
await page.goto(server.url + addressOf({ page: 'panel' }, 'da', 280));
await page.waitForFunction(() => document.querySelectorAll('li').length >= 9, null, { polling: 50 });
const m = Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map(m => [m.name, m.value]));
console.log(['TaskDuration','ScriptDuration','LayoutDuration','RecalcStyleDuration','V8CompileDuration'].map(k => `${k} ${Math.round((m[k] ?? 0)*1000)}`).join(' '), await page.evaluate(() => Math.round(performance.getEntriesByType('paint').at(-1)?.startTime ?? 0)));
await context.close();
}
await browser.close(); await server.close();
