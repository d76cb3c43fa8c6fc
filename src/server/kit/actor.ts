import type { Viewer } from '../../rights/viewer.ts'

/** Who asks, as records name him: by the id of the account, because a name may be corrected or erased. */
export const actorOf = (viewer: Viewer): string => `account:${viewer.account?.id ?? ''}`
