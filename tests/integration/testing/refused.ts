import { expect } from 'vitest';
import type { ErrorBody, ErrorCode } from '#contract/responses';
import type { Driver } from '../../support/driver.ts';

/** Something asked of our API, its body as it goes over the wire. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: string | undefined;
  /** `null`: none is sent. */
  readonly authorization: string | null;
}

export interface Refused {
  readonly status: number;
  readonly code: ErrorCode;
  readonly field?: string | undefined;
}

/** Asks, and gives the answer as it came. */
export async function send(driver: Driver, { method, path, body, authorization }: Asked): Promise<Response> {
  return fetch(driver.local.functionsUrl + path, {
    method,
    headers: { 'content-type': 'application/json', ...(authorization !== null && { authorization }) },
    ...(body !== undefined && { body }),
  });
}

/** Asks as somebody; who has asked too much for a while waits as long as the answer says. */
export async function sendAs(
  driver: Driver,
  as: string,
  method: string,
  path: string,
  body?: string,
): Promise<Response> {
  const authorization = `Bearer ${await driver.token(as)}`;
  for (;;) {
    const response = await send(driver, { method, path, body, authorization });
    if (response.status !== 429) return response;
    await new Promise((resolve) => setTimeout(resolve, Number(response.headers.get('retry-after')) * 1_000));
  }
}

/** A refusal says what it is in just this form. */
export async function expectRefused(response: Response, { status, code, field }: Refused): Promise<ErrorBody> {
  const body = (await response.json()) as ErrorBody;
  expect({ status: response.status, code: body.code, field: body.field }).toEqual({ status, code, field });
  expect(body.message).toMatch(/\S/);
  expect(Object.keys(body).filter((name) => !['code', 'message', 'field', 'view'].includes(name))).toEqual([]);
  return body;
}
