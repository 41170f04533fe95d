import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { FromWorker, HttpAnswer, HttpCall, Registered, ToWorker } from './messages.ts';

// Loads a deployed folder as Azure's Node worker does, in a process of its own: `main` of its package.json is required,
// `@azure/functions-core` is what the worker itself provides, and functions are called through the programming model
// that `@azure/functions` hands to it (azure-functions-nodejs-worker, src/coreApi and src/eventHandlers).

interface Binding {
  readonly type: string;
  readonly direction: string;
  readonly [key: string]: unknown;
}
interface Metadata {
  readonly name: string;
  readonly bindings: Readonly<Record<string, Binding>>;
}
type Callback = (...args: unknown[]) => unknown;
interface Invocation {
  getArguments(): Promise<{ context: unknown; inputs: unknown[] }>;
  invokeFunction(context: unknown, inputs: unknown[], handler: Callback): Promise<unknown>;
  getResponse(context: unknown, result: unknown): Promise<{ returnValue?: { http?: RpcHttp } }>;
}
interface RpcHttp {
  readonly statusCode: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: { readonly bytes?: Uint8Array; readonly string?: string };
}
interface Model {
  getInvocationModel(context: unknown): Invocation;
}

const functions = new Map<string, { readonly metadata: Metadata; readonly callback: Callback }>();
let model: Model | undefined;

class Disposable {
  dispose(): void {
    // Nothing is hooked.
  }
}

const core = {
  version: '3.0.0',
  hostVersion: '4.0.0',
  setProgrammingModel: (given: Model): void => void (model = given),
  getProgrammingModel: () => model,
  registerFunction(metadata: Metadata, callback: Callback): Disposable {
    if (functions.has(metadata.name)) throw new Error(`a function of this name is registered: ${metadata.name}`);
    functions.set(metadata.name, { metadata, callback });
    return new Disposable();
  },
  registerHook: () => new Disposable(),
  log: (): void => undefined,
  Disposable,
};

const { prototype } = Module as unknown as { prototype: { require: (this: unknown, id: string) => unknown } };
const plain = prototype.require;
prototype.require = function require(this: unknown, id: string): unknown {
  return id === '@azure/functions-core' ? core : plain.call(this, id);
};

let used = process.cpuUsage();

function load(folder: string): FromWorker {
  used = process.cpuUsage();
  const began = performance.now();
  const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { main: string };
  createRequire(join(folder, 'package.json'))(join(folder, main));
  const milliseconds = performance.now() - began;
  return {
    type: 'loaded',
    milliseconds,
    functions: [...functions.values()].map(({ metadata }) => described(metadata)),
  };
}

function described({ name, bindings }: Metadata): Registered {
  const { type = '', ...trigger } = Object.values(bindings).find(({ direction }) => direction === 'in') ?? {};
  return { ...trigger, name, trigger: type };
}

async function invoke(name: string, data: unknown, triggerMetadata: object): Promise<RpcHttp | undefined> {
  const found = functions.get(name);
  if (found === undefined || model === undefined) throw new Error(`no function is called ${name}`);
  const { metadata, callback } = found;
  const [trigger] = Object.entries(metadata.bindings).find(([, { direction }]) => direction === 'in') ?? [];
  const request = { inputData: [{ name: trigger, data }], triggerMetadata };
  const invocation = model.getInvocationModel({
    invocationId: 'one',
    metadata,
    request,
    log: core.log,
    state: undefined,
  });
  const { context, inputs } = await invocation.getArguments();
  const result = await invocation.invokeFunction(context, inputs, callback);
  return (await invocation.getResponse(context, result)).returnValue?.http;
}

async function http(name: string, { method, url, headers = {}, params = {}, body }: HttpCall): Promise<HttpAnswer> {
  const query = Object.fromEntries(new URL(url).searchParams);
  const bytes = body === undefined ? {} : { body: { bytes: Buffer.from(body) } };
  const answer = await invoke(name, { http: { method, url, headers, params, query, ...bytes } }, {});
  if (answer === undefined) throw new Error(`${name} answered nothing`);
  const { statusCode, headers: given, body: told } = answer;
  const content = told?.bytes ?? Buffer.from(told?.string ?? '');
  return { status: Number(statusCode), headers: given, body: Buffer.from(content).toString('base64') };
}

async function take(message: ToWorker): Promise<FromWorker> {
  switch (message.type) {
    case 'load':
      return load(message.folder);
    case 'http': {
      const answer = await http(message.name, message.call);
      const { user, system } = process.cpuUsage(used);
      return { type: 'answered', answer, cpu: (user + system) / 1000 };
    }
    case 'timer': {
      const timer = { Schedule: {}, ScheduleStatus: null, IsPastDue: false };
      await invoke(message.name, { json: JSON.stringify(timer) }, {});
      return { type: 'ran' };
    }
  }
}

process.on('message', (message: ToWorker) => {
  void take(message)
    .catch((error: unknown): FromWorker => ({
      type: 'failed',
      reason: error instanceof Error ? String(error.stack) : '',
    }))
    .then((answer) => process.send?.(answer));
});
