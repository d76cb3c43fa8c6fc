/** The end of a switch over a closed union: a new member that is not handled fails to compile. */
export const never = (value: never): never => {
  throw new Error(`unhandled: ${JSON.stringify(value)}`)
}

/** States a promise of the code to itself; throws (a bug, HTTP 500), never advice to a user. */
export function invariant(holds: boolean, promise: string): asserts holds {
  if (!holds) throw new Error(`broken promise: ${promise}`)
}
