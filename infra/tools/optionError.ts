/** Whether `parseArgs` of Node refused what stands on a command line; its message says what. */
export const isOptionError = (error: unknown): error is TypeError =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
