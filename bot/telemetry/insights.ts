import { type AzureMonitorExporterOptions, AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { CallRecorder } from './calls.ts';

/** The part of a credential of `@azure/identity` that is used here. */
interface TokenCredential {
  getToken(scope: string | string[]): Promise<{ token: string; expiresOnTimestamp: number } | null>;
}

interface Given {
  /** Connection string of Application Insights. */
  readonly connection: string;
  /** Who sends; absent where the address takes it from anybody. */
  readonly credential?: TokenCredential | undefined;
  readonly version: string;
  /** Told each time that something could not be sent, which is lost then. */
  readonly failed: () => void;
  /** Sends instead of Node's own client. */
  readonly httpClient?: AzureMonitorExporterOptions['httpClient'];
}

/**
 * Tells Application Insights of calls as spans of OpenTelemetry, beneath the run that Azure itself tells of. In the
 * deployed folder a file of its own, which is loaded only where a connection is configured.
 */
export function createInsights({ connection, credential, version, failed, httpClient }: Given): CallRecorder {
  // The exporter would tell its makers about itself, and send what it is told of this process with every batch.
  process.env['APPLICATION_INSIGHTS_NO_STATSBEAT'] = 'true';
  process.env['APPLICATIONINSIGHTS_OPENTELEMETRY_RESOURCE_METRIC_DISABLED'] = 'true';
  const exporter = new AzureMonitorTraceExporter({
    connectionString: connection,
    // What could not be sent is not left on a disk.
    disableOfflineStorage: true,
    additionalPolicies: [watched(failed)],
    ...(credential && { credential }),
    ...(httpClient && { httpClient }),
  });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'med-dialog', 'service.version': version }),
    // Also of what Azure chose not to tell: who looks for one answer among thousands needs just that one.
    sampler: new AlwaysOnSampler(),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer('med-dialog', version);
  return {
    record({ service, operation, begun, ended, failure, parent }) {
      const run = parent === undefined ? null : parseTraceParent(parent);
      const context = run === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...run, isRemote: true });
      const attributes = { 'peer.service': service, 'rpc.system': service };
      const span = tracer.startSpan(
        `${service} ${operation}`,
        { kind: SpanKind.CLIENT, startTime: begun, attributes },
        context,
      );
      if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
      span.end(ended);
    },
    // What could not be sent at last has been told.
    close: () => provider.shutdown().catch(() => undefined),
  };
}

type Policy = NonNullable<AzureMonitorExporterOptions['additionalPolicies']>[number];

/** Looks at how each batch is answered, when it has been sent again for the last time: the exporter says that it is well either way. */
const watched = (failed: () => void): Policy => ({
  position: 'perCall',
  policy: {
    name: 'watched',
    async sendRequest(request, next) {
      try {
        const answer = await next(request);
        if (answer.status >= 400) failed();
        return answer;
      } catch (error) {
        failed();
        throw error;
      }
    },
  },
});
