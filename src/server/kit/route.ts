import type { z } from 'zod'
import type { Text } from '../../kernel/text.ts'
import type { Permission } from '../../rights/decide.ts'
import type { OperationName } from '../../rights/policy.ts'
import type { Viewer } from '../../rights/viewer.ts'
import type { Counties } from '../../store/current.ts'
import type { Client, Database } from '../../store/database.ts'
import type { Installation } from './installation.ts'

type Shape = z.ZodType
type Read<S extends Shape | undefined> = S extends Shape ? z.output<S> : undefined

/** What a handler is given: who asks, how far the right reaches, what was asked (parsed), and the store. */
export interface Ask<P extends Shape | undefined, Q extends Shape | undefined, B extends Shape | undefined> {
  readonly viewer: Viewer
  readonly permission: Permission
  readonly params: Read<P>
  readonly query: Read<Q>
  readonly body: Read<B>
  /** The store; inside a command the one transaction that everything is written in. */
  readonly client: Client
  readonly database: Database
  readonly counties: Counties
  readonly installation: Installation
  /** The instant of the database's clock, as it is written into records; empty for a reading. */
  readonly now: string
  readonly request: RequestFacts
}

/** What else of the request a handler may need. */
export interface RequestFacts {
  readonly address: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly cookies: Readonly<Record<string, string | undefined>>
}

/** What is written into an audit chain beside what a command did. `county` is `-` for the installation's own chain. */
export interface AuditNote {
  readonly county: string
  readonly action: string
  readonly subject: string
  readonly detail: unknown
}

/** An answer that is sent as JSON, or as it stands when `type` says what it is. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly type?: string
  /** What is kept for the command's key in place of the body, when that holds a secret which is shown only once. */
  readonly kept?: unknown
  /**
   * What was asked or answered is personal, or large: of neither anything is kept for the command's key, not even a hash. The same
   * key again is told that the command was done (Y11).
   */
  readonly isSecret?: boolean
  /** What the command did, for the audit; a command without one did nothing worth keeping. */
  readonly audit?: AuditNote
  /** Work to do once all of it is committed. */
  readonly after?: () => void
}

export type AnswerShapes = Readonly<
  Record<number, { readonly description: string; readonly schema?: Shape; readonly type?: string }>
>

/** One address of the API: what it is called in the table of rights, what it takes and gives, and what it does. */
export interface Route<
  P extends Shape | undefined = Shape | undefined,
  Q extends Shape | undefined = Shape | undefined,
  B extends Shape | undefined = Shape | undefined,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Such as `/api/counties/:county/plans`. */
  readonly path: string
  readonly operation: OperationName
  readonly summary: Text
  /** The chapter of the document it stands in. */
  readonly tag: string
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly answers: AnswerShapes
  /**
   * A command runs in one transaction with its audit record and the answer to its Idempotency-Key. A stepwise route
   * keeps no key: it makes its own transactions because it reckons long between them and its body is a secret, or it
   * writes nothing at all.
   */
  readonly kind: 'reading' | 'command' | 'stepwise'
  /** Works also while the disk is nearly full and the installation only reads. */
  readonly worksReadOnly?: boolean
  /** A body larger than the usual 1 MiB, in bytes. */
  readonly bodyLimit?: number
  handle(ask: Ask<P, Q, B>): Promise<Answer>
}

/** A route that only reads. A method of HTTP that is safe. */
export const reading = <P extends Shape | undefined = undefined, Q extends Shape | undefined = undefined>(
  route: Omit<Route<P, Q, undefined>, 'kind' | 'method' | 'body'>,
): Route => ({ ...route, kind: 'reading', method: 'GET' }) as unknown as Route

/** A route that writes: all of it in one transaction, once for each Idempotency-Key, and told in the audit. */
export const command = <
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
>(
  route: Omit<Route<P, Q, B>, 'kind'>,
): Route => ({ ...route, kind: 'command' }) as unknown as Route

/** A route that signs somebody in or proves a password: see `kind`. Everything it writes it writes through `carriedOut`. */
export const stepwise = <
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
>(
  route: Omit<Route<P, Q, B>, 'kind'>,
): Route => ({ ...route, kind: 'stepwise' }) as unknown as Route

export const ok = (body: unknown, more: Partial<Omit<Answer, 'body'>> = {}): Answer => ({
  status: 200,
  body,
  ...more,
})

/** The address of a route as the OpenAPI document and the policy write it: `/api/counties/{county}`. */
export const documented = (path: string): string => path.replace(/:(\w+)/g, '{$1}')
