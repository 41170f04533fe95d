import { z } from 'zod';
import { TableFault } from './tableFault.ts';

const SdkError = z.object({
  statusCode: z.number().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  details: z
    .object({ odataError: z.object({ code: z.string() }) })
    .optional()
    .catch(undefined),
});

/** The library's error without its request, which quotes keys and text. */
export function readFault(operation: string, error: unknown): TableFault {
  if (error instanceof TableFault) return error;
  const { statusCode, code, details } = SdkError.catch({}).parse(error);
  return new TableFault(operation, statusCode, details?.odataError.code ?? code ?? nameOf(error));
}

/** A try that took too long is an `AbortError` without a code. */
const nameOf = (error: unknown): string | undefined => (error instanceof Error ? error.name : undefined);
