import type { Role } from './role.ts'

/** A role that an account was given, and where it holds. */
export interface Grant {
  readonly role: Role
  /** A county, or `*` for all of them. */
  readonly over: string
  /** The one unit it holds for, with the roles of units. */
  readonly unit?: string
}

/** Who asks. Nobody is signed in when `account` is missing. */
export interface Viewer {
  readonly account?: {
    /** The county that keeps the account, `-` for the installation. */
    readonly home: string
    readonly id: string
    readonly username: string
    readonly displayName: string
    /** The person of the home county's register that the account belongs to. */
    readonly person?: string
  }
  readonly grants: readonly Grant[]
  /** The first password is still in use: nothing but changing it is open. */
  readonly mustChangePassword: boolean
  readonly hasSecondFactor: boolean
}

export const nobody: Viewer = { grants: [], mustChangePassword: false, hasSecondFactor: false }
