import type { Finding } from '../kernel/finding.ts'
import { say, type Text } from '../kernel/text.ts'

/** The machinery is broken or gone (database, disk): nothing that the caller wrote is wrong. Thrown, and told once. */
export class StoreFault extends Error {
  readonly text: Text
  constructor(text: Text, cause?: unknown) {
    super(text.en, cause === undefined ? undefined : { cause })
    this.name = 'StoreFault'
    this.text = text
  }
}

/** A store that may not be opened as it is (version, settings, schema): its findings say why. Thrown, and told once. */
export class StoreRefused extends Error {
  readonly findings: readonly Finding[]
  constructor(findings: readonly Finding[]) {
    super(findings.map((finding) => finding.message.en).join('; '))
    this.name = 'StoreRefused'
    this.findings = findings
  }
}

/** Thrown by the work of a transaction to give it up on purpose: all is rolled back, and nothing is broken. */
export class GivenUp extends Error {}

const passed = [StoreFault, StoreRefused, GivenUp, TypeError, RangeError, ReferenceError, SyntaxError]

/** A refusal of the whole store, addressed to the database. */
export const refusal = (code: string, message: Text, remedy: Text): Finding => ({
  code,
  severity: 'error',
  at: 'database',
  message,
  remedy,
})

/** What any exception of the client becomes, unless it is one of ours already, or a mistake of the program. */
export const asFault = (fault: unknown): Error => {
  if (fault instanceof Error && passed.some((kind) => fault instanceof kind)) return fault
  const reason = fault instanceof Error ? fault.message : String(fault)
  return new StoreFault(
    say(
      `数据库出现故障，此次操作没有完成：${reason}`,
      `The database failed and this was not completed: ${reason}`,
    ),
    fault,
  )
}
