/**
 * A name to sign in with as it is kept and compared: composed, without regard to width and case. Two names that look
 * alike because of these are one name.
 */
export const signInName = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()

/** What a name may be made of, after {@link signInName}: 2 to 40 letters, digits, `.`, `_`, `-`. */
export const isSignInName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{1,39}$/u.test(name)
