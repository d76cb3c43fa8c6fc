import type { Line } from './log.ts'

/** What operators are told of a fault: where it happened and of what kind, without the values that were at work. */
export const incidentLine = (incident: string, cause: unknown): Line => {
  const fault = rootOf(cause)
  const { code, constraint } = fault as { code?: unknown; constraint?: unknown }
  return {
    event: 'incident',
    incident,
    error: fault.name,
    message: withoutValues(fault.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    stack: framesOf(fault),
  }
}

const rootOf = (cause: unknown): Error => {
  let fault = cause instanceof Error ? cause : new Error(String(cause))
  for (let depth = 0; depth < 5 && fault.cause instanceof Error; depth += 1) fault = fault.cause
  return fault
}

/** Values stand in quotation marks, are numbers of some length, or are written in Chinese; the sentence around them is ours. */
const withoutValues = (message: string): string =>
  message
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, '…')
    .replace(/["'`“][\s\S]*$/, '…')
    .replace(/[^\x20-\x7e…]+/g, '…')
    .replace(/\d{5,}/g, '…')
    .slice(0, 300)

const framesOf = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 20)
